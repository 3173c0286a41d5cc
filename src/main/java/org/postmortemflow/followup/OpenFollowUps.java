package org.postmortemflow.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/**
 * A follow-up each for what is worth doing, in the team that will do it; or the reason why nothing is (R20 to R22). A row with
 * the id of a follow-up changes it, or takes it back when the row was emptied. Those that no row names stay as they are: the
 * form may be older than they are.
 */
@Component
class OpenFollowUps implements StepForm {

    static final int MOST_ROWS = 100;

    private static final String ROWS = "followUps";
    private static final String NONE = "noneBecause";

    private final FollowUps followUps;
    private final EditFollowUp editFollowUp;
    private final Tickets tickets;
    private final Organisation organisation;
    private final Choices choices;

    OpenFollowUps(
            FollowUps followUps,
            EditFollowUp editFollowUp,
            Tickets tickets,
            Organisation organisation,
            Choices choices) {
        this.followUps = followUps;
        this.editFollowUp = editFollowUp;
        this.tickets = tickets;
        this.organisation = organisation;
        this.choices = choices;
    }

    @Override
    public Step step() {
        return Step.OPEN_FOLLOW_UPS;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>(choices.all());
        fields.put(ROWS, followUps.of(id).stream().map(OpenFollowUps::row).toList());
        fields.put(NONE, followUps.noneBecause(id));
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Map<UUID, FollowUp> known = new LinkedHashMap<>();
        followUps.of(id).forEach(followUp -> known.put(followUp.id(), followUp));
        List<Map<String, String>> rows = answers.rows(ROWS);
        Problems problems = new Problems();
        List<Draft> drafts = new ArrayList<>();
        List<FollowUp> takenBack = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FollowUpRow row = new FollowUpRow(rows.get(i), ROWS, i);
            FollowUp before = row.knownId() == null ? null : known.remove(row.knownId());
            check(row, before, by, problems);
            if (!row.isBlank()) {
                drafts.add(row.draft());
            } else if (before != null) {
                takenBack.add(before);
            }
        }
        known.values().forEach(untouched -> drafts.add(Draft.of(untouched)));
        String noneBecause = answers.text(NONE);
        problems.when(
                        drafts.isEmpty() && noneBecause.isEmpty(),
                        NONE,
                        "Please add a follow-up, or say why nothing is worth doing.")
                .when(noneBecause.length() > StepAnswers.MAX_TEXT, NONE, "Please use at most 4,000 characters.")
                .when(drafts.size() > MOST_ROWS, ROWS, "Please keep to %d follow-ups.".formatted(MOST_ROWS))
                .refuseIfAny();
        takenBack.forEach(followUp -> editFollowUp.remove(followUp, by));
        followUps.write(id, drafts, drafts.isEmpty() ? noneBecause : "", by);
        tickets.open(id);
    }

    private void check(FollowUpRow row, @Nullable FollowUp before, PersonId by, Problems problems) {
        if (!row.isBlank()) {
            row.check(organisation, before == null ? by : before.openedBy(), problems);
        }
        if (before == null) {
            return;
        }
        problems.when(
                        row.isStale(before.version()) && !row.draft().equals(Draft.of(before)),
                        row.field("title"),
                        row.where()
                                + "somebody changed this one meanwhile (now: \"%s\"). Please change it on the page of the follow-ups."
                                        .formatted(before.title()))
                .when(
                        row.isBlank() && !EditFollowUp.mayBeTakenBack(before),
                        row.field("title"),
                        row.where()
                                + "this one was decided on or worked on already. Please decline it with a reason instead.");
    }

    private static Map<String, Object> row(FollowUp followUp) {
        PersonId assignee = followUp.assignee();
        return Map.ofEntries(
                Map.entry("id", followUp.id().toString()),
                Map.entry("version", String.valueOf(followUp.version())),
                Map.entry("title", followUp.title()),
                Map.entry("kind", followUp.kind().key()),
                Map.entry("team", Objects.requireNonNullElse(followUp.teamId(), "")),
                Map.entry("priority", followUp.priority()),
                Map.entry("assignee", assignee == null ? "" : assignee.value()),
                Map.entry("discuss", followUp.discuss()),
                Map.entry("context", followUp.context()),
                Map.entry("factor", followUp.factor()));
    }
}
