package org.postmortemflow.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.IncidentRecords.Known;

/** What is known after one more report. Reports can arrive in any order: the later instant wins, not the later arrival. */
final class IncidentMerge {

    private IncidentMerge() {}

    /** @param said the report, already matched to the organisation, as if it were all that is known */
    static Known merge(Known known, Known said, Resolution resolution) {
        Incident before = known.incident();
        Incident news = said.incident();
        boolean newer = !said.toldAt().isBefore(known.toldAt());
        Incident later = newer ? news : before;
        Incident earlier = newer ? before : news;
        boolean stateIsNews = changesState(known.stateAt(), said.stateAt(), resolution);
        Incident merged = new Incident(
                before.id(),
                before.source(),
                before.externalKey(),
                later.title(),
                firstOf(later.severity(), earlier.severity()),
                firstOf(later.startedAt(), earlier.startedAt()),
                firstOf(later.detectedAt(), earlier.detectedAt()),
                stateIsNews ? news.resolvedAt() : before.resolvedAt(),
                union(before.services(), news.services()),
                responders(before.responders(), news.responders()),
                later.summary().isEmpty() ? earlier.summary() : later.summary(),
                union(before.criteria(), news.criteria()),
                firstOf(later.url(), earlier.url()));
        return new Known(
                merged, newer ? said.toldAt() : known.toldAt(), stateIsNews ? said.stateAt() : known.stateAt());
    }

    /** The same people as before and those who are new; who had a part already does not become a mere responder too. */
    static List<Responder> responders(List<Responder> before, List<Responder> news) {
        List<Responder> all = new ArrayList<>(before);
        for (Responder one : news) {
            boolean known = all.stream()
                    .anyMatch(other -> sameOne(one, other)
                            && (one.role() == other.role() || one.role() == ResponderRole.RESPONDER));
            if (!known) {
                all.removeIf(other -> sameOne(one, other) && other.role() == ResponderRole.RESPONDER);
                all.add(one);
            }
        }
        return List.copyOf(all);
    }

    /** At the same instant "resolved" wins: that is what a postmortem waits for. */
    private static boolean changesState(Instant knownAt, Instant saidAt, Resolution resolution) {
        return switch (resolution.state()) {
            case RESOLVED -> !saidAt.isBefore(knownAt);
            case ONGOING -> saidAt.isAfter(knownAt);
            case UNTOLD -> false;
        };
    }

    private static boolean sameOne(Responder one, Responder other) {
        return one.person() == null
                ? other.person() == null && one.name().equals(other.name())
                : one.person().equals(other.person());
    }

    private static <T> @Nullable T firstOf(@Nullable T later, @Nullable T earlier) {
        return Optional.ofNullable(later).orElse(earlier);
    }

    private static List<String> union(List<String> before, List<String> news) {
        return Stream.concat(before.stream(), news.stream()).distinct().toList();
    }

    private static Set<Criterion> union(Set<Criterion> before, Set<Criterion> news) {
        EnumSet<Criterion> all = EnumSet.noneOf(Criterion.class);
        all.addAll(before);
        all.addAll(news);
        return Set.copyOf(all);
    }
}
