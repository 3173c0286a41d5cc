package org.postmortemflow.deadline;

import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.lifecycle.Accountable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Reason;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager says why it is fine that a deadline is or will be missed; it no longer counts as missed then. */
@Component
public class ExcuseDeadline {

    private final DeadlineRecords records;
    private final Organisation organisation;
    private final Names names;
    private final Accountable accountable;
    private final History history;
    private final OrganisationTime time;
    private final Clock clock;

    ExcuseDeadline(
            DeadlineRecords records,
            Organisation organisation,
            Names names,
            Accountable accountable,
            History history,
            OrganisationTime time,
            Clock clock) {
        this.records = records;
        this.organisation = organisation;
        this.names = names;
        this.accountable = accountable;
        this.history = history;
        this.time = time;
        this.clock = clock;
    }

    /** Managers, the engineering managers and directors of teams, administrators; never the owner: nobody excuses themselves. */
    public boolean mayExcuse(PostmortemId id, PersonId person) {
        boolean manages = organisation.isAdministrator(person)
                || names.isIn(Pool.MANAGERS.key(), person)
                || organisation.teams().stream()
                        .flatMap(team -> Stream.of(team.engineeringManager(), team.director()))
                        .anyMatch(person::equals);
        return manages && !accountable.isOwner(id, person);
    }

    /** Whether there is something to excuse: it is missed, still to be met, or known to come late. */
    public boolean isExcusable(StoredDeadline deadline) {
        StoredDeadline.State state = deadline.state(clock.instant());
        return state == StoredDeadline.State.LATE
                || state == StoredDeadline.State.MET_LATE
                || state == StoredDeadline.State.OPEN;
    }

    /**
     * @param subject of a follow-up its id, else empty
     * @throws Refused without a reason, without permission, or when there is nothing to excuse
     */
    @Transactional
    public void excuse(PostmortemId id, DeadlineKind kind, String subject, @Nullable String reason, PersonId by) {
        if (!mayExcuse(id, by)) {
            throw new Refused("This is for a manager or an administrator who does not own the postmortem.");
        }
        StoredDeadline deadline = records.of(id).stream()
                .filter(one -> one.kind() == kind && one.subject().equals(subject))
                .filter(this::isExcusable)
                .findFirst()
                .orElseThrow(() -> new Refused("There is nothing to excuse: it was met in time, excused or ended."));
        String why = Objects.requireNonNull(Reason.of(reason));
        records.excuse(id, kind, subject, new Word(why, by, clock.instant()));
        history.note(
                id,
                History.Kind.DEADLINE,
                "Deadline excused: %s, due %s: %s".formatted(kind.label(), time.show(deadline.due()), why),
                by);
    }
}
