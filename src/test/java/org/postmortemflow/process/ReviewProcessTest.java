package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** R8, R26, R27: the review. */
@ProcessTest
class ReviewProcessTest {

    private static final Map<String, ?> CHANGES = Map.of(
            "verdict", "changes",
            "comments", "The second graph contradicts the text.",
            "revise", List.of("collect-timeline", "analyse"));

    @Autowired
    Walk walk;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void aReviewThatAsksForChangesOpensOnlyWhatItAskedFor() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, REVIEW_POSTMORTEM);

        walk.does(id, REVIEW_POSTMORTEM, People.REVIEWER, CHANGES);

        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);
        assertThat(walk.openSteps(id)).containsExactly(COLLECT_TIMELINE, ANALYSE);

        walk.does(id, COLLECT_TIMELINE, People.SCRIBE);
        walk.does(id, ANALYSE, People.OWNER);

        assertThat(walk.status(id)).isEqualTo(Status.IN_REVIEW);
        assertThat(walk.openSteps(id)).containsExactly(REVIEW_POSTMORTEM);

        walk.does(id, REVIEW_POSTMORTEM, People.REVIEWER);
        assertThat(walk.openSteps(id)).containsExactly(HOLD_MEETING);
    }

    @Test
    void reviewersGetTheLink24HoursBeforeTheMeetingCompleteOrNot() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, COLLECT_TIMELINE);
        Instant asked = walk.meeting(id).start().minus(Duration.ofHours(24));

        walk.passUntil(id, asked.minusMillis(1));
        assertThat(walk.told(id, "review-asked")).isEmpty();

        walk.passUntil(id, asked);
        assertThat(walk.told(id, "review-asked")).contains("liam@demo.example");
        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);
        assertThat(walk.openSteps(id)).contains(COLLECT_TIMELINE).doesNotContain(REVIEW_POSTMORTEM);
    }

    @Test
    void theOwnerDoesNotReviewTheirOwnPostmortem() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, REVIEW_POSTMORTEM);

        assertThatThrownBy(() -> walk.does(id, REVIEW_POSTMORTEM, People.OWNER)).isInstanceOf(Refused.class);
        assertThat(walk.openSteps(id)).containsExactly(REVIEW_POSTMORTEM);
    }

    @Test
    void aRefusedAnswerKeepsTheTaskOpenAndChangesNothing() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, REVIEW_POSTMORTEM);

        assertThatThrownBy(() -> walk.does(id, REVIEW_POSTMORTEM, People.REVIEWER, Map.of("verdict", "changes")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsKeys("comments", "revise"));

        assertThat(walk.openSteps(id)).containsExactly(REVIEW_POSTMORTEM);
        assertThat(walk.open(id, REVIEW_POSTMORTEM).assignee()).isNull();
        assertThat(walk.status(id)).isEqualTo(Status.IN_REVIEW);
    }
}
