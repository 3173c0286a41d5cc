package org.postmortemflow.dashboard.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Chart;
import org.postmortemflow.dashboard.Chart.Kind;
import org.postmortemflow.dashboard.Chart.Point;
import org.postmortemflow.dashboard.Chart.Series;
import org.postmortemflow.dashboard.Figure;
import org.postmortemflow.dashboard.PromisesReport;
import org.postmortemflow.dashboard.PromisesReport.MeetingShare;
import org.postmortemflow.dashboard.PromisesReport.Times;
import org.postmortemflow.dashboard.PromisesReport.Took;
import org.postmortemflow.dashboard.domain.Flow;
import org.postmortemflow.shared.Distribution;

/** The charts of the page of promises. */
final class PromiseCharts {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private final PromisesReport report;
    private final ZoneId zone;
    private final List<String> months;

    PromiseCharts(PromisesReport report, ZoneId zone) {
        this.report = report;
        this.zone = zone;
        this.months = report.months().stream().map(MONTH::format).toList();
    }

    Chart meetings() {
        List<MeetingShare> shares = report.meetingsByMonth();
        return Chart.of(
                "meetings",
                "Meetings by month of the resolution",
                Kind.STACKED,
                "",
                months,
                List.of(
                        bars("In time", shares, one -> one.inTime().part()),
                        bars("Late", shares, MeetingShare::late),
                        bars("Late, excused", shares, MeetingShare::excused)));
    }

    Chart followUps() {
        Flow flow = report.followUps();
        return Chart.of(
                "follow-ups",
                "Follow-ups by month",
                Kind.BARS,
                "",
                months,
                List.of(
                        new Series("Opened", false, flow.came()),
                        new Series("Ended", false, flow.went()),
                        new Series("Open at the end", true, flow.left())));
    }

    Chart breaches() {
        List<String> labels =
                report.breaches().keySet().stream().map(kind -> kind.label()).toList();
        return Chart.of(
                "breaches",
                "Missed deadlines by what was to be done",
                Kind.STACKED,
                "",
                labels,
                List.of(
                        bars("Not excused", List.copyOf(report.breaches().values()), one -> one.all() - one.excused()),
                        bars("Excused", List.copyOf(report.breaches().values()), one -> one.excused())));
    }

    Chart escalations() {
        List<String> labels = report.escalations().keySet().stream()
                .map(rung -> "Rung " + rung)
                .toList();
        return Chart.of(
                "escalations",
                "Escalations by rung",
                Kind.BARS,
                "",
                labels,
                List.of(new Series(
                        "Told", false, List.copyOf(report.escalations().values()))));
    }

    /** In hours while none took two days. */
    Chart times(Figure figure, Times times) {
        Duration worst = times.all().worst();
        Unit unit = worst == null || worst.compareTo(TWO_DAYS) < 0 ? Unit.HOURS : Unit.DAYS;
        return new Chart(
                figure.key(),
                figure.label(),
                Kind.LINES,
                unit.name,
                months,
                List.of(
                        line("Median", times, unit, Distribution::median),
                        line("90th percentile", times, unit, Distribution::p90),
                        line("Worst", times, unit, Distribution::worst)),
                times.longest().stream().map(took -> point(took, unit)).toList());
    }

    private Series line(String name, Times times, Unit unit, Function<Distribution, @Nullable Duration> value) {
        List<@Nullable Double> values = new java.util.ArrayList<>();
        for (YearMonth month : report.months()) {
            Distribution of = times.byMonth().get(month);
            Duration time = of == null ? null : value.apply(of);
            values.add(time == null ? null : unit.of(time));
        }
        return new Series(name, true, values);
    }

    private static <T> Series bars(String name, List<T> from, ToIntFunction<T> value) {
        return new Series(
                name, false, from.stream().map(one -> value.applyAsInt(one)).toList());
    }

    private Point point(Took took, Unit unit) {
        return new Point(
                place(took.from()),
                unit.of(took.time()),
                took.title() + ": " + words(took.time()),
                "/postmortems/" + took.postmortem());
    }

    /** A month's label stands in its middle. */
    private double place(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        long month = ChronoUnit.MONTHS.between(report.months().get(0), YearMonth.from(day));
        return month - 0.5 + (day.getDayOfMonth() - 0.5) / day.lengthOfMonth();
    }

    private enum Unit {
        HOURS("hours", 60),
        DAYS("days", 24 * 60);

        private final String name;
        private final int minutes;

        Unit(String name, int minutes) {
            this.name = name;
            this.minutes = minutes;
        }

        /** To a hundredth. */
        double of(Duration time) {
            return Math.round(100.0 * time.toMinutes() / minutes) / 100.0;
        }
    }

    /** For people: hours below two days, then days. */
    static String words(@Nullable Duration time) {
        if (time == null) {
            return "";
        }
        return time.compareTo(TWO_DAYS) < 0
                ? String.format(Locale.ROOT, "%.1f hours", time.toMinutes() / 60.0)
                : String.format(Locale.ROOT, "%.1f days", time.toMinutes() / 1440.0);
    }
}
