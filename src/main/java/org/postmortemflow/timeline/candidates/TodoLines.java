package org.postmortemflow.timeline.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines in which somebody asks that something be done later (R4): {@code TODO}, {@code todo:}, {@code action:} and such. */
final class TodoLines {

    /** At the beginning of a line, after a bullet, a box or a quote mark. */
    private static final Pattern BEGINS = Pattern.compile("^[\\s>*_•\\-\\[\\]☐x`]{0,12}"
            + "(?:(?i:to-?do|action items?|action|follow[- ]?up)[*_`\\]]{0,3}\\s?[:–—-]|(?i:to-?do)[*_`\\]]{0,3}\\s|AI:)"
            + "[*_`]{0,3}\\s*([^\\s:.,;–—-].*)$");

    /** Further in, only what cannot be meant otherwise. */
    private static final Pattern WITHIN =
            Pattern.compile("\\b(?:TODO\\b:?|(?i:todo|action item):)\\s*([^\\s:.,;–—-].*)$");

    private static final int LONGEST_LINE = 4000;

    private TodoLines() {}

    /** What is to be done, in the order of the lines. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        text.lines().filter(line -> line.length() <= LONGEST_LINE).forEach(line -> {
            Matcher begins = BEGINS.matcher(line);
            Matcher within = WITHIN.matcher(line);
            if (begins.find()) {
                found.add(begins.group(1).strip());
            } else if (within.find()) {
                found.add(within.group(1).strip());
            }
        });
        return found;
    }
}
