package org.postmortemflow.followup;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.followup.domain.Factors;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follow-ups that were declined after similar incidents, of the same service and factor: maybe they are worth doing now. */
@Component
public class DeclinedBefore {

    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_SHOWN = 10;

    private final FollowUps followUps;
    private final FollowUpRecords records;
    private final FollowUpList list;
    private final Readership reading;
    private final FollowUpEditing editing;
    private final Tickets tickets;
    private final Documents documents;
    private final History history;

    DeclinedBefore(
            FollowUps followUps,
            FollowUpRecords records,
            FollowUpList list,
            Readership reading,
            FollowUpEditing editing,
            Tickets tickets,
            Documents documents,
            History history) {
        this.followUps = followUps;
        this.records = records;
        this.list = list;
        this.reading = reading;
        this.editing = editing;
        this.tickets = tickets;
        this.documents = documents;
        this.history = history;
    }

    /** The latest first, without those that were taken up again here and those that the viewer may not read. */
    public List<Listed> of(PostmortemId id, PersonId viewer) {
        Factors factors = new Factors(
                followUps.of(id).stream().map(FollowUp::factor).toList(),
                documents.of(id).text(SectionName.CONTRIBUTING_FACTORS));
        return list.declinedOnSameServices(id, MOST_LOOKED_AT).stream()
                .filter(one -> reading.mayRead(one.followUp().postmortem(), viewer))
                .filter(one -> factors.mayMatch(one.followUp().factor()))
                .limit(MOST_SHOWN)
                .toList();
    }

    /**
     * Opens a declined one again for this postmortem, to be discussed in its meeting. Doing so twice makes one.
     *
     * @throws Refused when it is not declined, or nothing can be written here
     */
    @Transactional
    public UUID takeUpAgain(PostmortemId id, UUID declined, PersonId by) {
        editing.require(id);
        FollowUp old = records.lock(declined);
        if (!reading.mayRead(old.postmortem(), by)) {
            throw new NoSuchElementException("No follow-up " + declined);
        }
        return followUps.of(id).stream()
                .filter(one -> declined.equals(one.takenFrom()))
                .map(FollowUp::id)
                .findFirst()
                .orElseGet(() -> copy(id, old, by));
    }

    private UUID copy(PostmortemId id, FollowUp old, PersonId by) {
        if (old.progress().state() != State.DECLINED) {
            throw new Refused("This one is not declined any more: please see it in its own postmortem.");
        }
        Draft draft = new Draft(
                null,
                old.title(),
                old.kind(),
                old.teamId(),
                old.priority(),
                by.equals(old.assignee()) ? null : old.assignee(),
                true,
                old.context(),
                old.factor());
        UUID added = records.add(id, draft, old.id(), by);
        tickets.open(id);
        editing.note(id, "Follow-up that was declined before taken up again: \"%s\".".formatted(old.title()), by);
        history.note(
                old.postmortem(),
                History.Kind.EDIT,
                "Follow-up taken up again after another incident: \"%s\".".formatted(old.title()),
                by);
        return added;
    }
}
