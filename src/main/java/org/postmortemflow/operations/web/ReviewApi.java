package org.postmortemflow.operations.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.operations.OperationalReview;
import org.postmortemflow.operations.OperationalReviews;
import org.postmortemflow.operations.domain.Tally;
import org.postmortemflow.shared.Distribution;
import org.postmortemflow.shared.PersonId;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The operational review as JSON. */
@RestController
class ReviewApi {

    private final OperationalReviews reviews;
    private final ReviewQuery queries;

    ReviewApi(OperationalReviews reviews, ReviewQuery queries) {
        this.reviews = reviews;
        this.queries = queries;
    }

    /** Lengths are in seconds; {@code hidden} incidents are counted and not named. */
    record Review(
            YearMonth from,
            YearMonth to,
            int incidents,
            int hidden,
            List<Column> trend,
            Map<String, Integer> noticed,
            Map<String, Length> lengths,
            List<Named> services,
            List<Named> factors,
            Map<String, Integer> classes,
            int withoutFactor,
            List<Again> recurrences,
            List<Kind> followUps) {}

    record Column(String period, int incidents, int noticedByPeople, Length detect, Length mitigate, Length resolve) {}

    /** @param p90 null with fewer than five values */
    record Length(
            int known,
            @Nullable Long median,
            @Nullable Long p90,
            @Nullable Long worst) {

        static Length of(Distribution spread) {
            return new Length(spread.count(), seconds(spread.median()), seconds(spread.p90()), seconds(spread.worst()));
        }

        private static @Nullable Long seconds(@Nullable Duration length) {
            return length == null ? null : length.toSeconds();
        }
    }

    record Named(String name, int incidents, List<String> postmortems) {

        static Named of(Tally tally) {
            return new Named(tally.name(), tally.count(), ids(tally));
        }
    }

    record Again(String service, String factor, int incidents, List<String> postmortems) {}

    record Kind(String kind, int done, int open, int declined) {}

    @Operation(
            summary = "Trends across incidents",
            description =
                    "Parameters: from and to (months, 2026-06, inclusive; the last twelve by default), team, service, "
                            + "severity, person, status (repeatable), by (month or quarter). Lists name what the caller may read.")
    @GetMapping(path = "/api/metrics/review", produces = MediaType.APPLICATION_JSON_VALUE)
    Review review(@RequestParam MultiValueMap<String, String> typed, PersonId reader) {
        ReviewQuery.Asked asked = queries.read(typed);
        OperationalReview review = reviews.of(asked.filter(), asked.period(), reader);
        return new Review(
                review.from(),
                review.to(),
                review.counted(),
                review.hidden(),
                review.columns().stream()
                        .map(one -> new Column(
                                one.name(),
                                one.incidents(),
                                one.noticedByPeople(),
                                Length.of(one.detect()),
                                Length.of(one.mitigate()),
                                Length.of(one.resolve())))
                        .toList(),
                review.noticed(),
                Map.of(
                        "detect", Length.of(review.detect().spread()),
                        "mitigate", Length.of(review.mitigate().spread()),
                        "resolve", Length.of(review.resolve().spread())),
                review.services().stream().map(Named::of).toList(),
                review.factors().stream().map(Named::of).toList(),
                review.classes(),
                review.withoutFactor(),
                review.recurrences().stream()
                        .map(one -> new Again(one.service(), one.factor(), one.times(), ids(one.tally())))
                        .toList(),
                review.kinds().stream()
                        .map(one -> new Kind(one.kind().key(), one.done(), one.open(), one.declined()))
                        .toList());
    }

    private static List<String> ids(Tally tally) {
        return tally.readable().stream().map(one -> one.id().toString()).toList();
    }
}
