package org.postmortemflow.integration.mail;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/**
 * An invite as a calendar would read it.
 *
 * @param method what it asks the calendar to do, for example REQUEST
 * @param attendees their addresses
 */
record ReadInvite(
        String method,
        String summary,
        Instant start,
        Instant end,
        String sequence,
        String status,
        String location,
        List<String> attendees) {

    /** @throws IOException when no calendar could read it */
    static ReadInvite of(String text) throws IOException {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
            return new ReadInvite(
                    value(calendar.getProperty("METHOD")),
                    value(event.getProperty("SUMMARY")),
                    instant(event, "DTSTART"),
                    instant(event, "DTEND"),
                    value(event.getProperty("SEQUENCE")),
                    value(event.getProperty("STATUS")),
                    value(event.getProperty("LOCATION")),
                    event.getProperties("ATTENDEE").stream()
                            .map(Property::getValue)
                            .map(address -> address.replaceFirst("(?i)^mailto:", ""))
                            .toList());
        } catch (ParserException | NoSuchElementException | DateTimeException e) {
            throw new IOException(e);
        }
    }

    private static String value(java.util.Optional<? extends Property> property) {
        return property.map(Property::getValue).orElse("");
    }

    private static Instant instant(VEvent event, String name) {
        DateProperty<?> property = event.<DateProperty<?>>getProperty(name).orElseThrow();
        return Instant.from(property.getDate());
    }
}
