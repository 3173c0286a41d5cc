package org.postmortemflow.lifecycle;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * The record of all postmortems and the only place where their status changes (R8). Each change is noted in the history with
 * who did it; {@code by} is null when the process did.
 */
public interface Postmortems {

    /** Writes a new Draft down; the process is started by the caller. */
    Postmortem open(UUID incidentId, String title, @Nullable Severity severity, Instant clockStart);

    /**
     * Writes down one that was made and closed elsewhere: it is Closed from the beginning, on its own day, and no process carries
     * it. It is always a new one, so that none that is here gets around the order of R8.
     *
     * @param day when it happened, as far as is known
     * @param from where it comes from, in words, for the history
     */
    Postmortem takeOver(
            UUID incidentId, String title, @Nullable Severity severity, Instant day, String from, PersonId by);

    /** @throws java.util.NoSuchElementException when there is none */
    Postmortem get(PostmortemId id);

    Optional<Postmortem> ofIncident(UUID incidentId);

    /** Newest first. */
    List<Postmortem> all();

    /** Those on which something is still to be done, and those closed after the instant; newest first. */
    List<Postmortem> openOrClosedAfter(Instant after);

    /** Those of these ids that there are, in no order. */
    List<Postmortem> of(Collection<PostmortemId> ids);

    /** @throws org.postmortemflow.shared.Refused when R8 knows no such way */
    void moveTo(PostmortemId id, Status status, @Nullable PersonId by, @Nullable String reason);

    void setSeverity(PostmortemId id, Severity severity, @Nullable PersonId by, @Nullable String reason);

    /** The incident was resolved again: deadlines count from the new resolution. */
    void restartClock(PostmortemId id, Instant clockStart);

    void recordRequirement(PostmortemId id, boolean required, List<String> reasons, @Nullable PersonId by);

    void setCustomersAffected(PostmortemId id, boolean affected, PersonId by);
}
