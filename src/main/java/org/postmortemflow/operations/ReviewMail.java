package org.postmortemflow.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.FilterQuery;
import org.postmortemflow.dashboard.StayWords;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.operations.domain.Case;
import org.postmortemflow.operations.domain.Tally;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.Distribution;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Words the mail: a few lines, and the way to the whole review. */
@Component
class ReviewMail {

    private static final int MOST_LINES = 5;

    private final Links links;

    ReviewMail(Links links) {
        this.links = links;
    }

    /** Empty when the person may read none of what it counts. */
    Optional<Mail> to(Person person, String occasion, FactFilter filter, OperationalReview review) {
        return review.services().stream()
                .flatMap(service -> service.readable().stream())
                .findFirst()
                .map(Case::id)
                .map(id -> new Mail(
                        id,
                        "operational-review",
                        occasion,
                        new Mail.Recipient(person.id(), person.name(), person.email()),
                        Map.of(
                                "personName",
                                person.name(),
                                "months",
                                ReviewText.months(review),
                                "summary",
                                ReviewText.counted(review),
                                "lines",
                                lines(review),
                                "link",
                                links.page(address(filter))),
                        null));
    }

    private static List<String> lines(OperationalReview review) {
        return Stream.of(
                        review.lengths().stream()
                                .filter(one -> one.spread().count() > 0)
                                .map(one -> one.name() + ": " + spread(one.spread())),
                        review.recurrences().stream()
                                .limit(MOST_LINES)
                                .map(one -> "Again: %s at %s, in %d incidents"
                                        .formatted(one.factor(), one.service(), one.times())),
                        review.factors().stream().limit(MOST_LINES).map(ReviewMail::factor),
                        review.kinds().stream()
                                .filter(one -> one.done() + one.open() > 0)
                                .map(one -> "Follow-ups, %s: %d done, %d open"
                                        .formatted(one.kind().label(), one.done(), one.open())))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String factor(Tally factor) {
        return "Contributing factor: %s, in %d %s"
                .formatted(factor.name(), factor.count(), factor.count() == 1 ? "incident" : "incidents");
    }

    private static String spread(Distribution spread) {
        return "half within %s, worst %s".formatted(StayWords.words(spread.median()), StayWords.words(spread.worst()));
    }

    /** The page with the same filter. */
    private static String address(FactFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dashboard/review");
        FilterQuery.write(filter).forEach(address::queryParam);
        return address.encode().build().toUriString();
    }
}
