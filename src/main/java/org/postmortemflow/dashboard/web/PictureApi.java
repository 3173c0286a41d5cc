package org.postmortemflow.dashboard.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.Stall;
import org.postmortemflow.dashboard.Stalls;
import org.postmortemflow.shared.Severity;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the process picture as JSON. */
@RestController
class PictureApi {

    private final Stalls stalls;
    private final PictureFilter filters;

    PictureApi(Stalls stalls, PictureFilter filters) {
        this.stalls = stalls;
        this.filters = filters;
    }

    /** Months are inclusive; lengths are in seconds. */
    record Figures(
            @Nullable YearMonth from,
            @Nullable YearMonth to,
            Set<String> teams,
            List<String> severities,
            List<StepFigures> steps) {}

    /**
     * @param open now, whatever the months are; {@code openLate} of them are past their due time
     * @param p90 null when it was done fewer than five times
     * @param overdue in total
     */
    record StepFigures(
            String step,
            String label,
            int open,
            int openLate,
            @Nullable Instant openSince,
            int done,
            @Nullable Long median,
            @Nullable Long p90,
            @Nullable Long longest,
            int late,
            int again,
            long overdue) {

        static StepFigures of(Stall stall) {
            Stall.Passed passed = stall.passed();
            return new StepFigures(
                    stall.step().key(),
                    stall.step().label(),
                    stall.waiting().open(),
                    stall.waiting().late(),
                    stall.waiting().since(),
                    passed.done(),
                    seconds(passed.median()),
                    passed.isEnough() ? seconds(passed.ninetieth()) : null,
                    seconds(passed.longest()),
                    passed.late(),
                    passed.again(),
                    passed.overdue().toSeconds());
        }

        private static @Nullable Long seconds(@Nullable Duration length) {
            return length == null ? null : length.toSeconds();
        }
    }

    @Operation(
            summary = "Where postmortems stall: figures of each step",
            description =
                    "Parameters: from and to (months, 2026-06, inclusive; the last three by default), team and severity (repeatable).")
    @GetMapping(path = "/api/metrics/process", produces = MediaType.APPLICATION_JSON_VALUE)
    Figures process(@RequestParam MultiValueMap<String, String> asked) {
        FactFilter filter = filters.read(asked);
        return new Figures(
                filter.from(),
                filter.to(),
                filter.teams(),
                filter.severities().stream().map(Severity::key).toList(),
                stalls.figures(filter).stream().map(StepFigures::of).toList());
    }
}
