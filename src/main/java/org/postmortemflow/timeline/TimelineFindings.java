package org.postmortemflow.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What could make a timeline better (R17): hints, none of which ever stops anybody. What was put aside does not count.
 *
 * @param gaps between detection and resolution, by time
 * @param outOfOrder by time
 * @param withEvidence how many of {@code shown} rows have a source
 * @param missing named moments that no row tells
 */
public record TimelineFindings(
        List<Gap> gaps, List<OutOfOrder> outOfOrder, int withEvidence, int shown, List<TimelineKind> missing) {

    /** A long time of the response about which nothing is written. */
    public record Gap(TimelineItem from, TimelineItem to) {

        public Duration length() {
            return Duration.between(from.at(), to.at());
        }

        public String words() {
            return Lengths.words(length());
        }
    }

    /**
     * A row whose time contradicts the order in which the rows were written.
     *
     * @param neighbour the row that was written next to it and has it the other way round
     * @param writtenAfter whether the row was written after its neighbour, though its time is earlier
     */
    public record OutOfOrder(TimelineRow row, TimelineItem neighbour, boolean writtenAfter) {}

    /** @param rows in any order */
    public static TimelineFindings of(Collection<TimelineRow> rows, Duration longestGap) {
        List<TimelineRow> shown =
                rows.stream().filter(row -> !row.item().hidden()).toList();
        Moments moments = Moments.of(shown.stream().map(TimelineRow::item).toList());
        return new TimelineFindings(
                gaps(moments, longestGap),
                outOfOrder(shown),
                (int) moments.items().stream().filter(TimelineItem::hasEvidence).count(),
                shown.size(),
                moments.missing());
    }

    public boolean isEmpty() {
        return gaps.isEmpty() && outOfOrder.isEmpty() && missing.isEmpty() && withEvidence == shown;
    }

    private static List<Gap> gaps(Moments moments, Duration longest) {
        Optional<TimelineItem> detected = moments.detected();
        Optional<TimelineItem> resolved = moments.resolved();
        if (detected.isEmpty() || resolved.isEmpty()) {
            return List.of();
        }
        Instant begin = detected.get().at();
        Instant end = resolved.get().at();
        List<TimelineItem> within = moments.items().stream()
                .filter(item -> !item.at().isBefore(begin) && !item.at().isAfter(end))
                .toList();
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < within.size(); i++) {
            Gap gap = new Gap(within.get(i - 1), within.get(i));
            if (gap.length().compareTo(longest) > 0) {
                gaps.add(gap);
            }
        }
        return List.copyOf(gaps);
    }

    private static List<OutOfOrder> outOfOrder(List<TimelineRow> shown) {
        Stream<List<TimelineRow>> batches = shown.stream()
                .filter(row -> row.batch() != null && row.written() != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.batch())))
                .values()
                .stream();
        return batches.flatMap(batch -> strays(batch.stream()
                        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.written())))
                        .toList()))
                .sorted(Comparator.comparing(
                                (OutOfOrder stray) -> stray.row().item().at())
                        .thenComparing(stray -> stray.row().item().id()))
                .toList();
    }

    /** The fewest rows without which the others, in the order as written, are in the order of time. */
    private static Stream<OutOfOrder> strays(List<TimelineRow> written) {
        List<UUID> inOrder =
                InOrder.longest(written).stream().map(row -> row.item().id()).toList();
        List<OutOfOrder> strays = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            TimelineRow row = written.get(i);
            if (!inOrder.contains(row.item().id())) {
                contradiction(written, i).ifPresent(strays::add);
            }
        }
        return strays.stream();
    }

    private static Optional<OutOfOrder> contradiction(List<TimelineRow> written, int place) {
        TimelineRow row = written.get(place);
        Instant at = row.item().at();
        for (int distance = 1; distance < written.size(); distance++) {
            int before = place - distance;
            int after = place + distance;
            if (before >= 0 && written.get(before).item().at().isAfter(at)) {
                return Optional.of(new OutOfOrder(row, written.get(before).item(), true));
            }
            if (after < written.size() && written.get(after).item().at().isBefore(at)) {
                return Optional.of(new OutOfOrder(row, written.get(after).item(), false));
            }
        }
        return Optional.empty();
    }
}
