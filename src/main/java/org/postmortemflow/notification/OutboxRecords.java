package org.postmortemflow.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;

/** The mails as operators and owners see them. */
public interface OutboxRecords {

    /** Newest first. @param before only older ones than this position */
    List<OutboxEntry> list(OutboxFilter filter, long before, int most);

    Optional<OutboxLetter> find(UUID id);

    OutboxFigures figures();

    /** The stuck ones of a postmortem, oldest first. */
    List<OutboxEntry> stuckOf(PostmortemId id);

    /** The kinds of mail that there have been, in alphabetical order. */
    List<String> templates();

    /** Whether a later mail of its lane has left, or may have. Keeps that from changing until the transaction ends. */
    boolean isOvertaken(UUID id);

    /** A stuck mail waits again, as if it were new. @return false when it is not stuck */
    boolean retry(UUID id, Instant now);

    /** A mail that waits or is stuck never leaves. @return false when it is neither */
    boolean drop(UUID id);

    /**
     * Deletes what the mails said that were sent longest ago, and keeps that they were. Runs in the caller's transaction; what
     * another node is at is left to that.
     *
     * @param most how many, at least one
     * @return how many; fewer than {@code most} when no more are left
     */
    int forgetContent(Instant sentBefore, int most, Instant now);

    void note(UUID id, OutboxLetter.Note note);
}
