package org.postmortemflow.integration.slack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fellbaum.jemoji.Emoji;
import net.fellbaum.jemoji.EmojiManager;

/**
 * Makes Slack's markup readable: mentions, channels, links, dates and emoji codes. What it does not know stays as it is. Slack
 * writes {@code &}, {@code <} and {@code >} of people as entities, so angle brackets are always markup.
 */
final class SlackText {

    private static final Pattern MARKUP = Pattern.compile("<([^<>\\n]{1,3000})>");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*+`", Pattern.DOTALL);
    private static final Pattern EMOJI =
            Pattern.compile(":([a-z0-9_+'-]{1,60}):(?::skin-tone-([2-6]):)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|mailto|tel):.*", Pattern.DOTALL);

    private final Directory directory;

    SlackText(Directory directory) {
        this.directory = directory;
    }

    String readable(String text) {
        StringBuilder readable = new StringBuilder(text.length());
        Matcher code = CODE.matcher(text);
        int end = 0;
        while (code.find()) {
            readable.append(withEmoji(text.substring(end, code.start()))).append(code.group());
            end = code.end();
        }
        readable.append(withEmoji(text.substring(end)));
        String marked = MARKUP.matcher(readable).replaceAll(found -> Matcher.quoteReplacement(markup(found.group(1))));
        return marked.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String withEmoji(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        // an address may hold what looks like a code
        StringBuilder out = new StringBuilder(text.length());
        Matcher markup = MARKUP.matcher(text);
        int end = 0;
        while (markup.find()) {
            out.append(emoji(text.substring(end, markup.start()))).append(markup.group());
            end = markup.end();
        }
        return out.append(emoji(text.substring(end))).toString();
    }

    private static String emoji(String text) {
        return EMOJI.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        EmojiManager.getBySlackAlias(":" + found.group(1).toLowerCase(java.util.Locale.ROOT) + ":")
                                .map(Emoji::getEmoji)
                                .map(plain -> found.group(2) == null ? plain : plain + tone(found.group(2)))
                                .orElse(found.group())));
    }

    /** Fitzpatrick types 1-2 to 6; Slack counts them from 2. */
    private static String tone(String number) {
        return Character.toString(0x1F3FB + Integer.parseInt(number) - 2);
    }

    private String markup(String inner) {
        int bar = inner.indexOf('|');
        String target = bar < 0 ? inner : inner.substring(0, bar);
        String label = bar < 0 ? "" : inner.substring(bar + 1);
        return switch (target.isEmpty() ? ' ' : target.charAt(0)) {
            case '@' -> "@" + person(target.substring(1), label);
            case '#' -> "#" + Directory.first(directory.channelName(target.substring(1)), label, target.substring(1));
            case '!' -> special(target.substring(1), label);
            default -> link(target, label, "<" + inner + ">");
        };
    }

    private String person(String id, String label) {
        return directory.user(id) == null ? Directory.first(label, id) : directory.name(id);
    }

    /** {@code <!here>}, {@code <!subteam^S1|@team>}, {@code <!date^1617192690^{date}|Mar 31>}. */
    private static String special(String what, String label) {
        if (!label.isEmpty()) {
            return what.startsWith("subteam^") && !label.startsWith("@") ? "@" + label : label;
        }
        int caret = what.indexOf('^');
        return "@" + (caret < 0 ? what : what.substring(caret + 1));
    }

    private static String link(String target, String label, String whole) {
        if (!ADDRESS.matcher(target).matches()) {
            return whole;
        }
        String address = target.replaceFirst("(?i)^(mailto|tel):", "");
        boolean saysTheSame = label.isEmpty() || address.equals(label) || address.endsWith("//" + label);
        return saysTheSame ? address : label + " (" + address + ")";
    }
}
