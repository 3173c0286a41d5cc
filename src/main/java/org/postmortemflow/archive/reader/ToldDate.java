package org.postmortemflow.archive.reader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date as a document tells it.
 *
 * @param year 0 when it is not told
 * @param day 0 when only month and year are known
 * @param swappable whether day and month may be the other way round: {@code 3/4/2021}
 */
record ToldDate(int year, int month, int day, boolean swappable) {

    /** The same with day and month exchanged. */
    ToldDate swapped() {
        return new ToldDate(year, day, month, true);
    }

    boolean isWhole() {
        return year != 0 && day != 0;
    }

    /** With the year that comes closest to another date when none is told. */
    Optional<LocalDate> near(LocalDate other) {
        try {
            if (year != 0) {
                return Optional.of(LocalDate.of(year, month, Math.max(day, 1)));
            }
            LocalDate best = null;
            for (int candidate = other.getYear() - 1; candidate <= other.getYear() + 1; candidate++) {
                if (month == 2 && day == 29 && !java.time.Year.isLeap(candidate)) {
                    continue;
                }
                LocalDate date = LocalDate.of(candidate, month, Math.max(day, 1));
                if (best == null || distance(date, other) < distance(best, other)) {
                    best = date;
                }
            }
            return Optional.ofNullable(best);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The date when it is told in full and exists. */
    Optional<LocalDate> whole() {
        return isWhole() ? near(LocalDate.EPOCH) : Optional.empty();
    }

    private static long distance(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other));
    }
}
