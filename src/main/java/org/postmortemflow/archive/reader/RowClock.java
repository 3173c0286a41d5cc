package org.postmortemflow.archive.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts times into their place, row after row: the day and the zone that one row leaves out are those of the rows before, of
 * the column, of the heading, of the document, or at last of the organisation.
 */
final class RowClock {

    /** A time of day that goes back by so much belongs to the next day; by less, the row stands out of order. */
    private static final Duration OVER_MIDNIGHT = Duration.ofHours(6);

    private final ZoneId home;
    private final @Nullable ToldZone stated;
    private final @Nullable Instant beginning;
    private final Notes notes;
    private @Nullable LocalDate day;
    private boolean dayIsNew;
    private @Nullable ToldZone last;
    private @Nullable Instant before;

    /**
     * @param home the organisation's zone
     * @param stated the zone that the timeline or the document names for all times; null when none
     * @param day what times without a date count from; null when the document tells none
     * @param beginning what {@code T+5m} counts from; null when not known otherwise than by the rows
     */
    RowClock(
            ZoneId home, @Nullable ToldZone stated, @Nullable LocalDate day, @Nullable Instant beginning, Notes notes) {
        this.home = home;
        this.stated = stated;
        this.day = day;
        this.dayIsNew = true;
        this.beginning = beginning;
        this.notes = notes;
    }

    /** @param guessed whether the row tells less than an instant */
    record Placed(Instant at, boolean guessed) {}

    /** From here on times without a date are of this day. */
    void day(ToldDate told, int line) {
        told.near(day == null ? LocalDate.EPOCH : day).ifPresent(date -> {
            if (told.year() == 0 && day == null) {
                return;
            }
            unsure(told, line);
            day = date;
            dayIsNew = true;
        });
    }

    /** The instant of a row; empty when nothing says of which day it is. */
    Optional<Placed> place(TimeReading told, int line) {
        Optional<Placed> placed = find(told, line);
        placed.ifPresent(found -> {
            if (before != null && found.at().isBefore(before)) {
                notes.warn(
                        line,
                        "Line %d (%s) stands after a later time: it was put in the order of time."
                                .formatted(line, told.text()));
            }
            before = found.at();
        });
        return placed;
    }

    private Optional<Placed> find(TimeReading told, int line) {
        if (told.instant() != null) {
            return Optional.of(new Placed(told.instant(), false));
        }
        if (told.since() != null) {
            Instant zero = beginning != null ? beginning : firstOrDay(line);
            return Optional.ofNullable(zero).map(from -> new Placed(from.plus(told.since()), false));
        }
        ToldZone zone = zone(told, line);
        LocalDate date = date(told, zone, line);
        if (date == null) {
            return Optional.ofNullable(before).map(at -> guess(at, told, line));
        }
        LocalTime time = told.time();
        boolean open = told.vague() || time == null;
        LocalDateTime local = date.atTime(time == null ? LocalTime.MIN : time);
        Instant at = instant(local, zone, line);
        if (open) {
            Instant end = at.plus(time == null ? Duration.ofDays(1) : Duration.ofHours(1));
            boolean within = before != null && before.isAfter(at) && before.isBefore(end);
            return Optional.of(guess(within && before != null ? before : at, told, line));
        }
        remember(date, zone);
        return Optional.of(new Placed(at, false));
    }

    private Placed guess(Instant at, TimeReading told, int line) {
        notes.warn(
                line,
                "Line %d tells no exact time (%s): the row stands where the document has it."
                        .formatted(line, told.text()));
        return new Placed(at, true);
    }

    private void remember(LocalDate date, ToldZone zone) {
        day = date;
        dayIsNew = false;
        last = zone;
    }

    private @Nullable Instant firstOrDay(int line) {
        if (first == null && day != null) {
            notes.warn(
                    line,
                    "Times count from a beginning that the document does not tell: midnight of its day was taken.");
            first = day.atStartOfDay(stated == null ? home : stated.zone()).toInstant();
        }
        return first;
    }

    private @Nullable Instant first;

    /** What {@code T+0} is, told by a row itself. */
    void beginsAt(Instant instant) {
        first = first == null ? instant : first;
    }

    private ToldZone zone(TimeReading told, int line) {
        ToldZone zone = told.zone() != null ? told.zone() : stated != null ? stated : last;
        if (zone == null) {
            notes.warn(
                    line, "No time zone is named: times were read in the organisation's, %s.".formatted(home.getId()));
            return ToldZone.of(home);
        }
        if (zone.otherwise() != null) {
            notes.warn(
                    line,
                    "%s may be %s: it was read as %s (%s)."
                            .formatted(zone.name(), zone.otherwise(), ZoneNames.words(zone.zone()), zone.region()));
        }
        return zone;
    }

    private @Nullable LocalDate date(TimeReading told, ToldZone zone, int line) {
        if (told.date() != null) {
            unsure(told.date(), line);
            LocalDate near = day == null ? LocalDate.EPOCH : day;
            return told.date().year() == 0 && day == null
                    ? null
                    : told.date().near(near).orElse(null);
        }
        if (told.time() == null) {
            return null;
        }
        if (before == null || dayIsNew) {
            return day;
        }
        LocalDateTime earlier = LocalDateTime.ofInstant(before, zone.zone());
        LocalDateTime same = earlier.toLocalDate().atTime(told.time());
        if (!told.vague() && Duration.between(same, earlier).compareTo(OVER_MIDNIGHT) >= 0) {
            LocalDate next = earlier.toLocalDate().plusDays(1);
            notes.warn(
                    line,
                    "Line %d (%s) is read as the next day, %s: the time before it is later."
                            .formatted(line, told.text(), next));
            return next;
        }
        return earlier.toLocalDate();
    }

    private void unsure(ToldDate date, int line) {
        if (date.swappable()) {
            notes.warn(
                    line,
                    "Dates such as the one in line %d can be read with the day or the month first: it was read as month %d, day %d."
                            .formatted(line, date.month(), date.day()));
        }
    }

    private Instant instant(LocalDateTime local, ToldZone zone, int line) {
        if (zone.isOutOfSeason(local)) {
            notes.warn(
                    line,
                    "%s is not in use on %s: it was read as the name says, %s."
                            .formatted(zone.name(), local.toLocalDate(), ZoneNames.words(zone.zone())));
        }
        List<ZoneOffset> offsets = zone.zone().getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            notes.warn(line, "The time in line %d does not exist: clocks were put forward then.".formatted(line));
        }
        if (offsets.size() > 1) {
            Instant early = local.toInstant(offsets.get(0));
            boolean second = before != null && early.isBefore(before);
            notes.warn(
                    line,
                    "The time in line %d comes twice, clocks were put back then: the %s one was taken."
                            .formatted(line, second ? "second" : "first"));
            return second ? local.toInstant(offsets.get(1)) : early;
        }
        return ZonedDateTime.of(local, zone.zone()).toInstant();
    }
}
