package org.postmortemflow.followup;

import java.util.Map;
import java.util.UUID;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follow-ups are written one by one as well, beside the step: added, changed, taken back (R20 to R22). */
@Component
public class EditFollowUp {

    private final FollowUps followUps;
    private final FollowUpRecords records;
    private final FollowUpEditing editing;
    private final Tickets tickets;
    private final Tracker tracker;
    private final Organisation organisation;

    EditFollowUp(
            FollowUps followUps,
            FollowUpRecords records,
            FollowUpEditing editing,
            Tickets tickets,
            Tracker tracker,
            Organisation organisation) {
        this.followUps = followUps;
        this.records = records;
        this.editing = editing;
        this.tickets = tickets;
        this.tracker = tracker;
        this.organisation = organisation;
    }

    /** @param typed title, kind, team, priority, assignee, context, factor, discuss. @throws Refused with a message per field */
    @Transactional
    public UUID add(PostmortemId id, Map<String, String> typed, PersonId by) {
        editing.require(id);
        Draft draft = checked(typed, by);
        Problems problems = new Problems();
        problems.when(
                        followUps.of(id).size() >= OpenFollowUps.MOST_ROWS,
                        "",
                        "Please keep to %d follow-ups.".formatted(OpenFollowUps.MOST_ROWS))
                .refuseIfAny();
        UUID added = records.add(id, draft, null, by);
        tickets.open(id);
        editing.note(id, "Follow-up added: \"%s\".".formatted(draft.title()), by);
        return added;
    }

    /**
     * @param version that the change was made from
     * @throws org.springframework.dao.OptimisticLockingFailureException when somebody changed it meanwhile
     * @throws Refused with a message per field
     */
    @Transactional
    public void change(UUID followUp, int version, Map<String, String> typed, PersonId by) {
        FollowUp before = followUps.get(followUp);
        editing.require(before.postmortem());
        Draft draft = checked(typed, before.openedBy());
        records.change(followUp, version, draft);
        tickets.open(before.postmortem());
        String renamed = draft.title().equals(before.title()) ? "" : ", before: \"%s\"".formatted(before.title());
        editing.note(before.postmortem(), "Follow-up changed: \"%s\"%s.".formatted(draft.title(), renamed), by);
    }

    /** Takes one back that nobody has decided on or worked on yet. @throws Refused otherwise */
    @Transactional
    public void takeBack(UUID followUp, PersonId by) {
        FollowUp before = records.lock(followUp);
        editing.require(before.postmortem());
        if (!mayBeTakenBack(before)) {
            throw new Refused("This one was decided on or worked on already. Please decline it with a reason instead.");
        }
        remove(before, by);
        editing.note(before.postmortem(), "Follow-up taken back: \"%s\".".formatted(before.title()), by);
    }

    void remove(FollowUp followUp, PersonId by) {
        if (followUp.ticket() != null) {
            tracker.move(followUp.ticket(), FollowUp.State.DECLINED, "It was taken back.", by);
        }
        records.remove(followUp.id());
    }

    /** Whether nobody has decided on it or worked on it yet. */
    public static boolean mayBeTakenBack(FollowUp followUp) {
        return followUp.decision() == null && followUp.progress().since() == null;
    }

    private Draft checked(Map<String, String> typed, PersonId creator) {
        FollowUpRow row = new FollowUpRow(typed);
        Problems problems = new Problems();
        row.check(organisation, creator, problems);
        problems.refuseIfAny();
        return row.draft();
    }
}
