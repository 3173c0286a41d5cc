package org.postmortemflow.followup;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the tickets of follow-ups (R22). */
@Component
class Tickets {

    private final FollowUps followUps;
    private final FollowUpRecords records;
    private final Tracker tracker;

    Tickets(FollowUps followUps, FollowUpRecords records, Tracker tracker) {
        this.followUps = followUps;
        this.records = records;
        this.tracker = tracker;
    }

    /** For those of a postmortem that have none; one without a team has nobody to open it for. */
    @Transactional
    public void open(PostmortemId id) {
        followUps.of(id).stream()
                .filter(followUp -> followUp.ticket() == null && followUp.teamId() != null)
                .forEach(followUp -> tracker.open(followUp).ifPresent(ticket -> records.ticket(followUp.id(), ticket)));
    }
}
