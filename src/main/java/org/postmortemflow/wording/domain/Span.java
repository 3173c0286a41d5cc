package org.postmortemflow.wording.domain;

import java.util.regex.MatchResult;

/** A range of characters, the end exclusive. */
public record Span(int from, int to) {

    static Span of(MatchResult match) {
        return new Span(match.start(), match.end());
    }

    boolean holds(int position) {
        return from <= position && position < to;
    }

    boolean meets(Span other) {
        return from < other.to && other.from < to;
    }
}
