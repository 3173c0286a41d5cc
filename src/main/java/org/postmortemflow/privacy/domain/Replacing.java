package org.postmortemflow.privacy.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds one person in texts, and puts other words there. Names and addresses are found in whatever case, as HTML writes them, over
 * line breaks and in the folded lines of a calendar (RFC 5545 §3.1); never inside of longer words.
 */
public final class Replacing {

    /** @param address what stands for each of the addresses */
    public record Words(String id, String name, String address) {}

    private record Rule(Pattern pattern, String by) {}

    /** Between any two characters of a calendar's text. */
    private static final String FOLD = "(?:\\r?\\n[ \\t])?";

    private static final String GAP = "(?:\\s|&nbsp;|&#160;)+";

    /** In a calendar the two characters {@code \\n} are a line break (RFC 5545 §3.3.11). */
    private static final String LINE_BREAK_BEFORE = "(?<=\\\\(?:\\r?\\n[ \\t])?[nN])";

    private static final String NO_WORD_BEFORE = "(?:(?<![\\p{L}\\p{N}])|" + LINE_BREAK_BEFORE + ")";
    private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{N}])";

    /** As the organisation file takes ids; a full stop may end a sentence. */
    private static final String NO_ID_BEFORE = "(?:(?<![\\p{L}\\p{N}._@-])|" + LINE_BREAK_BEFORE + ")";

    private static final String NO_ID_AFTER = "(?![._@-]*[\\p{L}\\p{N}])";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9]+");

    private final String id;
    private final Words by;
    private final List<Rule> inTexts = new ArrayList<>();
    private final List<Rule> inCodes = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    public Replacing(String id, Collection<String> names, Collection<String> addresses, Words by) {
        this.id = id;
        this.by = by;
        longestFirst(addresses)
                .forEach(address -> text(NO_ID_BEFORE + spelt(address) + NO_ID_AFTER, by.address(), address));
        longestFirst(names).forEach(name -> text(NO_WORD_BEFORE + spelt(name) + NO_WORD_AFTER, by.name(), name));
        text(NO_ID_BEFORE + "@" + spelt(id) + NO_ID_AFTER, "@" + by.id(), id);
        inCodes.addAll(inTexts);
        inCodes.add(new Rule(Pattern.compile(NO_ID_BEFORE + Pattern.quote(id) + NO_ID_AFTER), by.id()));
    }

    public String id() {
        return id;
    }

    public Words by() {
        return by;
    }

    /** The text without the person; the same one when it does not speak of them. */
    public String inText(String text) {
        return replaced(text, inTexts);
    }

    /** As {@link #inText}, with ids that stand alone. */
    public String inCode(String text) {
        return replaced(text, inCodes);
    }

    /** Every text that speaks of the person contains one of these once it is in lower case and unfolded; ASCII only. */
    public List<String> hints() {
        return List.copyOf(hints);
    }

    private void text(String pattern, String replacement, String sought) {
        inTexts.add(new Rule(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                Matcher.quoteReplacement(replacement)));
        PLAIN.matcher(sought)
                .results()
                .map(run -> run.group().toLowerCase(Locale.ROOT))
                .max(Comparator.comparingInt(String::length))
                .ifPresentOrElse(hints::add, () -> hints.add(""));
    }

    private static String replaced(String text, List<Rule> rules) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.pattern().matcher(result).replaceAll(rule.by());
        }
        return result;
    }

    private static List<String> longestFirst(Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String spelt(String words) {
        StringBuilder pattern = new StringBuilder();
        boolean first = true;
        for (String word : words.strip().split("\\s+")) {
            if (!first) {
                pattern.append(FOLD).append(GAP).append(FOLD);
            }
            first = false;
            pattern.append(speltWord(word));
        }
        return pattern.toString();
    }

    private static String speltWord(String word) {
        List<String> characters = new ArrayList<>();
        word.codePoints()
                .forEach(point -> characters.add(
                        switch (point) {
                            case '\'', '\u2019' -> "(?:['\u2019]|&#39;|&#x27;|&apos;)";
                            case '&' -> "(?:&amp;|&)";
                            default -> Pattern.quote(Character.toString(point));
                        }));
        return String.join(FOLD, characters);
    }
}
