package org.postmortemflow.wording.spelling;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.languagetool.GlobalConfig;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.UserConfig;
import org.languagetool.rules.RuleMatch;
import org.postmortemflow.wording.domain.Finding;
import org.postmortemflow.wording.domain.Passage;
import org.postmortemflow.wording.domain.Rule;
import org.postmortemflow.wording.domain.Sentences;
import org.postmortemflow.wording.domain.Span;
import org.postmortemflow.wording.spelling.LanguageToolSpelling.Slip;

/** LanguageTool for English, American or British. For one thread at a time; loads when it is first used, which takes seconds. */
final class English {

    /** What is left out of a text leaves blanks behind; how dashes and quotation marks look is a matter of taste. */
    private static final List<String> TASTE = List.of(
            "WHITESPACE_RULE", "CONSECUTIVE_SPACES", "SENTENCE_WHITESPACE", "DASH_RULE", "EN_QUOTES", "UNIT_SPACE");

    private static final int MOST_SUGGESTIONS = 3;

    private final List<String> knownWords;
    private @Nullable SoftReference<JLanguageTool> loaded;

    /** @param knownWords spelled right as they are */
    English(List<String> knownWords) {
        this.knownWords = knownWords;
    }

    List<Slip> slipsIn(String text) throws IOException {
        String prose = Sentences.prose(text);
        return tool().check(prose).stream()
                .filter(match -> !isOtherEnglish(match) && isProse(text, prose, match))
                .map(match -> slip(prose, match))
                .toList();
    }

    static Finding finding(Slip slip, Passage passage) {
        Rule rule = slip.spelling() ? Rule.SPELLING : Rule.GRAMMAR;
        return Finding.at(rule, passage, new Span(slip.from(), slip.to()), slip.better());
    }

    /** Memory that is needed elsewhere is given back. */
    private JLanguageTool tool() {
        JLanguageTool tool = loaded == null ? null : loaded.get();
        if (tool == null) {
            tool = new JLanguageTool(
                    Languages.getLanguageForShortCode("en-US"),
                    List.of(),
                    null,
                    null,
                    new GlobalConfig(),
                    new UserConfig(knownWords));
            tool.disableRules(TASTE);
            loaded = new SoftReference<>(tool);
        }
        return tool;
    }

    private static boolean isOtherEnglish(RuleMatch match) {
        return match.getMessage().contains("British English");
    }

    /** Where something was left out, the gap is no mistake. */
    private static boolean isProse(String text, String prose, RuleMatch match) {
        int length = match.getToPos() - match.getFromPos();
        return text.regionMatches(match.getFromPos(), prose, match.getFromPos(), length);
    }

    private static Slip slip(String prose, RuleMatch match) {
        boolean spelling = match.getRule().isDictionaryBasedSpellingRule();
        List<String> instead = match.getSuggestedReplacements().stream()
                .limit(MOST_SUGGESTIONS)
                .map(word -> "\"" + word + "\"")
                .toList();
        String suggestion = instead.isEmpty() ? "" : "Perhaps " + String.join(" or ", instead) + ".";
        String reason = match.getMessage().replaceAll("</?suggestion>", "\"");
        String better = spelling && !instead.isEmpty() ? suggestion : (reason + " " + suggestion).strip();
        int to = Math.min(match.getToPos(), prose.length());
        return new Slip(spelling, Math.min(match.getFromPos(), to), to, better);
    }
}
