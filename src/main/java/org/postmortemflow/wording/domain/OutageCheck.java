package org.postmortemflow.wording.domain;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Outage" only for a full one of our own (R23, R27); those of suppliers, or of the mains, are called what they are. */
record OutageCheck(boolean full) implements Check {

    private static final int LONGEST = 2000;

    private static final Pattern OUTAGE = Phrases.pattern("\\boutages?\\b");

    private static final String OTHERS =
            "(?:suppliers?|providers?|vendors?|partners?|carriers?|banks?|third[- ]part(?:y|ies)"
                    + "|upstream|cloud|isp|registrar|telephone|telecom\\w*|power|electricity|mains|grid|utility|network|dns|aws|azure"
                    + "|gcp|google|cloudflare|fastly|akamai|github|stripe|paypal|twilio|internet)";

    /** Whose it was stands before it, or behind it, or it is denied, or there was none. */
    private static final List<Pattern> FINE = List.of(
            Phrases.pattern("\\b" + OTHERS + "(?:['’]s)?(?: [\\w-]+){0,4}[ -]outages?\\b"),
            Phrases.pattern("\\boutages? (?:at|of|in|with|by|from|on the side of)(?: [\\w-]+){0,4} " + OTHERS + "\\b"),
            Phrases.pattern(
                    "\\b(?:not|no|never|rather than|instead of|without)(?: an?| any| the word)? [\"“]?(?:full )?outages?\\b"),
            Phrases.pattern("\\boutages? (?:runbook|page|plan|drill|simulation|exercise|insurance)s?\\b"));

    @Override
    public Stream<Finding> of(Passage passage) {
        if (full || !passage.tells()) {
            return Stream.empty();
        }
        String prose = Sentences.prose(passage.text());
        // once is enough: a text that says it once says it often
        return Sentences.in(prose).stream()
                .flatMap(span -> found(passage, prose, span))
                .limit(1);
    }

    private static Stream<Finding> found(Passage passage, String prose, Span span) {
        String sentence = prose.substring(span.from(), Math.min(span.to(), span.from() + LONGEST));
        if (FINE.stream().anyMatch(pattern -> pattern.matcher(sentence).find())) {
            return Stream.empty();
        }
        return OUTAGE.matcher(sentence).results().limit(1).map(match -> {
            Span place = new Span(span.from() + match.start(), span.from() + match.end());
            return new Finding(Rule.OUTAGE, passage, span, place, better(match));
        });
    }

    private static String better(MatchResult match) {
        return match.group().endsWith("s")
                ? "Write \"incidents\", or say what was slow or missing, and for whom."
                : "Write \"incident\" or \"service degradation\", and say what was slow or missing, and for whom. If everything"
                        + " was down for everybody, mark it as a full outage.";
    }
}
