package org.postmortemflow.dashboard;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;

/**
 * A filter as the address of a page says it: {@code from=2026-01&to=2026-06}, months and inclusive, and {@code team},
 * {@code service}, {@code severity}, {@code person}, {@code status}, each as often as wanted. An empty value is none; the team
 * {@code none} stands for postmortems without a team.
 */
public final class FilterQuery {

    private static final String NO_TEAM = "none";
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final int MOST_MONTHS = 120;
    private static final int MOST_VALUES = 50;

    private FilterQuery() {}

    /**
     * @param params the parameters of the request; others are left alone
     * @param otherwise the months when none is said; with one of them said, the other is as far away
     * @throws org.postmortemflow.shared.Refused naming each parameter that cannot be read
     */
    public static FactFilter read(Map<String, List<String>> params, FactFilter otherwise) {
        Problems problems = new Problems();
        Optional<YearMonth> from = month(params, "from", problems);
        Optional<YearMonth> to = month(params, "to", problems);
        Set<Severity> severities =
                values(params, "severity", Severity::parse, "Please name severities like sev-1.", problems);
        Set<Status> statuses =
                values(params, "status", FilterQuery::status, "Please name statuses like in-review.", problems);
        YearMonth first = from.orElse(otherwise.from());
        YearMonth last = to.orElse(otherwise.to());
        if (first != null && last != null) {
            if (from.isPresent() && to.isEmpty() && first.isAfter(last)) {
                last = first;
            } else if (to.isPresent() && from.isEmpty() && first.isAfter(last)) {
                first = last;
            }
            problems.when(first.isAfter(last), "from", "The first month is after the last one.")
                    .when(
                            ChronoUnit.MONTHS.between(first, last) >= MOST_MONTHS,
                            "from",
                            "Please look at %d months at most.".formatted(MOST_MONTHS));
        }
        Set<String> teams = texts(params, "team", problems).stream()
                .map(team -> team.equals(NO_TEAM) ? "" : team)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> services = texts(params, "service", problems);
        Set<PersonId> persons = texts(params, "person", problems).stream()
                .map(PersonId::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        problems.refuseIfAny();
        return new FactFilter(first, last, teams, services, severities, persons, statuses);
    }

    /** What {@link #read} reads, for links; in an order that does not change. */
    public static Map<String, List<String>> write(FactFilter filter) {
        Map<String, List<String>> params = new TreeMap<>();
        put(params, "from", filter.from() == null ? List.of() : List.of(filter.from()), YearMonth::toString);
        put(params, "to", filter.to() == null ? List.of() : List.of(filter.to()), YearMonth::toString);
        put(params, "team", filter.teams(), team -> team.isEmpty() ? NO_TEAM : team);
        put(params, "service", filter.services(), service -> service);
        put(params, "severity", filter.severities(), Severity::key);
        put(params, "person", filter.persons(), PersonId::value);
        put(params, "status", filter.statuses(), Status::key);
        return params;
    }

    private static <T> void put(
            Map<String, List<String>> params, String name, Collection<T> values, Function<T, String> text) {
        if (!values.isEmpty()) {
            params.put(name, values.stream().map(text).sorted().toList());
        }
    }

    private static Optional<YearMonth> month(Map<String, List<String>> params, String name, Problems problems) {
        List<String> typed = given(params, name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.parse(typed.get(0));
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return Optional.of(month);
            }
        } catch (DateTimeException unreadable) {
            // said below, as for a month that is too far away
        }
        problems.when(true, name, "Please write the month like 2026-06.");
        return Optional.empty();
    }

    private static <T> Set<T> values(
            Map<String, List<String>> params,
            String name,
            Function<String, Optional<T>> read,
            String message,
            Problems problems) {
        Set<T> values = new LinkedHashSet<>();
        for (String text : given(params, name)) {
            read.apply(text).ifPresentOrElse(values::add, () -> problems.when(true, name, message));
        }
        return values;
    }

    private static Set<String> texts(Map<String, List<String>> params, String name, Problems problems) {
        List<String> typed = given(params, name);
        problems.when(typed.size() > MOST_VALUES, name, "Please name %d at most.".formatted(MOST_VALUES));
        return new LinkedHashSet<>(typed);
    }

    private static List<String> given(Map<String, List<String>> params, String name) {
        @Nullable List<String> typed = params.get(name);
        return typed == null
                ? List.of()
                : typed.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private static Optional<Status> status(String key) {
        return Arrays.stream(Status.values())
                .filter(status -> status.key().equals(key))
                .findFirst();
    }
}
