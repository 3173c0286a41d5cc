package org.postmortemflow.timeline.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Readable times on the axis: round ones in the reader's zone, as many as have room. */
final class Ticks {

    /** Room for "14:30" and a little air. */
    private static final double ROOM = 62;

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    /** @param day the date, where it is another than the tick's before; else empty */
    record Tick(double x, String label, String day) {}

    private Ticks() {}

    static List<Tick> of(Scale scale, ZoneId zone) {
        List<Tick> ticks = new ArrayList<>();
        LocalDate shown = null;
        for (Scale.Piece piece : scale.even()) {
            for (Instant at : instants(piece, zone)) {
                ZonedDateTime there = at.atZone(zone);
                boolean sameDay = there.toLocalDate().equals(shown);
                ticks.add(new Tick(piece.x(at), CLOCK.format(there), sameDay ? "" : DAY.format(there)));
                shown = there.toLocalDate();
            }
        }
        return ticks.isEmpty() ? ends(scale, zone) : ticks;
    }

    /** A span too short for round times says where it begins. */
    private static List<Tick> ends(Scale scale, ZoneId zone) {
        return scale.even().stream()
                .limit(1)
                .map(piece -> {
                    ZonedDateTime there = piece.from().atZone(zone);
                    return new Tick(piece.left(), EXACT.format(there), DAY.format(there));
                })
                .toList();
    }

    private static List<Instant> instants(Scale.Piece piece, ZoneId zone) {
        Duration room = Duration.ofSeconds((long) Math.ceil(piece.secondsPerUnit() * ROOM));
        List<Instant> instants = new ArrayList<>();
        ZonedDateTime midnight = piece.from().atZone(zone).toLocalDate().atStartOfDay(zone);
        Duration step = STEPS.stream()
                .filter(one -> one.compareTo(room) >= 0)
                .findFirst()
                .orElse(null);
        if (step == null) {
            long days = room.plusDays(1).minusSeconds(1).toDays();
            for (ZonedDateTime at = midnight; !at.toInstant().isAfter(piece.to()); at = at.plusDays(days)) {
                instants.add(at.toInstant());
            }
        } else {
            long steps = Math.floorDiv(
                    Duration.between(midnight.toInstant(), piece.from()).toSeconds(), step.toSeconds());
            for (Instant at = midnight.toInstant().plus(step.multipliedBy(steps));
                    !at.isAfter(piece.to());
                    at = at.plus(step)) {
                instants.add(at);
            }
        }
        instants.removeIf(at -> at.isBefore(piece.from()));
        return instants;
    }
}
