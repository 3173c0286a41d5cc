package org.postmortemflow.document.compare;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts cut into pieces that, joined, are the text again. */
final class Tokens {

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

    /** A word, a run of blanks, or a single sign. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+|\\n|[^\\S\n]+|.", Pattern.DOTALL);

    private Tokens() {}

    /** Lines with their ends. */
    static List<String> lines(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).toList();
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
