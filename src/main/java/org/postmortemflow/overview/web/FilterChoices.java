package org.postmortemflow.overview.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** What the form of filters offers: for each name values with their labels. */
@Component
class FilterChoices {

    private final Organisation organisation;

    FilterChoices(Organisation organisation) {
        this.organisation = organisation;
    }

    /** One value that can be chosen. */
    record Choice(String value, String label) {}

    /** The name in addresses, its label, what stands for no choice, and the choices. */
    record Field(String name, String label, String none, List<Choice> choices) {}

    List<Field> all() {
        Map<String, Field> fields = new LinkedHashMap<>();
        add(
                fields,
                "status",
                "Status",
                "Open",
                Stream.concat(
                        Stream.of(new Choice(ListQuery.ALL, "All")),
                        Arrays.stream(Status.values()).map(one -> new Choice(one.key(), one.label()))));
        add(
                fields,
                "step",
                "Waits at",
                "Any step",
                Arrays.stream(Step.values()).map(one -> new Choice(one.key(), one.label())));
        add(
                fields,
                "team",
                "Team",
                "All",
                Stream.concat(
                        organisation.teams().stream()
                                .sorted(Comparator.comparing(Team::name))
                                .map(one -> new Choice(one.id(), one.name())),
                        Stream.of(new Choice(ListQuery.NO_TEAM, "No team known"))));
        add(
                fields,
                "service",
                "Service",
                "All",
                organisation.services().stream()
                        .sorted(Comparator.comparing(Service::name))
                        .map(one -> new Choice(one.id(), one.name())));
        add(
                fields,
                "severity",
                "Severity",
                "All",
                Arrays.stream(Severity.values()).map(one -> new Choice(one.key(), one.label())));
        add(
                fields,
                "person",
                "Person",
                "All",
                Stream.concat(
                        Stream.of(new Choice(ListQuery.ME, "Whoever looks")),
                        organisation.persons().stream()
                                .sorted(Comparator.comparing(Person::name))
                                .map(one -> new Choice(one.id().value(), one.name()))));
        return List.copyOf(fields.values());
    }

    private static void add(Map<String, Field> fields, String name, String label, String none, Stream<Choice> choices) {
        fields.put(name, new Field(name, label, none, choices.toList()));
    }
}
