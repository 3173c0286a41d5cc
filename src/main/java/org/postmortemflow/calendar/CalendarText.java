package org.postmortemflow.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;

/** What every iCalendar text of ours has in common: no control characters, lines folded by octets. */
public final class CalendarText {

    private static final int MOST_OCTETS = 75;
    private static final String BREAK = "\r\n ";

    private CalendarText() {}

    /**
     * A lone CR, NUL, or what else some readers take for the end of a line, lets them see properties that nobody wrote; LF and TAB
     * are harmless.
     */
    public static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029&&[^\n\t]]", "");
    }

    /** The calendar as text; it is for the caller to validate it. */
    public static String of(Calendar calendar) {
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return folded(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Breaks lines as RFC 5545 §3.1 says: at most 75 octets of UTF-8, never within a character; ical4j counts characters. Folds
     * again what is folded in another way.
     */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / MOST_OCTETS * BREAK.length());
        int inLine = 0;
        String unfolded = text.replace(BREAK, "");
        for (int at = 0; at < unfolded.length(); ) {
            int character = unfolded.codePointAt(at);
            boolean lineEnds = character == '\r' || character == '\n';
            int octets = lineEnds ? 0 : octets(character);
            if (inLine + octets > MOST_OCTETS) {
                folded.append(BREAK);
                inLine = 1;
            }
            folded.appendCodePoint(character);
            inLine = lineEnds ? 0 : inLine + octets;
            at += Character.charCount(character);
        }
        return folded.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
