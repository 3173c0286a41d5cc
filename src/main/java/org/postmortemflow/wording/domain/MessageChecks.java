package org.postmortemflow.wording.domain;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the external message must hold (R23). */
final class MessageChecks {

    private static final String NUMBER =
            "(?:\\d[\\d.,:]{0,12}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
                    + "|forty-five|fifty|sixty|ninety|several|half an|a few|a couple of)";

    private static final Pattern DURATION = Phrases.pattern(
            "\\b" + NUMBER
                    + "(?:[ -](?:and a half|full|short|further|more))?[ -]?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|h)\\b"
                    + "|\\b(?:between|from) [^.]{0,80}?\\d{1,2}[:.]\\d{2}[^.]{0,80}? (?:and|to|until|till) [^.]{0,80}?\\d{1,2}[:.]\\d{2}"
                    + "|\\d{1,2}:\\d{2}\\s*(?:[A-Z]{2,4}\\s*)?[-–—]\\s*\\d{1,2}:\\d{2}|\\ball (?:day|morning|afternoon|night)\\b");

    private static final Pattern IMPACT =
            Phrases.pattern("\\b(?:slow(?:er|ly)?|unavailable|not available|inaccessible|down"
                    + "|fail(?:ed|ing|s|ures?)?|errors?|delay(?:ed|s)?|late(?:r)?|could ?n[o'’]t|were not able|unable|reject(?:ed|s|ions?)?"
                    + "|missing|wrong|incorrect|lost|stale|old data|outdated|twice|duplicate[ds]?|degrad(?:ed|ation)|interrupt\\w*"
                    + "|timed out|timeouts?|time-outs?|stopped|refused|did not|longer than|empty|blank|dropped|disrupt\\w*|outage"
                    + "|no longer|without|impacted|affected|trouble|difficult\\w*|unreachable)\\b");

    private static final String SORRY = "apologi[sz]e|are(?: \\w+){0,2} sorry|regret";

    private static final Pattern APOLOGY =
            Phrases.pattern("\\b(?:we|i|our (?:whole |entire )?(?:team|company))(?: \\w+){0,4}? (?:" + SORRY
                    + ")\\b|\\bour (?:\\w+ )?apolog(?:y|ies)\\b|\\b(?:accept|offer) (?:\\w+ ){0,3}apolog(?:y|ies)\\b");

    private static final Pattern HOLLOW = Phrases.pattern("\\bany inconvenience\\b");

    private static final Check LENGTH = passage -> {
        int count = Sentences.in(passage.text()).size();
        return !isWrittenSummary(passage) || count == 2 || count == 3
                ? Stream.empty()
                : Stream.of(Finding.ofAll(
                        Rule.SUMMARY_LENGTH,
                        passage,
                        count == 1
                                ? "Add a sentence: what customers saw, and when it was over."
                                : "These are %d sentences. Keep duration and impact; the rest belongs to \"What happened\"."
                                        .formatted(count)));
    };

    private static final Check DURATION_SAID =
            lacks(Rule.SUMMARY_DURATION, DURATION, "Say it in the first sentence: \"On 3 March, for 45 minutes, ...\"");

    private static final Check IMPACT_SAID = lacks(
            Rule.SUMMARY_IMPACT,
            IMPACT,
            "Say what customers could observe, with a number: \"About one payment in five was rejected.\"");

    private static final Check APOLOGISES = passage -> {
        if (passage.kind() != Passage.Kind.WHOLE_MESSAGE || passage.text().isBlank()) {
            return Stream.empty();
        }
        boolean hollow = HOLLOW.matcher(passage.text()).find();
        boolean found = Sentences.in(passage.text()).stream()
                .map(span -> passage.text().substring(span.from(), span.to()))
                .anyMatch(sentence -> APOLOGY.matcher(sentence).find()
                        && !HOLLOW.matcher(sentence).find());
        String better = hollow
                ? "\"Any inconvenience\" doubts that there was one. Name it: \"We are sorry that your payments were rejected.\""
                : "Say it plainly and for what: \"We are sorry that your payments were rejected.\"";
        return found ? Stream.empty() : Stream.of(Finding.ofAll(Rule.APOLOGY, passage, better));
    };

    private static final Check SECTIONS =
            passage -> passage.isForCustomers() && passage.text().isBlank()
                    ? Stream.of(Finding.ofAll(
                            Rule.MESSAGE_SECTIONS,
                            passage,
                            "Write two or three sentences under \"%s\".".formatted(passage.label())))
                    : Stream.empty();

    static final List<Check> ALL = List.of(SECTIONS, LENGTH, DURATION_SAID, IMPACT_SAID, APOLOGISES);

    private MessageChecks() {}

    private static Check lacks(Rule rule, Pattern wanted, String better) {
        return passage ->
                isWrittenSummary(passage) && !wanted.matcher(passage.text()).find()
                        ? Stream.of(Finding.ofAll(rule, passage, better))
                        : Stream.empty();
    }

    private static boolean isWrittenSummary(Passage passage) {
        return passage.kind() == Passage.Kind.SUMMARY && !passage.text().isBlank();
    }
}
