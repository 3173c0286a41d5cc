package org.postmortemflow.meeting.calendar;

/** Breaks lines as RFC 5545 §3.1 says: at most 75 octets of UTF-8, never within a character. ical4j counts characters. */
final class Folding {

    private static final int MOST_OCTETS = 75;
    private static final String BREAK = "\r\n ";

    private Folding() {}

    /** Folds again what is folded in another way. */
    static String byOctets(String text) {
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
