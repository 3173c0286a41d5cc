package org.postmortemflow.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.Figure.Stretch;

/**
 * What a timeline says about the impact (R16), computed from its rows and nothing else.
 *
 * @param visible how long customers noticed it; differs from how long the response took
 * @param sev1 how long the incident was in Sev-1
 * @param sev2 how long the incident was in Sev-2
 * @param toDetect from the cause's beginning
 * @param toAcknowledge from the first page
 * @param toMitigate from the cause's beginning
 * @param toResolve from the cause's beginning
 */
public record ImpactFigures(
        Figure visible,
        Figure sev1,
        Figure sev2,
        Figure toDetect,
        Figure toAcknowledge,
        Figure toMitigate,
        Figure toResolve) {

    /** @param items in any order; what was put aside does not count */
    public static ImpactFigures of(Collection<TimelineItem> items) {
        Moments moments = Moments.of(items);
        return new ImpactFigures(
                visible(moments),
                inSeverity(moments, Severity.SEV_1),
                inSeverity(moments, Severity.SEV_2),
                between(moments.causeBegan(), "Cause began", moments.detected(), "Detected"),
                between(moments.called(), "Page", moments.acknowledged(), "Acknowledged"),
                between(moments.causeBegan(), "Cause began", moments.mitigated(), "Mitigated"),
                between(moments.causeBegan(), "Cause began", moments.resolved(), "Resolved"));
    }

    private static Figure between(
            Optional<TimelineItem> from, String fromName, Optional<TimelineItem> to, String toName) {
        List<String> lacking = new ArrayList<>();
        if (from.isEmpty()) {
            lacking.add("'" + fromName + "'");
        }
        if (to.isEmpty()) {
            lacking.add("'" + toName + "'");
        }
        if (!lacking.isEmpty()) {
            return Figure.unknown("no row tells " + String.join(" and ", lacking) + " yet");
        }
        return stretch(from.orElseThrow(), to.orElseThrow())
                .map(stretch -> Figure.of(List.of(stretch)))
                .orElseGet(() -> Figure.unknown("'%s' is before '%s'; one of the times may be a slip"
                        .formatted(
                                to.orElseThrow().kind().label(),
                                from.orElseThrow().kind().label())));
    }

    private static Optional<Stretch> stretch(TimelineItem from, TimelineItem to) {
        return to.at().isBefore(from.at()) ? Optional.empty() : Optional.of(new Stretch(from, to));
    }

    /** Rows that say whether customers notice it; without any, from the first change of the impact to the mitigation. */
    private static Figure visible(Moments moments) {
        List<TimelineItem> told = told(moments, item -> item.noticed() != null);
        Optional<TimelineItem> end = moments.mitigated().or(moments::resolved);
        if (told.stream().anyMatch(item -> Boolean.TRUE.equals(item.noticed()))) {
            return stretches(told, item -> Boolean.TRUE.equals(item.noticed()), moments.resolved());
        }
        if (!told.isEmpty()) {
            return Figure.unknown("no row tells when customers began to notice it");
        }
        Optional<TimelineItem> begin = moments.first(TimelineKind.IMPACT_CHANGE);
        return begin.isEmpty()
                ? Figure.unknown("no row tells when customers noticed it; say so at a row of kind 'Impact change'")
                : between(begin, "Impact change", end, "Mitigated");
    }

    private static Figure inSeverity(Moments moments, Severity severity) {
        List<TimelineItem> told = told(moments, item -> item.severity() != null);
        return told.isEmpty()
                ? Figure.unknown("no row tells the severity yet; give it to a row of kind 'Status change'")
                : stretches(told, item -> item.severity() == severity, moments.resolved());
    }

    private static List<TimelineItem> told(Moments moments, Predicate<TimelineItem> tells) {
        return moments.items().stream().filter(tells).toList();
    }

    /** Each row that begins a stretch lasts until the next that tells anything, the last one until the resolution at most. */
    private static Figure stretches(
            List<TimelineItem> told, Predicate<TimelineItem> begins, Optional<TimelineItem> resolved) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            TimelineItem from = told.get(i);
            TimelineItem next = i + 1 < told.size() ? told.get(i + 1) : null;
            TimelineItem to = earlier(next, resolved.orElse(null));
            if (begins.test(from) && to == null) {
                return Figure.unknown("no row tells 'Resolved' yet");
            }
            if (begins.test(from)
                    && from.at().isBefore(Objects.requireNonNull(to).at())) {
                stretches.add(new Stretch(from, to));
            }
        }
        return Figure.of(joined(stretches));
    }

    private static @Nullable TimelineItem earlier(@Nullable TimelineItem one, @Nullable TimelineItem other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? other : one;
    }

    /** Two that touch are one: the row between them told nothing new. */
    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.to().equals(stretch.from())) {
                joined.set(joined.size() - 1, new Stretch(last.from(), stretch.to()));
            } else {
                joined.add(stretch);
            }
        }
        return joined;
    }
}
