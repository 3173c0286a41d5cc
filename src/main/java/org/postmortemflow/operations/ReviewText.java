package org.postmortemflow.operations;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.StayWords;
import org.postmortemflow.notification.Links;
import org.postmortemflow.operations.OperationalReview.Lengths;
import org.postmortemflow.operations.domain.Case;
import org.postmortemflow.shared.Distribution;
import org.springframework.stereotype.Component;

/** The operational review as Markdown, to be kept, sent on and talked about. Titles and names are hostile: they stay text. */
@Component
public class ReviewText {

    private final Links links;

    ReviewText(Links links) {
        this.links = links;
    }

    public String markdown(OperationalReview review) {
        StringBuilder text = new StringBuilder("# Operational review, %s\n\n".formatted(months(review)));
        text.append(counted(review)).append("\n\n");
        text.append("## Trend\n\n");
        table(
                text,
                List.of("", "Incidents", "Noticed by people", "Detect, median", "Mitigate, median", "Resolve, median"),
                review.columns().stream()
                        .map(one -> List.of(
                                one.name(),
                                "" + one.incidents(),
                                "" + one.noticedByPeople(),
                                median(one.detect()),
                                median(one.mitigate()),
                                median(one.resolve()))));
        text.append("## Who noticed\n\n");
        counts(text, review.noticed());
        text.append("## How long\n\n");
        review.lengths().forEach(lengths -> lengths(text, lengths));
        text.append("## Services\n\n");
        table(
                text,
                List.of("Service", "Incidents"),
                review.services().stream().map(one -> List.of(plain(one.name()), "" + one.count())));
        text.append("## Contributing factors\n\nAs follow-ups name them; %d incidents have none named.\n\n"
                .formatted(review.withoutFactor()));
        table(
                text,
                List.of("Factor", "Incidents"),
                review.factors().stream().map(one -> List.of(plain(one.name()), "" + one.count())));
        text.append("### By class\n\n");
        counts(text, review.classes());
        text.append("## What came back\n\n");
        table(
                text,
                List.of("Service", "Factor", "Incidents", "Which"),
                review.recurrences().stream()
                        .map(one -> List.of(
                                plain(one.service()),
                                plain(one.factor()),
                                "" + one.times(),
                                one.tally().readable().stream().map(this::link).collect(Collectors.joining(", ")))));
        text.append("## Follow-ups\n\n");
        table(
                text,
                List.of("Kind", "Done", "Open", "Declined"),
                review.kinds().stream()
                        .map(one ->
                                List.of(one.kind().label(), "" + one.done(), "" + one.open(), "" + one.declined())));
        return text.toString();
    }

    /** The months in words: {@code Jun 2026}, or {@code Apr 2026 to Jun 2026}. */
    static String months(OperationalReview review) {
        String from = name(review.from());
        return review.from().equals(review.to()) ? from : from + " to " + name(review.to());
    }

    private static String name(YearMonth month) {
        return org.postmortemflow.operations.domain.Period.MONTH.name(month);
    }

    /** How many, and how many of them the reader does not see. */
    static String counted(OperationalReview review) {
        String many = review.counted() == 1 ? "1 incident." : review.counted() + " incidents.";
        return review.hidden() == 0
                ? many
                : many + " %d private ones are counted but not listed.".formatted(review.hidden());
    }

    private void lengths(StringBuilder text, Lengths lengths) {
        Distribution spread = lengths.spread();
        text.append("**%s** (%d known): ".formatted(lengths.name(), spread.count()));
        if (spread.count() == 0) {
            text.append("none known.\n\n");
            return;
        }
        text.append("median %s, %s, worst %s.\n\n"
                .formatted(
                        median(spread),
                        spread.p90() == null
                                ? "too few for a percentile"
                                : "nine of ten within " + StayWords.words(spread.p90()),
                        StayWords.words(spread.worst())));
        lengths.longest()
                .forEach(one -> text.append("- %s: %s\n".formatted(link(one.one()), StayWords.words(one.length()))));
        text.append('\n');
    }

    private String link(Case one) {
        return "[%s](%s)".formatted(plain(one.title()), links.postmortem(one.id()));
    }

    private static String median(Distribution spread) {
        return spread.median() == null ? "-" : StayWords.words(spread.median());
    }

    private static void counts(StringBuilder text, Map<String, Integer> counts) {
        if (counts.isEmpty()) {
            text.append("Nothing to count.\n");
        }
        counts.forEach((name, count) -> text.append("- %s: %d\n".formatted(plain(name), count)));
        text.append('\n');
    }

    private static void table(StringBuilder text, List<String> heads, Stream<List<String>> rows) {
        List<List<String>> all = rows.toList();
        if (all.isEmpty()) {
            text.append("Nothing to count.\n\n");
            return;
        }
        text.append("| ").append(String.join(" | ", heads)).append(" |\n|").append("---|".repeat(heads.size()));
        text.append('\n');
        all.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        text.append('\n');
    }

    /** One line of text that no Markdown reader takes for anything else. */
    private static String plain(@Nullable String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~!&])", "\\\\$1");
    }
}
