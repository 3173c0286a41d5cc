package org.postmortemflow.timeline.candidates;

/** Makes text from outside harmless for databases (PostgreSQL refuses NUL) and pages; no line of it is lost. */
final class PlainLines {

    private static final char UNREADABLE = '\uFFFD';

    private PlainLines() {}

    /** Lines and tabs stay; other control characters, and those that turn the direction of writing, do not. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        String unified = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < unified.length(); i++) {
            char c = unified.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < unified.length()
                    && Character.isLowSurrogate(unified.charAt(i + 1))) {
                plain.append(c).append(unified.charAt(++i));
            } else {
                plain.append(plain(c));
            }
        }
        return plain.toString().strip();
    }

    /** All in one line, at most {@code longest} characters. */
    static String line(String text, int longest) {
        String line = of(text).replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }

    private static char plain(char c) {
        boolean turnsDirection = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        if (Character.isSurrogate(c)) {
            return UNREADABLE;
        }
        return c != '\n' && c != '\t' && Character.isISOControl(c) || turnsDirection ? ' ' : c;
    }
}
