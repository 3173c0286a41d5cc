package org.postmortemflow.meeting.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * Times as other programs write them: in UTC, in a zone that the world knows, or in one that only the message itself explains, such
 * as {@code (UTC+01:00) Amsterdam}.
 */
final class ForeignTime {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final String calendar;

    /** @param calendar the whole message */
    ForeignTime(String calendar) {
        this.calendar = calendar;
    }

    /** Empty when it cannot be told for certain: a date without time, a time without zone, a zone that nobody explains. */
    Optional<Instant> read(ContentLines.Line line) {
        try {
            String value = line.value().strip();
            if (value.endsWith("Z")) {
                return Optional.of(LocalDateTime.parse(value.substring(0, value.length() - 1), LOCAL)
                        .toInstant(ZoneOffset.UTC));
            }
            LocalDateTime local = LocalDateTime.parse(value, LOCAL);
            String zone = line.parameter("TZID");
            return zone == null ? Optional.empty() : in(zone, local);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Instant> in(String zone, LocalDateTime local) {
        Optional<Instant> explained = explained(zone, local);
        if (explained.isPresent()) {
            return explained;
        }
        @Nullable ZoneId known = known(zone);
        return Optional.ofNullable(known).map(id -> local.atZone(id).toInstant());
    }

    private static @Nullable ZoneId known(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    /** As the message's own VTIMEZONE says, under a name that every reader takes. */
    private Optional<Instant> explained(String zone, LocalDateTime local) {
        String unfolded = calendar.replaceAll("\\R[ \t]", "");
        for (String block : unfolded.split("(?i)BEGIN:VTIMEZONE")) {
            int end = block.toUpperCase(java.util.Locale.ROOT).indexOf("END:VTIMEZONE");
            if (end > 0
                    && block.lines()
                            .anyMatch(line -> line.strip().replace("\\", "").equalsIgnoreCase("TZID:" + zone))) {
                return offset(block.substring(0, end), local).map(local::toInstant);
            }
        }
        return Optional.empty();
    }

    private static Optional<ZoneOffset> offset(String definition, LocalDateTime local) {
        String renamed = definition.strip().replaceAll("(?im)^(TZID:).*$", "$1explained");
        String alone = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VTIMEZONE\r\n"
                + String.join("\r\n", renamed.lines().toList()) + "\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n";
        try {
            VTimeZone rules = new CalendarBuilder()
                    .build(new StringReader(alone))
                    .<VTimeZone>getComponent("VTIMEZONE")
                    .orElseThrow();
            // the rules want an instant: the first guess is a few hours off at most, which matters on the night of a
            // change
            return offset(rules, local.toInstant(ZoneOffset.UTC))
                    .flatMap(guess -> offset(rules, local.toInstant(guess)));
        } catch (IOException | ParserException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(VTimeZone rules, Instant instant) {
        @Nullable Observance observance = rules.getApplicableObservance(instant.atOffset(ZoneOffset.UTC));
        return Optional.ofNullable(observance)
                .flatMap(found -> found.<TzOffsetTo>getProperty("TZOFFSETTO"))
                .map(TzOffsetTo::getOffset);
    }
}
