package org.postmortemflow.timeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.timeline.*}; durations in ISO 8601 or like {@code 30m}.
 *
 * @param longestGap between detection and resolution; a longer time without a row is pointed out
 */
@ConfigurationProperties("postmortem.timeline")
public record TimelineSettings(@DefaultValue("PT30M") Duration longestGap) {

    /** @throws IllegalArgumentException when it is not above zero: the start fails with it */
    public TimelineSettings {
        if (longestGap.isNegative() || longestGap.isZero()) {
            throw new IllegalArgumentException("postmortem.timeline.longest-gap is above zero");
        }
    }
}
