package org.postmortemflow.archive.reader;

import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether {@code 3/4/2021} is the third of April or the fourth of March. */
final class DayOrder {

    private static final Pattern DATE = Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\d/])");
    private static final Pattern AMERICAN =
            Pattern.compile("\\d\\s?[AaPp]\\.?[Mm]\\b|\\b(?:P[SD]T|E[SD]T|C[SD]T|M[SD]T|PT|ET)\\b");

    private DayOrder() {}

    /** Other dates of the document decide, then American times, then where the organisation is. */
    static boolean isDayFirst(String text, ZoneId home) {
        Matcher date = DATE.matcher(text);
        if (date.find()) {
            String year = date.group(3).length() == 2 ? "20" + date.group(3) : date.group(3);
            String iso = "%s-%02d-%02d";
            int a = Integer.parseInt(date.group(1));
            int b = Integer.parseInt(date.group(2));
            boolean monthFirst = text.contains(iso.formatted(year, a, b));
            boolean dayFirst = text.contains(iso.formatted(year, b, a));
            if (monthFirst != dayFirst) {
                return dayFirst;
            }
        }
        date.reset();
        while (date.find()) {
            if (Integer.parseInt(date.group(1)) > 12) {
                return true;
            }
            if (Integer.parseInt(date.group(2)) > 12) {
                return false;
            }
        }
        return !AMERICAN.matcher(text).find()
                && !home.getId().startsWith("America/")
                && !home.getId().startsWith("US/");
    }
}
