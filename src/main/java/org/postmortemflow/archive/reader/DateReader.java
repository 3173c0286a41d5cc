package org.postmortemflow.archive.reader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates: ISO, European, American, and with the month in words, English or German. */
final class DateReader {

    private static final String MONTH =
            "(?<name>jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|maerz|apr(?:il)?|ma[iy]|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\\b\\.?";
    private static final String WEEKDAY =
            "(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend)\\b\\.?,?\\s{1,3}(?:the\\s)?)?";
    private static final String FREE = "(?<![\\p{L}\\p{N}])";
    private static final List<Form> FORMS = List.of(
            form("(?<y>(?:19|20)\\d{2})-(?<m>\\d{1,2}|\\?\\?|[xX]{2})-(?<d>\\d{1,2}|\\?\\?|[xX]{2})(?!\\d)"),
            form("(?<y>(?:19|20)\\d{2})[/.](?<m>\\d{1,2})[/.](?<d>\\d{1,2})(?!\\d)"),
            form("(?<y>20\\d{2})(?<m>[01]\\d)(?<d>[0-3]\\d)(?=[T\\s]|$)"),
            form("(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>(?:19|20)\\d{2}|\\d{2}(?![\\d:.]))(?!\\d)"),
            form("(?<a>\\d{1,2})(?<sep>[/-])(?<b>\\d{1,2})\\k<sep>(?<y>(?:19|20)\\d{2}|\\d{2}(?!\\d))(?!\\d)"),
            form(WEEKDAY + "(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\sof)?[\\s-]{0,3}" + MONTH
                    + "(?:,?[\\s-]{1,3}(?<y>(?:19|20)\\d{2})(?!\\d))?"),
            form(WEEKDAY + MONTH + "[\\s-]{1,3}(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:\\p{L}])"
                    + "(?:,?[\\s-]{1,3}(?<y>(?:19|20)\\d{2})(?!\\d))?"));
    private static final Map<String, String> GERMAN =
            Map.of("mär", "mar", "mae", "mar", "mai", "may", "okt", "oct", "dez", "dec");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final boolean dayFirst;

    /** @param dayFirst how {@code 3/4/2021} is meant */
    DateReader(boolean dayFirst) {
        this.dayFirst = dayFirst;
    }

    /** A date and where it stands. */
    record Found(ToldDate date, int start, int end) {}

    /** The date that is written exactly there. */
    Optional<Found> at(String text, int from) {
        for (Form form : FORMS) {
            Matcher match = form.pattern().matcher(text).region(from, text.length());
            match.useTransparentBounds(true);
            if (match.lookingAt()) {
                ToldDate date = read(form, match);
                if (date != null) {
                    return Optional.of(new Found(date, match.start(), match.end()));
                }
            }
        }
        return Optional.empty();
    }

    /** The first date with a year anywhere in the text. */
    Optional<Found> firstIn(String text) {
        Optional<Found> first = Optional.empty();
        for (Form form : FORMS) {
            Matcher match = form.pattern().matcher(text);
            while (match.find()) {
                ToldDate date = read(form, match);
                if (date != null && date.whole().isPresent()) {
                    if (first.isEmpty() || match.start() < first.get().start()) {
                        first = Optional.of(new Found(date, match.start(), match.end()));
                    }
                    break;
                }
            }
        }
        return first;
    }

    /** A way to write dates: with two numbers in either order, with the month in words, or plain. */
    private record Form(boolean numbers, boolean words, Pattern pattern) {}

    private static Form form(String text) {
        Pattern pattern = Pattern.compile(FREE + text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return new Form(text.contains("(?<a>"), text.contains("(?<name>"), pattern);
    }

    private @Nullable ToldDate read(Form form, Matcher match) {
        int year = year(match.group("y"));
        if (form.numbers()) {
            int a = Integer.parseInt(match.group("a"));
            int b = Integer.parseInt(match.group("b"));
            boolean unsure = a <= 12 && b <= 12 && a != b;
            boolean first = unsure ? dayFirst : a > 12;
            return checked(new ToldDate(year, first ? b : a, first ? a : b, unsure));
        }
        int month = form.words() ? month(match.group("name")) : number(match.group("m"));
        return checked(new ToldDate(year, month, number(match.group("d")), false));
    }

    private static @Nullable ToldDate checked(ToldDate date) {
        boolean known = date.month() >= 1 && date.month() <= 12 && date.day() >= 0 && date.day() <= 31;
        return known ? date : null;
    }

    private static int year(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int year = Integer.parseInt(text);
        return year < 100 ? 2000 + year : year;
    }

    private static int month(String name) {
        String known = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(GERMAN.getOrDefault(known, known)) + 1;
    }

    private static int number(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : 0;
    }
}
