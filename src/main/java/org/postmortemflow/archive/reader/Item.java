package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An item of a list.
 *
 * @param mark what stands before it, for example {@code - } or {@code 2. }
 * @param content its lines without mark and indentation
 * @param written its lines as they are
 */
record Item(String mark, Lines content, Lines written) {

    private static final Pattern MARK = Pattern.compile("\\s{0,9}(?:[-+*]|\\d{1,9}[.)])(?:\\s|$)");

    static Item of(Lines lines, int indent) {
        List<String> content = new ArrayList<>();
        String first = lines.texts().get(0);
        Matcher mark = MARK.matcher(first);
        int cut = mark.lookingAt() ? mark.end() : 0;
        content.add(first.substring(cut).stripLeading());
        for (String line : lines.texts().subList(1, lines.texts().size())) {
            content.add(unindented(line, Math.max(indent, 1)));
        }
        return new Item(first.substring(0, cut).strip(), new Lines(lines.first(), content), lines);
    }

    private static String unindented(String line, int most) {
        int cut = 0;
        while (cut < most && cut < line.length() && line.charAt(cut) == ' ') {
            cut++;
        }
        return cut == 0 && line.startsWith("\t") ? line.substring(1) : line.substring(cut);
    }

    /** The whole content, without blank ends. */
    String text() {
        return content.text().strip();
    }
}
