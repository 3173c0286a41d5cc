package org.postmortemflow.timeline.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG. Whatever text comes in, what comes out is well-formed XML that says that text and nothing else. */
final class Svg {

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element. @param attributes names and values in turn; numbers with one decimal at most */
    Svg open(String name, Object... attributes) {
        start(name, attributes).append('>');
        open.push(name);
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Svg leaf(String name, Object... attributes) {
        start(name, attributes).append("/>");
        return this;
    }

    /** An element that holds text and nothing else. */
    Svg text(String name, String text, Object... attributes) {
        start(name, attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(value(attributes[i + 1])))
                    .append('"');
        }
        return out;
    }

    private static String value(Object value) {
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "")
                : value.toString();
    }

    /** Characters that XML 1.0 does not allow, lone halves of pairs included, become a mark that says so. */
    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> plain.append("&amp;");
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '"' -> plain.append("&quot;");
                case '\'' -> plain.append("&#39;");
                default -> plain.appendCodePoint(isAllowed(character) ? character : 0xFFFD);
            }
        });
        return plain.toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
