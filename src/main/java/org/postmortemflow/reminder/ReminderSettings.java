package org.postmortemflow.reminder;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.reminder.domain.Moments;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.reminders.*}.
 *
 * @param enabled whether this node reminds people
 * @param poll how often it looks whom to remind
 * @param before how long before a deadline people are reminded, each time once
 * @param afterEvery how often after it
 * @param followUpsAfterEvery how often after the due date of a follow-up, which can be late for long
 * @param nudgeEvery how soon after a nudge by hand the people of the same postmortem can be nudged again
 */
@ConfigurationProperties("postmortem.reminders")
public record ReminderSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1m") Duration poll,
        @DefaultValue({"24h", "2h"}) List<Duration> before,
        @DefaultValue("24h") Duration afterEvery,
        @DefaultValue("7d") Duration followUpsAfterEvery,
        @DefaultValue("4h") Duration nudgeEvery) {

    /** @throws IllegalArgumentException for a time that is not positive: the start fails with it */
    public ReminderSettings {
        if (Stream.concat(before.stream(), Stream.of(afterEvery, followUpsAfterEvery, nudgeEvery))
                .anyMatch(duration -> duration.isNegative() || duration.isZero())) {
            throw new IllegalArgumentException("Every time of postmortem.reminders is above zero");
        }
    }

    Moments ofSteps() {
        return new Moments(before, afterEvery);
    }

    Moments ofFollowUps() {
        return new Moments(before, followUpsAfterEvery);
    }

    Duration longestBefore() {
        return before.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
