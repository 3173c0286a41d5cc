package org.postmortemflow.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.digests.*}.
 *
 * @param enabled whether this node sends digests
 * @param poll how often it looks who gets one
 * @param weeklyDay the day of the weekly one
 * @param weeklyAt local time in the reader's zone
 * @param dailyAt local time in the reader's zone
 */
@ConfigurationProperties("postmortem.digests")
public record DigestSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("5m") Duration poll,
        @DefaultValue("monday") DayOfWeek weeklyDay,
        @DefaultValue("08:00") LocalTime weeklyAt,
        @DefaultValue("08:00") LocalTime dailyAt) {}
