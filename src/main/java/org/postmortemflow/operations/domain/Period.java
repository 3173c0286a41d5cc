package org.postmortemflow.operations.domain;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of a trend are. */
public enum Period {
    MONTH("month", "Months", 1),
    QUARTER("quarter", "Quarters", 3);

    private static final DateTimeFormatter MONTH_NAME = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private final String key;
    private final String label;
    private final int months;

    Period(String key, String label, int months) {
        this.key = key;
        this.label = label;
        this.months = months;
    }

    /** Used in addresses and settings. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    public static Optional<Period> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /** The first month of the one that a month is in. */
    public YearMonth start(YearMonth month) {
        return month.minusMonths((month.getMonthValue() - 1L) % months);
    }

    /** The first months of all that these months are in. */
    public List<YearMonth> between(YearMonth from, YearMonth to) {
        List<YearMonth> starts = new ArrayList<>();
        for (YearMonth at = start(from); !at.isAfter(to); at = next(at)) {
            starts.add(at);
        }
        return starts;
    }

    public YearMonth next(YearMonth start) {
        return start.plusMonths(months);
    }

    /** For people: {@code Jun 2026}, {@code Q2 2026}. */
    public String name(YearMonth start) {
        return this == MONTH ? MONTH_NAME.format(start) : "Q" + (start.getMonthValue() + 2) / 3 + " " + start.getYear();
    }
}
