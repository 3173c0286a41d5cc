package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * When one entry of a person's calendar makes that person busy.
 *
 * @param email the person's address, to know which answer is theirs
 * @param zone where the person is: for whole days, and for times without a zone
 */
record BusySpans(String email, ZoneId zone, Instant from, Instant to) {

    /** Our own meetings are known better from our tables. */
    private static final String OURS = "@postmortem-flow";

    private static final int MOST_MINUTES = 4;

    /** @param end exclusive */
    record Span(Instant start, Instant end) {}

    /** Empty as well for what cannot be read: a strange entry must not keep anybody from meeting. */
    List<Span> of(String text) {
        try {
            List<VEvent> events =
                    new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT");
            Set<Instant> replaced = events.stream()
                    .flatMap(event -> event.<RecurrenceId<?>>getProperty("RECURRENCE-ID").stream())
                    .map(id -> instant(id.getDate()))
                    .collect(Collectors.toSet());
            return events.stream()
                    .filter(this::makesBusy)
                    .flatMap(event -> spans(event, replaced))
                    .filter(span -> span.start().isBefore(to) && span.end().isAfter(from))
                    .toList();
        } catch (ParserException | IOException | RuntimeException strange) {
            // the library throws all sorts of exceptions at times and rules that make no sense
            return List.of();
        }
    }

    /** RFC 5545 §3.8.1.11, §3.8.2.7 and §3.2.12: not when it was called off, is transparent, or was declined. */
    private boolean makesBusy(VEvent event) {
        return !value(event, "UID").endsWith(OURS)
                && !value(event, "STATUS").equalsIgnoreCase("CANCELLED")
                && !value(event, "TRANSP").equalsIgnoreCase("TRANSPARENT")
                && event.getProperties("ATTENDEE").stream().noneMatch(this::declines)
                && event.<RRule<?>>getProperties("RRULE").stream().allMatch(rule -> isOfPeople(rule.getRecur()));
    }

    private boolean declines(Property attendee) {
        return attendee.getValue().equalsIgnoreCase("mailto:" + email)
                && attendee.<Parameter>getParameter("PARTSTAT")
                        .map(Parameter::getValue)
                        .orElse("")
                        .equalsIgnoreCase("DECLINED");
    }

    /** Rules by the second or minute have no meaning for people, but would take minutes to expand. */
    private static boolean isOfPeople(Recur<?> rule) {
        return rule.getFrequency() != Frequency.SECONDLY
                && rule.getFrequency() != Frequency.MINUTELY
                && rule.getSecondList().size() <= 1
                && rule.getMinuteList().size() <= MOST_MINUTES;
    }

    /** A day more on both sides: the library takes times without a zone for those of this machine. */
    private Stream<Span> spans(VEvent event, Set<Instant> replaced) {
        ZonedDateTime first = from.atZone(ZoneOffset.UTC).minusDays(1);
        Set<Period<Temporal>> periods = event.calculateRecurrenceSet(
                new Period<>(first, to.atZone(ZoneOffset.UTC).plusDays(1)));
        boolean replaces = event.getProperty("RECURRENCE-ID").isPresent();
        return periods.stream()
                .map(period -> new Span(instant(period.getStart()), instant(period.getEnd())))
                .filter(span -> replaces || !replaced.contains(span.start()));
    }

    private Instant instant(Temporal time) {
        if (time instanceof LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }
}
