package org.postmortemflow.archive.reader;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text without the marks of Markdown, for comparing and for titles. */
final class Plain {

    private static final Pattern STRONG = Pattern.compile(
            "(?<![\\\\*_\\p{L}\\p{N}`])(\\*\\*|__)(?=[^\\s*_])([^*_`\\n]{0,300}[^\\s*_`\\\\])\\1(?![*_\\p{L}\\p{N}])");

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

    /** The same text without the marks of strong words, which would show where text is not rendered. */
    static String unmarked(String text) {
        return STRONG.matcher(text).replaceAll("$2");
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
