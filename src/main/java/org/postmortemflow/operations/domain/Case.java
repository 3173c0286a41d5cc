package org.postmortemflow.operations.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * An incident as the review counts it.
 *
 * @param at where its deadlines count from; {@code month} is the month of that in the organisation's zone
 * @param hidden whether the reader may not read its postmortem: it is counted, and never named
 * @param factors as {@link FactorNames} tells them apart
 * @param toDetect from its start; null when one of the two is not known, as in the other two lengths
 * @param noticed who noticed it, in words
 */
public record Case(
        PostmortemId id,
        String title,
        Instant at,
        YearMonth month,
        boolean hidden,
        List<String> services,
        Set<String> factors,
        @Nullable Duration toDetect,
        @Nullable Duration toMitigate,
        @Nullable Duration toResolve,
        String noticed) {

    /** From one instant to another; null when one is not known, or when they are the wrong way round. */
    public static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from) ? null : Duration.between(from, to);
    }
}
