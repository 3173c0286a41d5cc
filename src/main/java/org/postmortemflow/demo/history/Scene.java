package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/**
 * A postmortem that is at work when the demo starts.
 *
 * @param plot which of the plots
 * @param severity null when nobody has set it yet
 * @param ago how long ago the incident was resolved
 * @param waiting the steps that nobody has done yet; all before them are done
 */
record Scene(String key, int plot, @Nullable Severity severity, Duration ago, Set<Step> waiting) {

    /** One for each part of the process, and one that is late. */
    static List<Scene> all() {
        return List.of(
                new Scene("demo-now-1", 3, Severity.SEV_1, Duration.ofMinutes(25), Set.of(Step.DESIGNATE_OWNER)),
                new Scene("demo-now-2", 6, Severity.SEV_2, Duration.ofHours(5), Set.of(Step.SCHEDULE_MEETING)),
                new Scene(
                        "demo-now-3",
                        13,
                        Severity.SEV_2,
                        Duration.ofHours(26),
                        Set.of(Step.ANALYSE, Step.OPEN_FOLLOW_UPS, Step.DRAFT_EXTERNAL_MESSAGE)),
                new Scene("demo-now-4", 9, Severity.SEV_1, Duration.ofHours(47), Set.of(Step.REVIEW_POSTMORTEM)),
                new Scene("demo-now-5", 4, Severity.SEV_2, Duration.ofHours(80), Set.of(Step.HOLD_MEETING)),
                new Scene("demo-now-6", 12, null, Duration.ofMinutes(50), Set.of(Step.SET_SEVERITY)),
                new Scene("demo-now-7", 1, Severity.SEV_2, Duration.ofHours(70), Set.of(Step.DESIGNATE_OWNER)));
    }

    /** The same each time, but for the time of day. */
    Occurrence at(Instant now) {
        Plot what = Plot.all().get(plot);
        Instant resolved = now.minus(ago);
        return new Occurrence(
                key,
                what,
                what.titles().get(1),
                what.services(),
                severity == null ? Severity.SEV_3 : severity,
                what.customers() != null,
                resolved.minus(Duration.ofMinutes(94)),
                resolved.minus(Duration.ofMinutes(88)),
                resolved.minus(Duration.ofMinutes(21)),
                resolved,
                1);
    }
}
