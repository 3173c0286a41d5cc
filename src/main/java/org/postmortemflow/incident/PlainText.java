package org.postmortemflow.incident;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes text from outside harmless for what it meets later: mail headers, calendars, PostgreSQL (which refuses NUL), links. */
final class PlainText {

    private PlainText() {}

    /** One line without control characters, at most {@code longest} characters. */
    static String line(String text, int longest) {
        return cut(text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip(), longest);
    }

    /** Like {@link #line}, but lines and tabs stay. */
    static String lines(String text, int longest) {
        return cut(
                text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]+", " ")
                        .strip(),
                longest);
    }

    /** The address when it is one of the web and not too long, else null. */
    static @Nullable String webAddress(@Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            return null;
        }
        try {
            URI address = URI.create(text.strip());
            String scheme =
                    address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && address.getHost() != null ? address.toString() : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }
}
