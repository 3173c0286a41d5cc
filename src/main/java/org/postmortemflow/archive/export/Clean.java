package org.postmortemflow.archive.export;

/** Takes out of texts what no format can hold, and nothing else. */
final class Clean {

    private Clean() {}

    /** Lines end alike; no control characters, no halves of characters. */
    static String text(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ")
                .replaceAll("[\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]", "\uFFFD");
    }

    /** The same on one line. */
    static String line(String text) {
        return text(text).replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
    }
}
