package org.postmortemflow.followup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A follow-up each for what is worth doing, in the team that will do it; or the reason why nothing is (R20 to R22). */
@Component
class OpenFollowUps implements StepForm {

    private static final String ROWS = "followUps";
    private static final String NONE = "noneBecause";
    private static final int MOST_ROWS = 100;

    private final FollowUps followUps;
    private final Organisation organisation;

    OpenFollowUps(FollowUps followUps, Organisation organisation) {
        this.followUps = followUps;
        this.organisation = organisation;
    }

    @Override
    public Step step() {
        return Step.OPEN_FOLLOW_UPS;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(ROWS, followUps.of(id).stream().map(OpenFollowUps::row).toList());
        fields.put(NONE, followUps.noneBecause(id));
        fields.put("kindOptions", options(Arrays.stream(Kind.values()).map(kind -> option(kind.key(), kind.label()))));
        fields.put(
                "priorityOptions",
                options(FollowUpRow.PRIORITIES.stream().map(priority -> option(priority, priority))));
        fields.put("teamOptions", options(organisation.teams().stream().map(team -> option(team.id(), team.name()))));
        fields.put(
                "personOptions",
                options(organisation.persons().stream()
                        .map(person -> option(person.id().value(), person.name()))));
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<Map<String, String>> rows = answers.rows(ROWS);
        Map<String, PersonId> creators = new HashMap<>();
        followUps.openedBy(id).forEach((followUp, creator) -> creators.put(followUp.toString(), creator));
        Problems problems = new Problems();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FollowUpRow row = new FollowUpRow(rows.get(i), ROWS, i);
            if (!row.isBlank()) {
                row.check(organisation, creators.getOrDefault(row.id(), by), problems);
                drafts.add(row.draft());
            }
        }
        String noneBecause = answers.text(NONE);
        problems.when(
                        drafts.isEmpty() && noneBecause.isEmpty(),
                        NONE,
                        "Please add a follow-up, or say why nothing is worth doing.")
                .when(noneBecause.length() > StepAnswers.MAX_TEXT, NONE, "Please use at most 4,000 characters.")
                .when(drafts.size() > MOST_ROWS, ROWS, "Please keep to %d follow-ups.".formatted(MOST_ROWS))
                .refuseIfAny();
        followUps.write(id, drafts, drafts.isEmpty() ? noneBecause : "", by);
    }

    private static Map<String, Object> row(FollowUp followUp) {
        PersonId assignee = followUp.assignee();
        return Map.of(
                "id", followUp.id().toString(),
                "title", followUp.title(),
                "kind", followUp.kind().key(),
                "team", Objects.requireNonNullElse(followUp.teamId(), ""),
                "priority", followUp.priority(),
                "assignee", assignee == null ? "" : assignee.value(),
                "discuss", followUp.discuss(),
                "context", followUp.context());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("label", label, "value", value);
    }

    private static List<Map<String, String>> options(Stream<Map<String, String>> options) {
        return options.toList();
    }
}
