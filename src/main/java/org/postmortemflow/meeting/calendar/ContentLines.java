package org.postmortemflow.meeting.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a calendar, taken apart but not interpreted: other programs' messages break rules that a strict model refuses as
 * a whole, in lines that do not matter for a reply.
 */
final class ContentLines implements ContentHandler {

    private static final int MOST_LINES = 20_000;

    private final List<Line> lines = new ArrayList<>();
    private final Deque<String> components = new ArrayDeque<>();
    private String name = "";
    private String value = "";
    private Map<String, String> parameters = Map.of();

    private ContentLines() {}

    /** @throws UnreadableReply when it is no calendar */
    static ContentLines of(String text) throws UnreadableReply {
        ContentLines lines = new ContentLines();
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(tidy(text)), true), lines);
        } catch (IOException | ParserException | RuntimeException e) {
            throw new UnreadableReply("It is no calendar entry: " + e.getMessage());
        }
        return lines;
    }

    /** Without a byte order mark and empty lines, which some programs leave at the beginning and the end. */
    private static String tidy(String text) {
        return text.replace("\uFEFF", "").strip().replaceAll("\\R(?:[ \t]*\\R)+", "\r\n") + "\r\n";
    }

    /** The lines of that name right within that component, {@code VCALENDAR} for those of the calendar itself. */
    List<Line> all(String component, String property) {
        return lines.stream()
                .filter(line ->
                        line.component().equals(component) && line.name().equals(property))
                .toList();
    }

    Optional<Line> first(String component, String property) {
        return all(component, property).stream().findFirst();
    }

    @Override
    public void startCalendar() {
        components.push("VCALENDAR");
    }

    @Override
    public void endCalendar() {
        components.poll();
    }

    @Override
    public void startComponent(String component) {
        components.push(component.toUpperCase(Locale.ROOT));
    }

    @Override
    public void endComponent(String component) {
        components.poll();
    }

    @Override
    public void startProperty(String property) {
        name = property.toUpperCase(Locale.ROOT);
        value = "";
        parameters = new HashMap<>();
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void parameter(String parameter, String text) {
        parameters.put(parameter.toUpperCase(Locale.ROOT), text.strip().replaceAll("^\"|\"$", ""));
    }

    @Override
    public void endProperty(String property) {
        if (lines.size() >= MOST_LINES) {
            throw new IllegalStateException("more than " + MOST_LINES + " lines");
        }
        String component = components.isEmpty() ? "" : components.peek();
        lines.add(new Line(component, name, parameters, value));
    }

    /** Without controls, which neither pages nor tables take. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /** @param component the one right around it */
    record Line(String component, String name, Map<String, String> parameters, String value) {

        @Nullable
        String parameter(String parameter) {
            return parameters.get(parameter);
        }

        /** The value as text: backslashes undone (RFC 5545 §3.3.11), controls dropped. */
        String text() {
            return plain(value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\([\\\\;,:\"])", "$1"));
        }
    }
}
