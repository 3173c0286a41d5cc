package org.postmortemflow.followup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** The follow-ups of postmortems. */
public interface FollowUps {

    /** In the order in which they were written. */
    List<FollowUp> of(PostmortemId id);

    /** Why there are none; empty when that was not said. */
    String noneBecause(PostmortemId id);

    /** Teams that get a follow-up: each is represented in the meeting (R11). */
    Set<String> teamsWithFollowUps(PostmortemId id);

    /** Who opened each; somebody else does it (R22). */
    Map<UUID, PersonId> openedBy(PostmortemId id);

    /** Replaces what was written; those that stay keep their id, the day and the person they were opened by. */
    void write(PostmortemId id, List<Draft> followUps, String noneBecause, PersonId by);

    /** The meeting's word on one (R14); {@code reason} may be empty when agreed. */
    void decide(UUID followUp, Decision decision, String reason);

    /**
     * A follow-up as it is written down.
     *
     * @param id of the one that it replaces; null for a new one
     * @param teamId null only when it is taken over from an old document; what people write has a team
     */
    record Draft(
            @Nullable UUID id,
            String title,
            FollowUp.Kind kind,
            @Nullable String teamId,
            String priority,
            @Nullable PersonId assignee,
            boolean discuss,
            String context) {}
}
