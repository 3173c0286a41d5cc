package org.postmortemflow.followup;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** The follow-ups of postmortems. Those of all postmortems together are in {@link FollowUpList}. */
public interface FollowUps {

    /** In the order in which they were written. */
    List<FollowUp> of(PostmortemId id);

    /** @throws java.util.NoSuchElementException when there is none */
    FollowUp get(UUID followUp);

    /** Why there are none; empty when that was not said. */
    String noneBecause(PostmortemId id);

    /** Teams that get a follow-up: each is represented in the meeting (R11). */
    Set<String> teamsWithFollowUps(PostmortemId id);

    /** Who opened each; somebody else does it (R22). */
    Map<UUID, PersonId> openedBy(PostmortemId id);

    /** Replaces what was written; those that stay keep their id, the day and the person they were opened by. */
    void write(PostmortemId id, List<Draft> followUps, String noneBecause, PersonId by);

    /** The meeting's word on one (R14); {@code reason} may be empty when agreed. One that is declined is so from now on. */
    void decide(UUID followUp, Decision decision, String reason);

    /**
     * A follow-up as it is written down.
     *
     * @param id of the one that it replaces; null for a new one
     * @param teamId null only when it is taken over from an old document; what people write has a team
     * @param factor the contributing factors that it answers, with commas between; may be empty
     */
    record Draft(
            @Nullable UUID id,
            String title,
            FollowUp.Kind kind,
            @Nullable String teamId,
            String priority,
            @Nullable PersonId assignee,
            boolean discuss,
            String context,
            String factor) {

        /** Without a factor. */
        public Draft(
                @Nullable UUID id,
                String title,
                FollowUp.Kind kind,
                @Nullable String teamId,
                String priority,
                @Nullable PersonId assignee,
                boolean discuss,
                String context) {
            this(id, title, kind, teamId, priority, assignee, discuss, context, "");
        }

        /** What is written of a follow-up now. */
        public static Draft of(FollowUp followUp) {
            return new Draft(
                    followUp.id(),
                    followUp.title(),
                    followUp.kind(),
                    followUp.teamId(),
                    followUp.priority(),
                    followUp.assignee(),
                    followUp.discuss(),
                    followUp.context(),
                    followUp.factor());
        }
    }
}
