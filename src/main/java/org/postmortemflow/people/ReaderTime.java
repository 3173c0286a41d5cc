package org.postmortemflow.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads and shows instants in one person's zone, to the second; says so when a local time does not exist or comes twice. */
public record ReaderTime(ZoneId zone) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** What was made of a typed time: the instant, or else a sentence that says what is the matter. */
    public record Reading(@Nullable Instant at, @Nullable String problem) {}

    /** One of the two meanings of a local time that comes twice: its offset, and words for people. */
    public record Meaning(String offset, String label) {}

    /** {@code Fri 12 Jun 2026}. */
    public String date(Instant at) {
        return DATE.format(at.atZone(zone));
    }

    /** {@code 14:05}, with seconds when there are any. */
    public String clock(Instant at) {
        return clock(at.atZone(zone));
    }

    /** {@code 14:05 CEST}. */
    public String clockAndZone(Instant at) {
        return clock(at) + " " + ZONE.format(at.atZone(zone));
    }

    /** {@code Fri 12 Jun 2026 14:05 CEST}. */
    public String show(Instant at) {
        return date(at) + " " + clockAndZone(at);
    }

    /** {@code 12:05 UTC}, with the date where it is another one than here. */
    public String utc(Instant at) {
        ZonedDateTime there = at.atZone(ZoneOffset.UTC);
        boolean sameDay = there.toLocalDate().equals(at.atZone(zone).toLocalDate());
        return (sameDay ? "" : DATE.format(there) + " ") + clock(there) + " UTC";
    }

    /** Whether UTC says anything new. */
    public boolean differsFromUtc(Instant at) {
        return !zone.getRules().getOffset(at).equals(ZoneOffset.UTC);
    }

    /** For an input of type {@code datetime-local}: local time to the second. */
    public String forInput(Instant at) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The offset that {@link #read} needs beside {@link #forInput}; empty unless that local time comes twice. */
    public String offsetForInput(Instant at) {
        ZonedDateTime here = at.atZone(zone);
        return zone.getRules().getValidOffsets(here.toLocalDateTime()).size() > 1
                ? here.getOffset().getId()
                : "";
    }

    /** What a typed local time may mean when it comes twice, the earlier first; empty for any other text. */
    public List<Meaning> meanings(@Nullable String typed) {
        LocalDateTime local = local(typed);
        List<ZoneOffset> offsets = local == null ? List.of() : zone.getRules().getValidOffsets(local);
        return offsets.size() < 2
                ? List.of()
                : offsets.stream()
                        .map(offset -> new Meaning(
                                offset.getId(),
                                "%s (UTC%s)"
                                        .formatted(ZONE.format(ZonedDateTime.ofInstant(local, offset, zone)), offset)))
                        .toList();
    }

    /**
     * @param typed local time, or a time with its own offset
     * @param offset which of the two is meant when the local time comes twice; may be empty, and is ignored otherwise
     */
    public Reading read(@Nullable String typed, @Nullable String offset) {
        String plain = plain(typed);
        try {
            if (TypedTime.hasOffset(plain)) {
                return new Reading(OffsetDateTime.parse(plain).toInstant(), null);
            }
        } catch (DateTimeException unreadable) {
            return unreadable();
        }
        LocalDateTime local = local(typed);
        if (local == null) {
            return unreadable();
        }
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
        if (valid.isEmpty()) {
            return new Reading(null, skipped(local));
        }
        if (valid.size() == 1) {
            return new Reading(local.toInstant(valid.get(0)), null);
        }
        return valid.stream()
                .filter(one -> one.getId().equals(offset))
                .map(one -> new Reading(local.toInstant(one), null))
                .findFirst()
                .orElseGet(() -> new Reading(
                        null,
                        "%s came twice in %s, because the clock went back. Please choose which of the two it was."
                                .formatted(TYPED.format(local), zone)));
    }

    private String skipped(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return "%s did not exist in %s: the clock went forward from %s to %s."
                .formatted(
                        TYPED.format(local),
                        zone,
                        SHORT.format(change.getDateTimeBefore()),
                        SHORT.format(change.getDateTimeAfter()));
    }

    private static Reading unreadable() {
        return new Reading(null, "Please give a time like 2026-06-10 14:05.");
    }

    private static @Nullable LocalDateTime local(@Nullable String typed) {
        try {
            return LocalDateTime.parse(plain(typed));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String plain(@Nullable String typed) {
        return TypedTime.of(typed).replaceFirst("\\s+(?=[Z+-])", "").replaceFirst("\\s+", "T");
    }

    private static String clock(ZonedDateTime at) {
        return (at.getSecond() == 0 ? SHORT : EXACT).format(at);
    }
}
