package org.postmortemflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.REVIEW_POSTMORTEM;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** R5: content is reviewed with others. */
@RoomSlice
class OfferedReviewTest {

    private static final PersonId LIAM = new PersonId("liam");
    private static final PersonId DENIZ = new PersonId("deniz");
    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    Scene scene;

    @Autowired
    Permissions permissions;

    private PostmortemId id;

    @BeforeEach
    void ownedByAReviewer() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "liam"));
    }

    @Test
    void aReviewerIsNotOfferedTheReviewOfWhatTheyOwn() {
        StepState review = open(REVIEW_POSTMORTEM, null, Pool.REVIEWERS.key());

        assertThat(permissions.isTurnOf(review, LIAM)).isFalse();
        assertThat(permissions.mayDo(review, LIAM)).isFalse();
        assertThat(permissions.isTurnOf(review, DENIZ)).isTrue();
        assertThat(permissions.mayDo(review, ADA)).isTrue();
    }

    @Test
    void theOwnerStillMayDoWhatIsAskedOfOwners() {
        assertThat(permissions.mayDo(open(ANALYSE, DENIZ, null), LIAM)).isTrue();
    }

    private StepState open(Step step, @Nullable PersonId assignee, @Nullable String pool) {
        StepState.State open = StepState.State.OPEN;
        return new StepState(id, step, "task", open, assignee, pool, TestClock.START, null, null, null, null);
    }
}
