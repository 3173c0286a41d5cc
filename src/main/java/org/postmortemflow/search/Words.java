package org.postmortemflow.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Reads text into words as the index knows them: without accents, in small letters, English endings cut off ("connections" and
 * "connected" are one word). {@code HikariPool} is found as such and by its parts.
 */
final class Words {

    /** To be raised whenever the same text gives other words: everything is then read again. */
    static final int VERSION = 1;

    /** Longer words are cut, in texts and in questions alike. */
    static final int LONGEST = 40;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’]\\p{L}{1,2}(?![\\p{L}\\p{N}]))?");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern PARTS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SHORT = Pattern.compile("\\p{L}|\\p{N}{1,2}");
    private static final Set<String> TOO_COMMON = Set.of(
            ("a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it"
                            + " its just me my no nor not of on or our out she so some such than that the their them then"
                            + " there these they this those to too up us was we were what when where which while who why"
                            + " will with would you your")
                    .split(" "));

    private Words() {}

    /** @param start where the word begins in the text, {@code end} where it ends, exclusive */
    record Token(String word, int start, int end) {}

    /** The words of a text, in order; a compound one comes before its parts. */
    static List<Token> of(String text) {
        Map<String, String> known = new HashMap<>();
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String whole = matcher.group();
            add(tokens, known, whole, matcher.start());
            String[] parts = PARTS.split(whole);
            if (parts.length > 1) {
                int at = matcher.start();
                for (String part : parts) {
                    add(tokens, known, part, at);
                    at += part.length();
                }
            }
        }
        return tokens;
    }

    /** The different words that somebody asks for, in order. */
    static Set<String> asked(String question) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(question);
        while (matcher.find()) {
            String word = word(matcher.group());
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static void add(List<Token> tokens, Map<String, String> known, String written, int start) {
        String word = known.computeIfAbsent(written, Words::word);
        if (!word.isEmpty()) {
            tokens.add(new Token(word, start, start + written.length()));
        }
    }

    /** Empty for what says nothing: "the", single letters, numbers of one or two digits. */
    private static String word(String written) {
        String plain = (isAscii(written) ? written : withoutAccents(written)).toLowerCase(Locale.ROOT);
        if (TOO_COMMON.contains(plain) || SHORT.matcher(plain).matches()) {
            return "";
        }
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(plain.length() > LONGEST ? cut(plain) : plain);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String withoutAccents(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace('’', '\'');
    }

    private static String cut(String word) {
        return word.substring(0, Character.isHighSurrogate(word.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
