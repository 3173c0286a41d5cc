package org.postmortemflow.overview.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Which postmortems somebody asks for, as text in an address; each name can be repeated. */
final class ListQuery {

    static final String ME = "me";
    static final String NO_TEAM = "none";
    static final String OPEN = "open";
    static final String ALL = "all";

    private static final List<String> NAMES =
            List.of("from", "to", "team", "service", "severity", "person", "status", "step", "late", "by");

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private final Map<String, List<String>> asked = new LinkedHashMap<>();
    private final PersonId viewer;
    private final Organisation organisation;

    /** Keeps what has a known name and is not blank. */
    ListQuery(Map<String, List<String>> typed, PersonId viewer, Organisation organisation) {
        this.viewer = viewer;
        this.organisation = organisation;
        for (String name : NAMES) {
            List<String> values = typed.getOrDefault(name, List.of()).stream()
                    .map(value -> value == null ? "" : value.strip())
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .distinct()
                    .limit(MOST)
                    .toList();
            if (!values.isEmpty()) {
                asked.put(name, values);
            }
        }
    }

    /**
     * What cannot be read is noted beside its name, and leaves nothing out.
     *
     * @param usually the statuses when none is given
     */
    ListFilter filter(Set<Status> usually, Problems problems) {
        return new ListFilter(
                month("from", problems),
                month("to", problems),
                texts("team").stream()
                        .map(team -> team.equals(NO_TEAM) ? "" : team)
                        .collect(Collectors.toSet()),
                texts("service").stream().map(this::service).collect(Collectors.toSet()),
                known("severity", Severity::parse, problems, "Severities are sev-1 to sev-5."),
                texts("person").stream()
                        .map(person -> person.equals(ME) ? viewer : new PersonId(person))
                        .collect(Collectors.toSet()),
                statuses(usually, problems),
                known("step", ListQuery::step, problems, "There is no such step, for example schedule-meeting."),
                !texts("late").isEmpty());
    }

    /** As asked; else by due time while only open ones are shown, and the newest first otherwise. */
    ListOrder order(ListFilter filter) {
        return texts("by").stream()
                .flatMap(by -> Arrays.stream(ListOrder.values())
                        .filter(order -> order.name().equalsIgnoreCase(by)))
                .findFirst()
                .orElse(
                        !filter.statuses().isEmpty() && ListFilter.OPEN.containsAll(filter.statuses())
                                ? ListOrder.DUE
                                : ListOrder.NEWEST);
    }

    public List<String> texts(String name) {
        return asked.getOrDefault(name, List.of());
    }

    /** For a form that shows one value for each name. */
    public String text(String name) {
        return texts(name).stream().findFirst().orElse("");
    }

    public boolean isAny() {
        return !asked.isEmpty();
    }

    /** The same as a part of an address, always in the same order; empty when nothing is asked. */
    String address() {
        return asked.entrySet().stream()
                .flatMap(one ->
                        one.getValue().stream().map(value -> one.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private String service(String idOrName) {
        return organisation.service(idOrName).map(Service::id).orElse(idOrName);
    }

    private @Nullable YearMonth month(String name, Problems problems) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            problems.when(!inRange(month), name, "This month is too far away.");
            return inRange(month) ? month : null;
        } catch (DateTimeException unreadable) {
            problems.when(true, name, "Please give a month like 2026-06.");
            return null;
        }
    }

    private static boolean inRange(YearMonth month) {
        return month.getYear() >= 1970 && month.getYear() < 9999;
    }

    private Set<Status> statuses(Set<Status> usually, Problems problems) {
        Set<Status> statuses = new LinkedHashSet<>();
        for (String key : texts("status")) {
            if (key.equals(ALL)) {
                return Set.of();
            }
            Collection<Status> found = key.equals(OPEN)
                    ? ListFilter.OPEN
                    : Arrays.stream(Status.values())
                            .filter(status -> status.key().equals(key))
                            .toList();
            problems.when(
                    found.isEmpty(),
                    "status",
                    "There is no such status; known are draft, in-review, reviewed, closed, waived, cancelled, open and all.");
            statuses.addAll(found);
        }
        return statuses.isEmpty() ? usually : statuses;
    }

    private static Optional<Step> step(String key) {
        return Arrays.stream(Step.values())
                .filter(step -> step.key().equals(key))
                .findFirst();
    }

    private <T> Set<T> known(String name, Function<String, Optional<T>> read, Problems problems, String problem) {
        Set<T> found = new LinkedHashSet<>();
        for (String text : texts(name)) {
            Optional<T> one = read.apply(text);
            problems.when(one.isEmpty(), name, problem);
            one.ifPresent(found::add);
        }
        return found;
    }
}
