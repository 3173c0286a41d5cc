package org.postmortemflow.archive.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of day, Unix times, and times counted from a beginning. */
final class ClockReader {

    private static final String FRACTION = "(?:[.,](?<f>\\d{1,9}))?";
    private static final String HALF = "(?:\\s?(?<half>[aApP])\\.?[mM]\\b\\.?)?";
    private static final Pattern COLON = Pattern.compile(
            "(?<h>\\d{1,2})(?:[:∶]|h(?=\\d))(?<m>\\d{2})(?:[:∶](?<s>\\d{2})" + FRACTION + ")?(?!\\d)" + HALF);
    private static final Pattern DOT =
            Pattern.compile("(?<h>\\d{2})\\.(?<m>\\d{2})(?:\\.(?<s>\\d{2})" + FRACTION + ")?(?![\\d.])" + HALF);
    private static final Pattern DOT_HALF =
            Pattern.compile("(?<h>\\d{1,2})\\.(?<m>\\d{2})(?<s>)(?<f>)\\s?(?<half>[aApP])\\.?[mM]\\b\\.?");
    private static final Pattern HOUR =
            Pattern.compile("(?<h>\\d{1,2})(?<m>)(?<s>)(?<f>)\\s?(?<half>[aApP])\\.?[mM]\\b\\.?");
    private static final Pattern DIGITS =
            Pattern.compile("(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d)(?<s>[0-5]\\d)?(?<f>)(?<half>)(?![\\d:.,/-])");
    private static final Pattern DIGITS_TAIL =
            Pattern.compile("\\s?(?:h(?:rs?|ours?)?\\b|UTC|GMT|Z\\b|[A-Z]{2,4}T\\b|[+-]\\d{2}:?\\d{2}\\b)");
    private static final Pattern OPEN = Pattern.compile(
            "(?<h>\\d{1,2})[:.](?:\\?\\??|[xX]{1,2}|--|mm|__|_)|(?:HH|hh|\\?\\??|[xX]{2}|--|__)[:.](?:mm|MM|\\?\\??|[xX]{2}|--|__)(?![\\p{L}\\d])");
    private static final Pattern UNIX =
            Pattern.compile("(?<s>1[0-9]{9})(?:\\.(?<f>\\d{1,9}))?(?!\\d)|(?<ms>1[0-9]{12})(?!\\d)");
    private static final Pattern SINCE = Pattern.compile(
            "(?<t>[Tt]\\s?)?(?<sign>[+\\-−])\\s?(?:(?<a>\\d{1,3}):(?<b>\\d{2})(?::(?<c>\\d{2}))?(?![\\d:])|(?:(?<d>\\d{1,3})\\s?d(?:ays?)?\\b\\s?)?"
                    + "(?:(?<h>\\d{1,3})\\s?h(?:ours?|rs?)?(?![\\p{L}])\\s?)?(?:(?<m>\\d{1,4})\\s?m(?:in(?:ute)?s?)?(?![\\p{L}])\\s?)?(?:(?<s>\\d{1,5})\\s?s(?:ec(?:ond)?s?)?(?![\\p{L}]))?"
                    + "(?<bare>\\d{1,4}(?!\\d|[.:]\\d))?)|[Tt]\\s?[=]?\\s?0(?![\\d:])");

    /** A time of day and where it ends; {@code time} is null when it is left open altogether. */
    record Found(@Nullable LocalTime time, boolean vague, boolean nextDay, int end) {}

    private ClockReader() {}

    /** @param loose whether this is a place for times, where {@code 1430} and {@code 09.30} mean nothing else */
    static Optional<Found> at(String text, int from, boolean loose) {
        for (Pattern form : new Pattern[] {COLON, DOT_HALF, DOT, HOUR, DIGITS}) {
            Matcher match = region(form, text, from);
            boolean plain = form != DIGITS && form != DOT;
            if (match.lookingAt() && (plain || loose || tail(text, match.end(), form == DOT))) {
                Optional<Found> found = read(match);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        Matcher open = region(OPEN, text, from);
        if (open.lookingAt()) {
            int hour = open.group("h") == null ? -1 : Integer.parseInt(open.group("h"));
            return Optional.of(
                    new Found(hour >= 0 && hour < 24 ? LocalTime.of(hour, 0) : null, true, false, open.end()));
        }
        return Optional.empty();
    }

    /** A Unix time in seconds or milliseconds. */
    static Optional<Instant> unix(String text, int from, int[] end) {
        Matcher match = region(UNIX, text, from);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        end[0] = match.end();
        return Optional.of(
                match.group("ms") != null
                        ? Instant.ofEpochMilli(Long.parseLong(match.group("ms")))
                        : Instant.ofEpochSecond(Long.parseLong(match.group("s")), nanos(match.group("f"))));
    }

    /** {@code T+5m}, {@code +00:15}, {@code T-10 min}, {@code T0}; bare numbers count minutes. */
    static Optional<Duration> since(String text, int from, int[] end) {
        Matcher match = region(SINCE, text, from);
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        end[0] = from + match.group().stripTrailing().length();
        if (match.group("sign") == null) {
            return Optional.of(Duration.ZERO);
        }
        Duration length;
        if (match.group("a") != null) {
            boolean seconds = match.group("c") != null;
            length = Duration.ofHours(number(match, "a"))
                    .plusMinutes(number(match, "b"))
                    .plusSeconds(seconds ? number(match, "c") : 0);
        } else {
            boolean bare = match.group("bare") != null;
            boolean none = match.group("d") == null
                    && match.group("h") == null
                    && match.group("m") == null
                    && match.group("s") == null;
            if (none && !bare || none && match.group("t") == null || !none && bare) {
                return Optional.empty();
            }
            length = Duration.ofDays(number(match, "d"))
                    .plusHours(number(match, "h"))
                    .plusMinutes(number(match, "m") + number(match, "bare"))
                    .plusSeconds(number(match, "s"));
        }
        return Optional.of("+".equals(match.group("sign")) ? length : length.negated());
    }

    private static Matcher region(Pattern pattern, String text, int from) {
        Matcher match = pattern.matcher(text).region(from, text.length());
        match.useTransparentBounds(true);
        return match;
    }

    private static boolean tail(String text, int end, boolean dot) {
        Matcher tail = region(DIGITS_TAIL, text, end);
        return tail.lookingAt()
                || dot && text.substring(end).matches("(?s)[*_\\])]{0,4}(?:\\s*[-–—:|]|\\s*$|\\s?Uhr\\b).*");
    }

    private static Optional<Found> read(Matcher match) {
        int hour = Integer.parseInt(match.group("h"));
        int minute = empty(match.group("m")) ? 0 : Integer.parseInt(match.group("m"));
        int second = empty(match.group("s")) ? 0 : Math.min(59, Integer.parseInt(match.group("s")));
        String half = match.group("half");
        if (!empty(half)) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).equals("p") ? 12 : 0);
        }
        boolean nextDay = hour == 24 && minute == 0 && second == 0;
        if (hour > 23 && !nextDay || minute > 59) {
            return Optional.empty();
        }
        LocalTime time = LocalTime.of(nextDay ? 0 : hour, minute, second, nanos(match.group("f")));
        return Optional.of(new Found(time, false, nextDay, match.end()));
    }

    private static int nanos(@Nullable String fraction) {
        return empty(fraction) ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static long number(Matcher match, String group) {
        String text = match.group(group);
        return text == null ? 0 : Long.parseLong(text);
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
