package org.postmortemflow.notification;

import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see of the mail and do with it. Everything is refused to others; what is done is noted, with who and why. */
@Component
public class OutboxDesk {

    private static final int LONGEST_REASON = 1000;
    private static final int MOST_AT_ONCE = 5000;

    private final OutboxRecords records;
    private final RelaySwitch relaySwitch;
    private final Organisation organisation;
    private final Clock clock;

    OutboxDesk(OutboxRecords records, RelaySwitch relaySwitch, Organisation organisation, Clock clock) {
        this.records = records;
        this.relaySwitch = relaySwitch;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Newest first. @param before only those older than this position */
    public List<OutboxEntry> list(OutboxFilter filter, long before, int most, PersonId by) {
        requireAdministrator(by);
        return records.list(filter, before, most);
    }

    /** @throws NoSuchElementException when there is none */
    public OutboxLetter letter(UUID id, PersonId by) {
        requireAdministrator(by);
        return records.find(id).orElseThrow(() -> new NoSuchElementException("No such mail"));
    }

    public OutboxFigures figures(PersonId by) {
        requireAdministrator(by);
        return records.figures();
    }

    public List<String> templates(PersonId by) {
        requireAdministrator(by);
        return records.templates();
    }

    public Optional<RelayPause> pause(PersonId by) {
        requireAdministrator(by);
        return relaySwitch.pause();
    }

    /** Lets a stuck mail wait again, with a new day of trying. @throws Refused when it would arrive after a newer invite */
    @Transactional
    public void retry(UUID id, @Nullable String reason, PersonId by) {
        String why = reason(reason, by);
        if (records.isOvertaken(id)) {
            throw new Refused(
                    "A newer invite has gone to this person, or may have; this one would undo it. Send the newer one again"
                            + " if it is stuck, and drop this one.");
        }
        if (!records.retry(id, clock.instant())) {
            throw new Refused("Only a mail that is failed or quarantined can be sent again.");
        }
        records.note(id, new OutboxLetter.Note(clock.instant(), by, "Sent again", why));
    }

    /** Lets all of a kind wait again but those that a newer invite has overtaken. @return how many, at most 5,000 */
    @Transactional
    public int retryAll(OutboxFilter filter, @Nullable String reason, PersonId by) {
        String why = reason(reason, by);
        if (filter.state() == null || !filter.state().isStuck()) {
            throw new Refused("state", "Choose failed or quarantined.");
        }
        int retried = 0;
        List<OutboxEntry> oldestFirst = new java.util.ArrayList<>(records.list(filter, Long.MAX_VALUE, MOST_AT_ONCE));
        java.util.Collections.reverse(oldestFirst);
        for (OutboxEntry entry : oldestFirst) {
            if (!records.isOvertaken(entry.id()) && records.retry(entry.id(), clock.instant())) {
                records.note(entry.id(), new OutboxLetter.Note(clock.instant(), by, "Sent again", why));
                retried++;
            }
        }
        return retried;
    }

    /** The mail never leaves. */
    @Transactional
    public void drop(UUID id, @Nullable String reason, PersonId by) {
        String why = reason(reason, by);
        if (!records.drop(id)) {
            throw new Refused("Only a mail that has not been sent can be dropped.");
        }
        records.note(id, new OutboxLetter.Note(clock.instant(), by, "Dropped", why));
    }

    /** Nothing is sent, by no node, until somebody resumes it. */
    public void pause(@Nullable String reason, PersonId by) {
        relaySwitch.pauseBy(by, clock.instant(), reason(reason, by));
    }

    public void resume(PersonId by) {
        requireAdministrator(by);
        relaySwitch.resume();
    }

    private String reason(@Nullable String typed, PersonId by) {
        requireAdministrator(by);
        String reason = typed == null ? "" : typed.strip();
        new Problems()
                .when(reason.isEmpty(), "reason", "Please say why; the next administrator will want to know.")
                .when(reason.length() > LONGEST_REASON, "reason", "Please keep it below 1,000 characters.")
                .refuseIfAny();
        return reason.replace('\0', ' ');
    }

    private void requireAdministrator(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
    }
}
