package org.postmortemflow.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.postmortemflow.sla.domain.WorkingCalendar.Span;

/** How a deadline explains itself, in one calendar's zone. */
final class DeadlineWords {

    private static final int MOST_HOLIDAYS = 6;
    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private final WorkingCalendar calendar;

    DeadlineWords(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** {@code Fri 12 Jun 2026 14:00 Europe/Berlin}. */
    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(calendar.zone())) + " " + calendar.zone();
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** What did not count, and the last day that does: {@code ; Sat and Sun, Fri 25 Dec (Christmas) not counted; last day Wed 30 Dec}. */
    String counted(Span span) {
        List<String> left = new ArrayList<>();
        String weekend = span.notCounted().stream()
                .map(LocalDate::getDayOfWeek)
                .filter(calendar.weekend()::contains)
                .distinct()
                .sorted()
                .map(DeadlineWords::name)
                .collect(Collectors.joining(" and "));
        if (!weekend.isEmpty()) {
            left.add(weekend);
        }
        List<String> holidays = span.notCounted().stream()
                .filter(day -> !calendar.weekend().contains(day.getDayOfWeek()))
                .map(day -> "%s (%s)"
                        .formatted(
                                DAY.format(day),
                                shortened(Objects.requireNonNullElse(
                                        calendar.holidays().nameOf(day), ""))))
                .toList();
        left.addAll(holidays.subList(0, Math.min(MOST_HOLIDAYS, holidays.size())));
        if (holidays.size() > MOST_HOLIDAYS) {
            left.add("%d more days off".formatted(holidays.size() - MOST_HOLIDAYS));
        }
        String notCounted = left.isEmpty() ? "" : "; %s not counted".formatted(String.join(", ", left));
        return notCounted + "; last day " + DAY.format(span.lastDay());
    }

    static String businessDays(int days) {
        return days == 1 ? "1 business day" : days + " business days";
    }

    static String words(Duration duration) {
        return duration.toMinutesPart() == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
