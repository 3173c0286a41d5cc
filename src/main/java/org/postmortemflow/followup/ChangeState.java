package org.postmortemflow.followup;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A follow-up is begun, done, declined with a reason, or taken up again; the tracker is told. */
@Component
public class ChangeState {

    private final FollowUpRecords records;
    private final FollowUpEditing editing;
    private final Tracker tracker;
    private final Permissions permissions;
    private final Organisation organisation;
    private final Names names;
    private final History history;
    private final Clock clock;

    ChangeState(
            FollowUpRecords records,
            FollowUpEditing editing,
            Tracker tracker,
            Permissions permissions,
            Organisation organisation,
            Names names,
            History history,
            Clock clock) {
        this.records = records;
        this.editing = editing;
        this.tracker = tracker;
        this.permissions = permissions;
        this.organisation = organisation;
        this.names = names;
        this.history = history;
        this.clock = clock;
    }

    /** Whether it is for this person: the owning team, the assignee, the owner, the commander, managers, administrators. */
    public boolean isFor(FollowUp followUp, PersonId person) {
        return person.equals(followUp.assignee())
                || organisation.teamsOf(person).stream()
                        .anyMatch(team -> team.id().equals(followUp.teamId()))
                || permissions.mayChange(followUp.postmortem(), person);
    }

    /**
     * @param seen the state that the person saw; null when that does not matter
     * @param reason needed when it is declined; may be empty otherwise
     * @throws Refused when it is for others, the reason is missing, or somebody changed the state meanwhile
     */
    @Transactional
    public void change(UUID id, State to, String reason, @Nullable State seen, PersonId by) {
        FollowUp followUp = records.lock(id);
        Progress before = followUp.progress();
        if (!isFor(followUp, by)) {
            throw new Refused("This is for the team that does it, the assignee, the owner, the incident commander,"
                    + " a manager or an administrator.");
        }
        editing.require(followUp.postmortem());
        String why = reason.strip();
        new Problems()
                .when(to == State.DECLINED && why.isEmpty(), "reason", "Please say why it is not worth doing.")
                .when(why.length() > StepAnswers.MAX_TEXT, "reason", "Please keep the reason below 4,000 characters.")
                .refuseIfAny();
        if (to == before.state() && why.equals(before.reason())) {
            return;
        }
        if (seen != null && seen != before.state()) {
            throw new Refused("Meanwhile %s set this to \"%s\". Please look again."
                    .formatted(
                            before.by() == null ? "somebody" : names.of(before.by()),
                            before.state().label()));
        }
        records.progress(id, before.to(to, why, clock.instant(), by));
        if (followUp.ticket() != null) {
            tracker.move(followUp.ticket(), to, why, by);
        }
        history.note(followUp.postmortem(), History.Kind.EDIT, line(followUp, to, why), by);
    }

    private static String line(FollowUp followUp, State to, String why) {
        boolean again = !followUp.progress().state().isOpen() && to.isOpen();
        String key = Objects.requireNonNull(to.label()).toLowerCase(java.util.Locale.ROOT);
        return "Follow-up %s%s: \"%s\".%s"
                .formatted(again ? "taken up again, " : "", key, followUp.title(), why.isEmpty() ? "" : " " + why);
    }
}
