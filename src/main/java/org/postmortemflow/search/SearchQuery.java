package org.postmortemflow.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;

/**
 * What somebody looks for. Null means: any.
 *
 * @param words all of them, in any order and form; empty for any
 * @param factor words that stand among the contributing factors; empty for any
 * @param service id or name
 * @param from the first local day of the resolution, in the organisation's zone
 * @param to the last one
 */
public record SearchQuery(
        String words,
        String factor,
        @Nullable String service,
        @Nullable Severity severity,
        @Nullable Status status,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** In characters. */
    public static final int LONGEST = 1000;

    private static final int LATEST_YEAR = 9999;

    /** Words only. */
    public static SearchQuery of(String words) {
        return new SearchQuery(words, "", null, null, null, null, null);
    }

    /** Whether nothing at all was asked for. */
    public boolean isEmpty() {
        return words.isBlank()
                && factor.isBlank()
                && service == null
                && severity == null
                && status == null
                && from == null
                && to == null;
    }

    /** @throws org.postmortemflow.shared.Refused when it is too long, or ends before it begins */
    void check() {
        new Problems()
                .when(words.length() > LONGEST, "q", "Please use at most 1,000 characters.")
                .when(factor.length() > LONGEST, "factor", "Please use at most 1,000 characters.")
                .when(impossible(from), "from", "Please give a day of this age.")
                .when(impossible(to), "to", "Please give a day of this age.")
                .when(from != null && to != null && from.isAfter(to), "to", "This is before the first day.")
                .refuseIfAny();
    }

    private static boolean impossible(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 1 || day.getYear() > LATEST_YEAR);
    }
}
