package org.postmortemflow.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.people.Organisation;
import org.springframework.stereotype.Component;

/** What can be chosen in a follow-up's form: rows of label and value. */
@Component
public class Choices {

    private final Organisation organisation;

    Choices(Organisation organisation) {
        this.organisation = organisation;
    }

    /** By the name of the field. */
    public Map<String, List<Map<String, String>>> all() {
        return Map.of(
                "kindOptions", options(Arrays.stream(Kind.values()).map(kind -> option(kind.key(), kind.label()))),
                "priorityOptions", options(FollowUpRow.PRIORITIES.stream().map(priority -> option(priority, priority))),
                "teamOptions", options(organisation.teams().stream().map(team -> option(team.id(), team.name()))),
                "personOptions",
                        options(organisation.persons().stream()
                                .map(person -> option(person.id().value(), person.name()))));
    }

    public List<Map<String, String>> states() {
        return options(Arrays.stream(State.values()).map(state -> option(state.key(), state.label())));
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("label", label, "value", value);
    }

    private static List<Map<String, String>> options(Stream<Map<String, String>> options) {
        return options.toList();
    }
}
