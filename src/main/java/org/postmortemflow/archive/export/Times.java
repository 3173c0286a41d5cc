package org.postmortemflow.archive.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.postmortemflow.people.ReaderTime;

/** Writes instants in UTC, to the second, and in the organisation's zone. */
record Times(ZoneId zone) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** {@code 2026-06-10 12:05:00}. */
    String utc(Instant at) {
        return UTC.format(at);
    }

    /** {@code Wed 10 Jun 2026 14:05 CEST}. */
    String here(Instant at) {
        return new ReaderTime(zone).show(at);
    }

    /** {@code 2026-06-10 12:05:00 UTC (Wed 10 Jun 2026 14:05 CEST)}. */
    String both(Instant at) {
        return utc(at) + " UTC" + (isUtc() ? "" : " (" + here(at) + ")");
    }

    boolean isUtc() {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
