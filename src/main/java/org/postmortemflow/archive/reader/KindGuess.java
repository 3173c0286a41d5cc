package org.postmortemflow.archive.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.timeline.TimelineKind;

/** Guesses what rows tell of, by their words, and by what the document says in numbers. */
final class KindGuess {

    private record Words(TimelineKind kind, Pattern pattern) {}

    private static final List<Words> WORDS = List.of(
            words(
                    TimelineKind.CAUSE_BEGAN,
                    "outage begins|incident begins|(?:start|beginning) of (?:the )?(?:incident|outage|impact)|(?:incident|outage|impact) (?:starts|started|began|begins)|root cause introduced"),
            words(TimelineKind.STATUS_PAGE_UPDATED, "status ?page|statuspage"),
            words(
                    TimelineKind.RESOLVED,
                    "^\\W*(?:resolved|behoben)\\b|(?:incident|outage|issue|problem) (?:is |was |has been )?(?:fully )?(?:resolved|ends|ended|over|closed)|(?:end|resolution) of (?:the )?(?:incident|outage|impact)|service(?:s)? (?:is |are |was |were )?(?:fully )?(?:restored|recovered|resumes?)|fully (?:restored|recovered|operational)|all clear|marked as resolved|outage ends|incident ends|problem is resolved|back to normal"),
            words(
                    TimelineKind.MITIGATED,
                    "mitigat(?:ed|ion (?:applied|complete|in place))|outage mitigated|impact (?:is |was )?(?:reduced|ended|stopped)"),
            words(
                    TimelineKind.PAGE,
                    "\\bpaged\\b|\\bpages?\\b (?:on-?call|the)|pager ?duty|on-?call (?:is |was )?(?:paged|alerted|engaged)|pager storm"),
            words(
                    TimelineKind.DETECTED,
                    "detected|first alert|alert(?:s|ed)? (?:triggered|fired|fires|us)|alarms? (?:triggered|fired|went off)|noticed|notified us|reports? (?:of|that) |users? report|customers? report|warning from|monitoring (?:alert|detect)"),
            words(
                    TimelineKind.STATUS_CHANGE,
                    "incident (?:is |was )?declared|declared (?:an? )?(?:major )?incident|severity (?:raised|lowered|changed|set)|(?:up|down)graded to|sev-?[1-5]"),
            words(TimelineKind.DECISION, "\\bdecided\\b|\\bdecision\\b|agreed (?:to|with|on)"));

    private KindGuess() {}

    static TimelineKind of(String event) {
        String head = Plain.cut(event, 600);
        return WORDS.stream()
                .filter(words -> words.pattern().matcher(head).find())
                .map(Words::kind)
                .findFirst()
                .orElse(TimelineKind.ACTION);
    }

    private static Words words(TimelineKind kind, String pattern) {
        return new Words(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** The rows in the order of time with at most one beginning, one detection and one end each: the first, the first, the last. */
    static List<Row> named(List<Row> rows, @Nullable Integer toDetection, @Nullable Integer toRecovery, Notes notes) {
        List<Row> named = new ArrayList<>(rows);
        if (!byNumbers(named, toDetection, toRecovery, notes)) {
            keepOne(named, TimelineKind.DETECTED, true, TimelineKind.ACTION);
        }
        keepOne(named, TimelineKind.CAUSE_BEGAN, true, TimelineKind.STATUS_CHANGE);
        keepOne(named, TimelineKind.RESOLVED, false, TimelineKind.STATUS_CHANGE);
        return named;
    }

    /** A row at the very time that the head of the document tells for a moment is that moment, when no other row is. */
    static List<Row> atMoments(
            List<Row> rows, @Nullable Instant began, @Nullable Instant detected, @Nullable Instant resolved) {
        List<Row> marked = new ArrayList<>(rows);
        mark(marked, TimelineKind.CAUSE_BEGAN, began);
        mark(marked, TimelineKind.DETECTED, detected);
        mark(marked, TimelineKind.RESOLVED, resolved);
        return marked;
    }

    private static void mark(List<Row> rows, TimelineKind kind, @Nullable Instant at) {
        if (at == null || rows.stream().anyMatch(row -> row.kind() == kind)) {
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).at().equals(at)
                    && rows.get(i).kind() == TimelineKind.ACTION
                    && !rows.get(i).guessed()) {
                rows.set(i, rows.get(i).with(kind));
                return;
            }
        }
    }

    /** A row from which both numbers lead to other rows is where it began. */
    private static boolean byNumbers(
            List<Row> rows, @Nullable Integer toDetection, @Nullable Integer toRecovery, Notes notes) {
        if (toDetection == null && toRecovery == null) {
            return false;
        }
        for (int start = 0; start < rows.size(); start++) {
            Row began = rows.get(start);
            Optional<Integer> detected = at(rows, began, toDetection);
            Optional<Integer> recovered = at(rows, began, toRecovery);
            if (began.guessed()
                    || toDetection != null && detected.isEmpty()
                    || toRecovery != null && recovered.isEmpty()) {
                continue;
            }
            clear(rows, TimelineKind.CAUSE_BEGAN, TimelineKind.STATUS_CHANGE);
            rows.set(start, began.with(TimelineKind.CAUSE_BEGAN));
            if (detected.isPresent() && detected.get() != start) {
                clear(rows, TimelineKind.DETECTED, TimelineKind.ACTION);
                rows.set(detected.get(), rows.get(detected.get()).with(TimelineKind.DETECTED));
            }
            if (recovered.isPresent() && recovered.get() != start) {
                clear(rows, TimelineKind.RESOLVED, TimelineKind.STATUS_CHANGE);
                rows.set(recovered.get(), rows.get(recovered.get()).with(TimelineKind.RESOLVED));
            }
            return detected.isPresent();
        }
        if (!rows.isEmpty()) {
            notes.warn(
                    rows.get(0).line(),
                    "The minutes to detection and recovery that are told do not lead from one row of the timeline to others; please look at the kinds of the rows.");
        }
        return false;
    }

    private static Optional<Integer> at(List<Row> rows, Row began, @Nullable Integer minutes) {
        if (minutes == null) {
            return Optional.empty();
        }
        Instant wanted = began.at().plus(Duration.ofMinutes(minutes));
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).guessed() && rows.get(i).at().equals(wanted)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static void clear(List<Row> rows, TimelineKind kind, TimelineKind instead) {
        rows.replaceAll(row -> row.kind() == kind ? row.with(instead) : row);
    }

    private static void keepOne(List<Row> rows, TimelineKind kind, boolean first, TimelineKind instead) {
        int kept = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == kind && (kept < 0 || !first)) {
                kept = i;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kind() == kind && i != kept) {
                rows.set(i, rows.get(i).with(instead));
            }
        }
    }
}
