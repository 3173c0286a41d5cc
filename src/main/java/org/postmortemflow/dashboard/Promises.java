package org.postmortemflow.dashboard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.PromiseRecords.Changes;
import org.postmortemflow.dashboard.PromiseRecords.Missed;
import org.postmortemflow.dashboard.PromiseRecords.Word;
import org.postmortemflow.dashboard.PromisesReport.MeetingShare;
import org.postmortemflow.dashboard.PromisesReport.Times;
import org.postmortemflow.dashboard.PromisesReport.Took;
import org.postmortemflow.dashboard.domain.Flow;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.Distribution;
import org.postmortemflow.shared.Greatest;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the organisation keeps its promises. Each figure is defined in {@link Figure}, and the same for everybody. */
@Component
public class Promises {

    private static final int MOST_WORDS = 10;
    private static final int MOST_POINTS = 100;

    private final Facts facts;
    private final PromiseRecords records;
    private final Readership readership;
    private final Organisation organisation;
    private final Clock clock;

    Promises(Facts facts, PromiseRecords records, Readership readership, Organisation organisation, Clock clock) {
        this.facts = facts;
        this.records = records;
        this.readership = readership;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The filter of a request; the last twelve months when it names none.
     *
     * @throws org.postmortemflow.shared.Refused naming each parameter that cannot be read; nobody is measured here, so no person
     */
    public FactFilter read(Map<String, List<String>> params) {
        FactFilter filter = FilterQuery.read(params, lastYear());
        new Problems()
                .when(
                        !filter.persons().isEmpty(),
                        "person",
                        "These figures are about the organisation, not about persons.")
                .refuseIfAny();
        return filter;
    }

    /** The last twelve months, this one included. */
    public FactFilter lastYear() {
        YearMonth now = YearMonth.from(clock.instant().atZone(organisation.zone()));
        return FactFilter.ALL.within(now.minusMonths(11), now);
    }

    /**
     * @param filter with a first and a last month
     * @param viewer who sees points, names and reasons only of what they may read
     */
    @Transactional(readOnly = true)
    public PromisesReport report(FactFilter filter, PersonId viewer) {
        List<YearMonth> months = months(filter);
        NavigableMap<Instant, YearMonth> starts = starts(months);
        Instant now = clock.instant();
        List<PostmortemFact> all = facts.all(filter).stream()
                .filter(one -> one.importedAt() == null)
                .toList();
        Set<PostmortemId> hidden = readership.hidden(
                all.stream()
                        .filter(PostmortemFact::isPrivate)
                        .map(PostmortemFact::id)
                        .toList(),
                viewer);
        List<PostmortemFact> cases =
                all.stream().filter(one -> one.status() != Status.CANCELLED).toList();
        List<PostmortemFact> kept =
                cases.stream().filter(one -> one.status() != Status.WAIVED).toList();
        List<PostmortemFact> due = kept.stream()
                .filter(one -> one.meeting().inTime() || one.meeting().missed(now))
                .toList();
        List<PostmortemFact> major = cases.stream()
                .filter(one -> one.severity() != null && one.severity().isMajor())
                .toList();
        int overdue = all.stream()
                .mapToInt(one -> one.tallies().followUpsOverdue(now))
                .sum();
        return new PromisesReport(
                months,
                all.size(),
                hidden.size(),
                all(due).share(""),
                byMonth(starts, due),
                by(due, PostmortemFact::team),
                by(due, one -> one.severity() == null ? "" : one.severity().key()),
                Share.of(major, one -> one.status() != Status.WAIVED),
                times(kept, one -> one.progress().ownerAt(), starts, hidden),
                times(
                        kept,
                        one -> one.meeting().heldAt() == null
                                ? null
                                : one.meeting().start(),
                        starts,
                        hidden),
                times(kept, one -> one.progress().reviewedAt(), starts, hidden),
                times(
                        kept,
                        one -> one.status() == Status.CLOSED ? one.progress().closedAt() : null,
                        starts,
                        hidden),
                missed(all),
                readable(records.reasons(latest(all, one -> one.tallies().reasonAt()), MOST_WORDS), hidden),
                records.escalations(filter),
                Distribution.of(all.stream()
                        .flatMap(one -> one.tallies().reviews().stream())
                        .toList()),
                followUps(filter, months),
                inTime(kept, overdue),
                overdue,
                all.stream().mapToInt(one -> one.followUps().declined()).sum(),
                readable(records.declined(latest(all, one -> one.tallies().declinedAt()), MOST_WORDS), hidden),
                acknowledged(all));
    }

    private static List<YearMonth> months(FactFilter filter) {
        YearMonth from = Objects.requireNonNull(filter.from(), "a first month");
        YearMonth to = Objects.requireNonNull(filter.to(), "a last month");
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }

    /** When each of them begins in the organisation's zone. */
    private NavigableMap<Instant, YearMonth> starts(List<YearMonth> months) {
        ZoneId zone = organisation.zone();
        NavigableMap<Instant, YearMonth> starts = new TreeMap<>();
        months.forEach(month -> starts.put(month.atDay(1).atStartOfDay(zone).toInstant(), month));
        return starts;
    }

    /** Of an instant in one of them. */
    private static YearMonth month(Instant at, NavigableMap<Instant, YearMonth> starts) {
        return Objects.requireNonNull(starts.floorEntry(at)).getValue();
    }

    private static MeetingCount all(List<PostmortemFact> due) {
        MeetingCount all = new MeetingCount();
        due.forEach(one -> all.add(one.meeting()));
        return all;
    }

    private static List<MeetingShare> byMonth(NavigableMap<Instant, YearMonth> starts, List<PostmortemFact> due) {
        Map<YearMonth, MeetingCount> counts = new TreeMap<>();
        starts.values().forEach(month -> counts.put(month, new MeetingCount()));
        due.forEach(one -> counts.get(month(one.clockStart(), starts)).add(one.meeting()));
        return shares(counts);
    }

    private static List<MeetingShare> by(List<PostmortemFact> due, Function<PostmortemFact, String> key) {
        Map<String, MeetingCount> counts = new TreeMap<>();
        due.forEach(one ->
                counts.computeIfAbsent(key.apply(one), of -> new MeetingCount()).add(one.meeting()));
        return shares(counts);
    }

    private static List<MeetingShare> shares(Map<?, MeetingCount> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue().share(entry.getKey().toString()))
                .toList();
    }

    private static Times times(
            List<PostmortemFact> cases,
            Function<PostmortemFact, @Nullable Instant> end,
            NavigableMap<Instant, YearMonth> starts,
            Set<PostmortemId> hidden) {
        List<Duration> all = new ArrayList<>(cases.size());
        Map<YearMonth, List<Duration>> byMonth = new TreeMap<>();
        List<Took> visible = new ArrayList<>(cases.size());
        for (PostmortemFact one : cases) {
            Instant at = end.apply(one);
            if (at != null) {
                Duration between = Duration.between(one.clockStart(), at);
                // an owner may be designated, and a clock started again, before the resolution that counts
                Duration time = between.isNegative() ? Duration.ZERO : between;
                all.add(time);
                byMonth.computeIfAbsent(month(one.clockStart(), starts), month -> new ArrayList<>())
                        .add(time);
                if (!hidden.contains(one.id())) {
                    visible.add(new Took(one.id(), one.title(), one.clockStart(), time));
                }
            }
        }
        Map<YearMonth, Distribution> ofMonths = new TreeMap<>();
        byMonth.forEach((month, some) -> ofMonths.put(month, Distribution.of(some)));
        List<Took> longest = Greatest.of(visible, MOST_POINTS, Comparator.comparing(Took::time));
        return new Times(Distribution.of(all), ofMonths, longest);
    }

    private Flow followUps(FactFilter filter, List<YearMonth> months) {
        ZoneId zone = organisation.zone();
        List<Instant> borders = Stream.concat(
                        months.stream(), Stream.of(months.get(months.size() - 1).plusMonths(1)))
                .map(month -> month.atDay(1).atStartOfDay(zone).toInstant())
                .toList();
        Changes changes = records.followUps(filter, borders);
        return Flow.from(changes.openBefore(), changes.opened(), changes.ended());
    }

    private static Share acknowledged(List<PostmortemFact> all) {
        int acknowledged = 0;
        int asked = 0;
        for (PostmortemFact one : all) {
            if (one.status() == Status.CLOSED) {
                acknowledged += one.tallies().readers().part();
                asked += one.tallies().readers().whole();
            }
        }
        return new Share(acknowledged, asked);
    }

    private static Share inTime(List<PostmortemFact> kept, int overdue) {
        int done = kept.stream().mapToInt(one -> one.followUps().done()).sum();
        int inTime = kept.stream().mapToInt(one -> one.followUps().doneInTime()).sum();
        return new Share(inTime, done + overdue);
    }

    private static Map<DeadlineKind, Missed> missed(List<PostmortemFact> all) {
        Map<DeadlineKind, Missed> missed = new EnumMap<>(DeadlineKind.class);
        for (PostmortemFact one : all) {
            one.tallies()
                    .missed()
                    .forEach(deadline ->
                            missed.merge(deadline.kind(), new Missed(1, deadline.excused() ? 1 : 0), Missed::plus));
        }
        return missed;
    }

    /** Those in which something was said last: no more than words are shown. */
    private static List<PostmortemId> latest(
            List<PostmortemFact> all, Function<PostmortemFact, @Nullable Instant> said) {
        List<PostmortemFact> some =
                all.stream().filter(one -> said.apply(one) != null).toList();
        Comparator<PostmortemFact> bySaid = Comparator.comparing(one -> Objects.requireNonNull(said.apply(one)));
        return Greatest.of(some, MOST_WORDS, bySaid).stream()
                .map(PostmortemFact::id)
                .toList();
    }

    private static List<Word> readable(List<Word> words, Set<PostmortemId> hidden) {
        return words.stream()
                .filter(word -> !hidden.contains(word.postmortem()))
                .toList();
    }
}
