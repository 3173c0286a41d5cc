package org.postmortemflow.archive.reader;

import java.util.Locale;

/** Text without the marks of Markdown, for comparing and for titles. */
final class Plain {

    private Plain() {}

    /** As headings and names are compared: lower case, without marks, numbers before and signs after. */
    static String heading(String text) {
        String cut = text.length() > 300 ? text.substring(0, 300) : text;
        return inline(cut)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("[^\\p{L}\\p{N}'&/()\\s.:-]+", " ")
                .replaceFirst("^\\s*(?:\\d{1,3}(?:\\.\\d{1,3})*[.):]|[ivx]{1,4}[.)])\\s+", "")
                .replaceFirst("[\\s:.?!-]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** One line of text for people: links and images become their words. */
    static String inline(String text) {
        return text.replaceAll("!?\\[([^\\[\\]]{0,1000})]\\([^()\\s]{0,2000}(?:\\s\"[^\"]{0,300}\")?\\)", "$1")
                .replaceAll("<(https?://[^<>\\s]{1,2000})>", "$1")
                .replaceAll("(?<![\\\\\\p{L}\\p{N}])(?:\\*{1,3}|_{1,3}|`+)(?=\\S)", "")
                .replaceAll("(?<=\\S)(?<!\\\\)(?:\\*{1,3}|_{1,3}|`+)(?![\\p{L}\\p{N}])", "")
                .replaceAll("\\\\([\\p{Punct}])", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** At most so many characters; half a character is none. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
