package org.postmortemflow.wording.domain;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule that is a regular expression, tried on every sentence of prose.
 *
 * @param applies to which passages
 * @param better from the passage's sentence and the match in it
 */
record Phrases(Rule rule, Pattern pattern, Predicate<Passage> applies, BiFunction<String, MatchResult, String> better)
        implements Check {

    /** Nobody writes longer sentences; machines do, and the time to match grows faster than the length. */
    private static final int LONGEST = 2000;

    static Phrases of(Rule rule, String regex, Predicate<Passage> applies, String better) {
        return new Phrases(rule, pattern(regex), applies, (sentence, match) -> better);
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public Stream<Finding> of(Passage passage) {
        if (!applies.test(passage)) {
            return Stream.empty();
        }
        String prose = Sentences.prose(passage.text());
        return Sentences.in(prose).stream().flatMap(span -> findings(passage, prose, span));
    }

    private Stream<Finding> findings(Passage passage, String prose, Span span) {
        String sentence = prose.substring(span.from(), Math.min(span.to(), span.from() + LONGEST));
        return pattern.matcher(sentence).results().limit(1).map(match -> {
            Span place = new Span(span.from() + match.start(), span.from() + match.end());
            return new Finding(rule, passage, span, place, better.apply(sentence, match));
        });
    }
}
