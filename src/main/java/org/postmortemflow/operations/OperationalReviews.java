package org.postmortemflow.operations;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Detection;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.Facts;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.dashboard.Tallies.Answer;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.operations.OperationalReview.Column;
import org.postmortemflow.operations.OperationalReview.KindRow;
import org.postmortemflow.operations.OperationalReview.Length;
import org.postmortemflow.operations.OperationalReview.Lengths;
import org.postmortemflow.operations.domain.Case;
import org.postmortemflow.operations.domain.FactorClass;
import org.postmortemflow.operations.domain.FactorNames;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.operations.domain.Recurrence;
import org.postmortemflow.operations.domain.Tally;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.Distribution;
import org.postmortemflow.shared.Greatest;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the operational review together. Imported and waived postmortems count, because their incidents happened; cancelled ones do not. */
@Component
@Transactional(readOnly = true)
public class OperationalReviews {

    private static final int LONGEST_SHOWN = 10;

    private final Facts facts;
    private final Readership readership;
    private final Organisation organisation;

    OperationalReviews(Facts facts, Readership readership, Organisation organisation) {
        this.facts = facts;
        this.readership = readership;
        this.organisation = organisation;
    }

    /** @param filter with both months */
    public OperationalReview of(FactFilter filter, Period period, PersonId reader) {
        YearMonth from = Objects.requireNonNull(filter.from());
        YearMonth to = Objects.requireNonNull(filter.to());
        List<PostmortemFact> counted = facts.all(filter).stream()
                .filter(fact -> fact.status() != Status.CANCELLED)
                .toList();
        Set<PostmortemId> hidden = readership.hidden(
                counted.stream()
                        .filter(PostmortemFact::isPrivate)
                        .map(PostmortemFact::id)
                        .toList(),
                reader);
        // many name the same factors
        Map<String, Set<String>> names = new HashMap<>();
        Map<String, FactorClass> classes = new HashMap<>();
        List<Case> cases =
                counted.stream().map(fact -> one(fact, hidden, names)).toList();
        List<Tally> services = Tally.of(cases, Case::services);
        List<Tally> named = Tally.of(cases, Case::factors);
        List<Recurrence> again = Recurrence.in(cases);
        long unnamed = services.stream()
                        .filter(Predicate.not(Tally::mayBeNamed))
                        .count()
                + named.stream().filter(Predicate.not(Tally::mayBeNamed)).count()
                + again.stream().filter(one -> !one.tally().mayBeNamed()).count();
        return new OperationalReview(
                from,
                to,
                period,
                cases.size(),
                (int) cases.stream().filter(Case::hidden).count(),
                columns(cases, period, from, to),
                lengths("Time to detect", cases, Case::toDetect),
                lengths("Time to mitigate", cases, Case::toMitigate),
                lengths("Time to resolve", cases, Case::toResolve),
                counts(cases, one -> Set.of(one.noticed())),
                services.stream().filter(Tally::mayBeNamed).toList(),
                named.stream().filter(Tally::mayBeNamed).toList(),
                counts(
                        cases,
                        one -> one.factors().stream()
                                .map(factor -> classes.computeIfAbsent(factor, FactorClass::of)
                                        .label())
                                .toList()),
                (int) cases.stream().filter(one -> one.factors().isEmpty()).count(),
                again.stream().filter(one -> one.tally().mayBeNamed()).toList(),
                (int) unnamed,
                kinds(counted));
    }

    private Case one(PostmortemFact fact, Set<PostmortemId> hidden, Map<String, Set<String>> names) {
        PostmortemFact.Course course = fact.course();
        return new Case(
                fact.id(),
                fact.title(),
                fact.clockStart(),
                YearMonth.from(fact.clockStart().atZone(organisation.zone())),
                hidden.contains(fact.id()),
                fact.services(),
                factors(fact, names),
                Case.between(course.startedAt(), course.detectedAt()),
                Case.between(course.startedAt(), course.mitigatedAt()),
                Case.between(course.startedAt(), course.resolvedAt()),
                course.detection().label());
    }

    private static Set<String> factors(PostmortemFact fact, Map<String, Set<String>> names) {
        Set<String> factors = new TreeSet<>();
        fact.tallies()
                .answers()
                .forEach(answer -> factors.addAll(names.computeIfAbsent(answer.factor(), FactorNames::of)));
        return factors;
    }

    private static List<Column> columns(List<Case> cases, Period period, YearMonth from, YearMonth to) {
        Map<YearMonth, List<Case>> byStart =
                cases.stream().collect(Collectors.groupingBy(one -> period.start(one.month())));
        return period.between(from, to).stream()
                .map(start -> column(period.name(start), byStart.getOrDefault(start, List.of())))
                .toList();
    }

    private static Column column(String name, List<Case> cases) {
        return new Column(
                name,
                cases.size(),
                (int) cases.stream()
                        .filter(one -> one.noticed().equals(Detection.PEOPLE.label()))
                        .count(),
                spread(cases, Case::toDetect),
                spread(cases, Case::toMitigate),
                spread(cases, Case::toResolve));
    }

    private static Distribution spread(List<Case> cases, Function<Case, @Nullable Duration> length) {
        return Distribution.of(
                cases.stream().map(length).filter(Objects::nonNull).toList());
    }

    private static Lengths lengths(String name, List<Case> cases, Function<Case, @Nullable Duration> length) {
        List<Length> known = cases.stream()
                .filter(one -> !one.hidden() && length.apply(one) != null)
                .map(one -> new Length(one, Objects.requireNonNull(length.apply(one))))
                .toList();
        List<Length> longest = Greatest.of(known, LONGEST_SHOWN, Comparator.comparing(Length::length));
        return new Lengths(name, spread(cases, length), longest);
    }

    private static Map<String, Integer> counts(List<Case> cases, Function<Case, java.util.Collection<String>> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Tally.of(cases, names).forEach(tally -> counts.put(tally.name(), tally.count()));
        return counts;
    }

    private static List<KindRow> kinds(List<PostmortemFact> counted) {
        Map<Kind, Map<State, Long>> answers = counted.stream()
                .flatMap(fact -> fact.tallies().answers().stream())
                .collect(Collectors.groupingBy(
                        Answer::kind, Collectors.groupingBy(Answer::state, Collectors.counting())));
        return Arrays.stream(Kind.values())
                .map(kind -> kindRow(kind, answers.getOrDefault(kind, Map.of())))
                .toList();
    }

    private static KindRow kindRow(Kind kind, Map<State, Long> states) {
        return new KindRow(
                kind,
                count(states, state -> state == State.DONE),
                count(states, State::isOpen),
                count(states, state -> state == State.DECLINED));
    }

    private static int count(Map<State, Long> states, Predicate<State> which) {
        return states.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToInt(entry -> entry.getValue().intValue())
                .sum();
    }
}
