package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * What tells one state of a meeting from another.
 *
 * @param shown title and stamp: they may change without the sequence
 */
record StoredEntry(String uid, int sequence, String shown) {

    /** Empty for what is no calendar entry. */
    static Optional<StoredEntry> read(String text) {
        try {
            VEvent event = new CalendarBuilder()
                    .build(new StringReader(text))
                    .<VEvent>getComponent("VEVENT")
                    .orElseThrow(() -> new IOException("no event"));
            String sequence = value(event, "SEQUENCE");
            return Optional.of(new StoredEntry(
                    value(event, "UID"),
                    sequence.matches("\\d{1,9}") ? Integer.parseInt(sequence) : 0,
                    value(event, "SUMMARY") + "\n" + value(event, "DTSTAMP")));
        } catch (ParserException | IOException | DateTimeException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElse("");
    }
}
