package org.postmortemflow.followup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Set<String> PRIORITIES = Set.of("P0", "P1");
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_TITLE = 500;

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
        fields.put(
                "kindOptions",
                Arrays.stream(Kind.values())
                        .map(kind -> option(kind.key(), kind.label()))
                        .toList());
        fields.put(
                "teamOptions",
                organisation.teams().stream()
                        .map(team -> option(team.id(), team.name()))
                        .toList());
        fields.put(
                "personOptions",
                organisation.persons().stream()
                        .map(person -> option(person.id().value(), person.name()))
                        .toList());
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<Map<String, String>> rows = answers.rows(ROWS).stream()
                .filter(row -> !row.getOrDefault("title", "").isEmpty()
                        || !row.getOrDefault("context", "").isEmpty())
                .toList();
        String noneBecause = answers.text(NONE);
        Problems problems = new Problems()
                .when(
                        rows.isEmpty() && noneBecause.isEmpty(),
                        NONE,
                        "Please add a follow-up, or say why nothing is worth doing.")
                .when(noneBecause.length() > StepAnswers.MAX_TEXT, NONE, "Please use at most 4,000 characters.");
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            drafts.add(draft(rows.get(i), ROWS + "[" + i + "].", by, problems));
        }
        problems.refuseIfAny();
        followUps.write(id, drafts, rows.isEmpty() ? noneBecause : "");
    }

    private Draft draft(Map<String, String> row, String name, PersonId by, Problems problems) {
        String title = row.getOrDefault("title", "");
        String team = row.getOrDefault("team", "");
        String priority = row.getOrDefault("priority", "").isEmpty() ? "P1" : row.get("priority");
        String assignee = row.getOrDefault("assignee", "");
        String context = row.getOrDefault("context", "");
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(row.get("kind")))
                .findFirst();
        problems.when(
                        title.split("\\s+").length < FEWEST_WORDS,
                        name + "title",
                        "Please start with a verb and say what will be different, for example: Add an alert for failed payments.")
                .when(title.length() > LONGEST_TITLE, name + "title", "Please use at most 500 characters.")
                .when(kind.isEmpty(), name + "kind", "Please choose what it improves.")
                .when(organisation.team(team).isEmpty(), name + "team", "Please choose the team that will do it.")
                .when(
                        !PRIORITIES.contains(priority),
                        name + "priority",
                        "Please choose P0 or P1: only what must be done.")
                .when(
                        !assignee.isEmpty()
                                && organisation.person(new PersonId(assignee)).isEmpty(),
                        name + "assignee",
                        "Please choose a person of the organisation.")
                .when(
                        assignee.equals(by.value()),
                        name + "assignee",
                        "Please leave it to the team or choose somebody else: who opens it does not have to do it.")
                .when(
                        context.length() > StepAnswers.MAX_TEXT,
                        name + "context",
                        "Please use at most 4,000 characters.");
        return new Draft(
                title,
                kind.orElse(Kind.PREVENTION),
                team,
                priority,
                assignee.isEmpty() ? null : new PersonId(assignee),
                "true".equals(row.get("discuss")),
                context);
    }

    private static Map<String, Object> row(FollowUp followUp) {
        return Map.of(
                "title", followUp.title(),
                "kind", followUp.kind().key(),
                "team", followUp.teamId(),
                "priority", followUp.priority(),
                "assignee",
                        followUp.assignee() == null ? "" : followUp.assignee().value(),
                "discuss", followUp.discuss(),
                "context", followUp.context());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("label", label, "value", value);
    }
}
