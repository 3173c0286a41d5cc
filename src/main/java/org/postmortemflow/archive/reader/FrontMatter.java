package org.postmortemflow.archive.reader;

import java.util.List;

/**
 * What some tools put above a document: names and values between two lines of dashes or plus signs.
 *
 * @param lines the names and values
 * @param end the number of the last line that belongs to it; 0 when the document has none
 */
record FrontMatter(Lines lines, int end) {

    private static final int LONGEST = 200;

    static FrontMatter of(Lines document) {
        List<String> texts = document.texts();
        int start = 0;
        while (start < texts.size() && texts.get(start).isBlank()) {
            start++;
        }
        FrontMatter none = new FrontMatter(new Lines(1, List.of()), 0);
        if (start >= texts.size() || !texts.get(start).strip().matches("---|\\+\\+\\+")) {
            return none;
        }
        String fence = texts.get(start).strip();
        for (int i = start + 1; i < Math.min(texts.size(), start + LONGEST); i++) {
            String line = texts.get(i);
            if (line.strip().equals(fence)
                    || fence.equals("---") && line.strip().equals("...")) {
                return i == start + 1 ? none : new FrontMatter(document.between(start + 2, i), i + 1);
            }
            if (!line.isBlank() && !line.matches("\\s*#.*|\\s*-\\s.*|\\s+.*|[\\w .\"'-]{1,60}\\s*[:=].*|[\\]}],?")) {
                return none;
            }
        }
        return none;
    }
}
