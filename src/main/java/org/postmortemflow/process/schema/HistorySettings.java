package org.postmortemflow.process.schema;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.engine-history.*}: the engine's own history, which operators look at; the record is ours, and stays.
 *
 * @param days how long after the end of an instance it is kept
 * @param from when cleaning up begins each night, in the organisation's zone
 * @param until when it ends; before {@code from} it is of the next day
 */
@ConfigurationProperties("postmortem.engine-history")
record HistorySettings(
        @DefaultValue("180") int days,
        @DefaultValue("02:00") LocalTime from,
        @DefaultValue("04:00") LocalTime until) {

    HistorySettings {
        if (days < 0) {
            throw new IllegalArgumentException("postmortem.engine-history.days is negative: " + days);
        }
        if (from.equals(until)) {
            throw new IllegalArgumentException("postmortem.engine-history.from and .until are the same: " + from);
        }
    }
}
