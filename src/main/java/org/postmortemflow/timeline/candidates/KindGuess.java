package org.postmortemflow.timeline.candidates;

import java.util.List;
import java.util.regex.Pattern;
import org.postmortemflow.timeline.TimelineKind;

/** Which kind of timeline item words sound like (R17): a preselection for a person to correct, never a decision. */
final class KindGuess {

    /** The first that fits counts. */
    private static final List<Words> WORDS = List.of(
            words(
                    TimelineKind.STATUS_PAGE_UPDATED,
                    "(status ?page|public status) (is |was |has been )?(updated|posted|published)"
                            + "|(updated|posted (on|to)|published on) (the |our )?status ?page"),
            words(
                    TimelineKind.STATUS_CHANGE,
                    "(raised|raising|upgraded|upgrading|downgraded|downgrading|escalated|lowered|declared|declaring)"
                            + " (this |it )?(to |as )?(an? )?sev-?\\s?\\d|severity (changed|is now|raised|lowered)"),
            words(
                    TimelineKind.MITIGATED,
                    "mitigated|rolled back|roll-?back (is )?(done|complete|completed|finished)|recovered|failed over"
                            + "|workaround (is )?in place|works (again|for all)|fail-?over (is )?(done|complete)"),
            words(
                    TimelineKind.RESOLVED,
                    "resolved|all clear|back to normal|incident (is )?(over|closed)|sev-?\\s?\\d (is )?over"),
            words(TimelineKind.PAGE, "paged|paging|page sent|triggered|notified the on-?call|calling the on-?call"),
            words(
                    TimelineKind.DETECTED,
                    "alert (fired|is firing|went off)|alerts (fired|are firing)|(customers|users) (are )?report(ing|ed)?"
                            + "|seeing errors|(we |i )?noticed|detected"),
            words(TimelineKind.DECISION, "decision|decided|we agreed|agreed to|go ahead|let's|we will|we'll"),
            words(
                    TimelineKind.IMPACT_CHANGE,
                    "(customers|users) (are|were) (affected|impacted)|impact|degraded|error rate"));

    /** "Not resolved yet" and "is it resolved?" say the opposite. */
    private static final Pattern DENIED =
            Pattern.compile("\\b(not|isn't|isnt|never|un|until|once|when|if)\\W+(\\w+\\W+){0,2}$");

    private static final int READ = 2000;

    private KindGuess() {}

    static TimelineKind of(String text) {
        String start = text.length() > READ ? text.substring(0, READ) : text;
        String lower = start.toLowerCase(java.util.Locale.ROOT).replace('’', '\'');
        if (lower.strip().endsWith("?")) {
            return TimelineKind.ACTION;
        }
        return WORDS.stream()
                .filter(words -> words.areIn(lower))
                .map(Words::kind)
                .findFirst()
                .orElse(TimelineKind.ACTION);
    }

    private static Words words(TimelineKind kind, String alternatives) {
        return new Words(kind, Pattern.compile("\\b(?:" + alternatives + ")\\b"));
    }

    private record Words(TimelineKind kind, Pattern pattern) {

        boolean areIn(String text) {
            return pattern.matcher(text)
                    .results()
                    .anyMatch(found ->
                            !DENIED.matcher(before(text, found.start())).find());
        }

        private static String before(String text, int end) {
            String sentence = text.substring(Math.max(0, end - 40), end);
            return sentence.substring(Math.max(sentence.lastIndexOf('.'), sentence.lastIndexOf('\n')) + 1);
        }
    }
}
