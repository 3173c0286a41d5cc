package org.postmortemflow.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.calendar.*}.
 *
 * @param past how far back feeds reach
 * @param future how far ahead they reach
 * @param showCancelled how long a meeting that was called off is still shown as such
 * @param refresh how often calendar programs are asked to read the feed again
 * @param relayEnabled whether this node tells a calendar server
 * @param poll how often this node looks for what a calendar server has to be told
 */
@ConfigurationProperties("postmortem.calendar")
public record CalendarSettings(
        @DefaultValue("90d") Duration past,
        @DefaultValue("400d") Duration future,
        @DefaultValue("14d") Duration showCancelled,
        @DefaultValue("1h") Duration refresh,
        @DefaultValue("true") boolean relayEnabled,
        @DefaultValue("5s") Duration poll) {}
