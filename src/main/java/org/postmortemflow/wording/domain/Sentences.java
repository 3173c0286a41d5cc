package org.postmortemflow.wording.domain;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes a text apart without losing the place of a character. */
public final class Sentences {

    /** What is not our own prose: code, quotations of others, addresses of links. */
    private static final Pattern NOT_PROSE =
            Pattern.compile("(?ms)^```.*?(?:^```|\\z)|`[^`\n]+`|^>[^\n]*|https?://[^\\s)>\\]]+|(?<=\\]\\()[^)\\s]*");

    /** A line break parts sentences where Markdown begins something new. */
    private static final Pattern LINES = Pattern.compile("\n\\s*\n|\n(?=\\s*(?:[-*+#|>]|\\d+[.)]\\s))");

    /** A full stop that ends no sentence. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?i)\\b(?:e\\.g|i\\.e|etc|approx|ca|vs|no|incl|resp|dr|mr|ms|mrs|jan|feb|aug|sept?|oct|nov|dec)\\.\\s*$");

    private static final int TAIL = 16;

    private Sentences() {}

    /** The same length, with blanks for what is not prose. */
    public static String prose(String text) {
        return NOT_PROSE.matcher(text).replaceAll(Sentences::blanks);
    }

    private static String blanks(MatchResult match) {
        return match.group().replaceAll("[^\n]", " ");
    }

    /** Every sentence without the white space around it; list items, headings and paragraphs end one as well. */
    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        for (MatchResult gap : LINES.matcher(text).results().toList()) {
            sentences(text, from, gap.start(), spans);
            from = gap.end();
        }
        sentences(text, from, text.length(), spans);
        return spans;
    }

    private static void sentences(String text, int from, int to, List<Span> spans) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        String part = text.substring(from, to);
        breaks.setText(part);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < part.length() && goesOn(part.substring(Math.max(start, end - TAIL), end))) {
                continue;
            }
            add(text, from + start, from + end, spans);
            start = end;
        }
    }

    private static boolean goesOn(String tail) {
        return GOES_ON.matcher(tail).find() || tail.stripTrailing().matches("(?s)[^.!?:;]*");
    }

    private static void add(String text, int from, int to, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            spans.add(new Span(start, end));
        }
    }

    /** The sentence that a position stands in; all when it stands in none. */
    static Span around(String text, int position) {
        return in(text).stream()
                .filter(span -> span.holds(position))
                .findFirst()
                .orElse(new Span(0, text.length()));
    }
}
