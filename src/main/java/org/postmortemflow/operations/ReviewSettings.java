package org.postmortemflow.operations;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.operational-review.*}.
 *
 * @param mail how often managers get it
 * @param at local time in the organisation's zone, on the first day of the month or quarter
 * @param poll how often this node looks who gets it
 */
@ConfigurationProperties("postmortem.operational-review")
public record ReviewSettings(
        @DefaultValue("none") Mailing mail,
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("15m") Duration poll) {

    /** How often it is mailed. */
    public enum Mailing {
        NONE,
        MONTHLY,
        QUARTERLY
    }
}
