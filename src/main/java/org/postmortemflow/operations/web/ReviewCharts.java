package org.postmortemflow.operations.web;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Chart;
import org.postmortemflow.dashboard.Chart.Series;
import org.postmortemflow.operations.OperationalReview;
import org.postmortemflow.operations.OperationalReview.Column;
import org.postmortemflow.shared.Distribution;

/** The trends as pictures. */
final class ReviewCharts {

    private static final double MINUTES_OF_AN_HOUR = 60;

    private ReviewCharts() {}

    static List<Chart> of(OperationalReview review) {
        return List.of(incidents(review), lengths(review));
    }

    private static Chart incidents(OperationalReview review) {
        return Chart.of(
                "incidents",
                "Incidents, and how many of them people noticed first",
                Chart.Kind.BARS,
                "",
                names(review),
                List.of(
                        new Series(
                                "Incidents",
                                false,
                                review.columns().stream().map(Column::incidents).toList()),
                        new Series(
                                "Noticed by people",
                                false,
                                review.columns().stream()
                                        .map(Column::noticedByPeople)
                                        .toList())));
    }

    private static Chart lengths(OperationalReview review) {
        return Chart.of(
                "lengths",
                "Medians from the start of the incident",
                Chart.Kind.LINES,
                "hours",
                names(review),
                List.of(
                        new Series("Detect", true, medians(review, Column::detect)),
                        new Series("Mitigate", true, medians(review, Column::mitigate)),
                        new Series("Resolve", true, medians(review, Column::resolve))));
    }

    private static List<String> names(OperationalReview review) {
        return review.columns().stream().map(Column::name).toList();
    }

    private static List<@Nullable Double> medians(OperationalReview review, Function<Column, Distribution> spread) {
        return review.columns().stream()
                .<@Nullable Double>map(column -> hours(spread.apply(column).median()))
                .toList();
    }

    private static @Nullable Double hours(@Nullable Duration length) {
        return length == null ? null : length.toMinutes() / MINUTES_OF_AN_HOUR;
    }
}
