package org.postmortemflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_3;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.COLLECT_TIMELINE;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.REVIEW_POSTMORTEM;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.review.Reviews.Review;
import org.postmortemflow.review.Reviews.Verdict;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R27 and R8: checklist, comments, and a verdict that may lead back to Draft. */
@RoomSlice
class ReviewPostmortemTest {

    private static final Map<String, Object> APPROVE = Map.of("verdict", "approve", "readable", true);

    private static final Map<String, Object> CHANGES = Map.of(
            "verdict", "changes",
            "comments", "The timeline begins too late.",
            "revise", List.of("collect-timeline", "analyse"));

    @Autowired
    Scene scene;

    @Autowired
    Reviews reviews;

    @Autowired
    AskForReview askForReview;

    @Autowired
    Postmortems postmortems;

    private PostmortemId id;

    @BeforeEach
    void inReview() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        askForReview.ask(id, true);
    }

    @Test
    void anApprovedPostmortemStaysInReview() {
        scene.does(id, REVIEW_POSTMORTEM, "liam", APPROVE);

        assertThat(reviews.latest(id)).contains(new Verdict(true, Set.of()));
        assertThat(postmortems.get(id).status()).isEqualTo(Status.IN_REVIEW);
        Review review = reviews.all(id).get(0);
        assertThat(review.reviewer()).isEqualTo(new PersonId("liam"));
        assertThat(review.checklist()).containsExactly("readable");
        assertThat(review.round()).isEqualTo(1);
    }

    @Test
    void askingForChangesLeadsBackToDraft() {
        scene.does(id, REVIEW_POSTMORTEM, "liam", CHANGES);

        assertThat(reviews.latest(id)).contains(new Verdict(false, Set.of(COLLECT_TIMELINE, ANALYSE)));
        assertThat(reviews.all(id)).extracting(Review::comments).containsExactly("The timeline begins too late.");
        assertThat(postmortems.get(id).status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void theNextRoundCountsAndTheFirstStaysOnRecord() {
        scene.does(id, REVIEW_POSTMORTEM, "liam", CHANGES);
        askForReview.ask(id, true);
        scene.does(id, REVIEW_POSTMORTEM, "deniz", APPROVE);

        assertThat(reviews.all(id)).extracting(Review::round).containsExactly(1, 2);
        assertThat(reviews.all(id))
                .extracting(review -> review.verdict().approved())
                .containsExactly(false, true);
        assertThat(reviews.latest(id)).contains(new Verdict(true, Set.of()));
    }

    @Test
    void theVerdictIsNeeded() {
        assertThat(scene.problemsOf(id, REVIEW_POSTMORTEM, "liam", Map.of("readable", true)))
                .containsOnlyKeys("verdict");
        assertThat(scene.problemsOf(id, REVIEW_POSTMORTEM, "liam", Map.of("verdict", "maybe")))
                .containsOnlyKeys("verdict");
    }

    @Test
    void askingForChangesNeedsWordsAndAPart() {
        assertThat(scene.problemsOf(id, REVIEW_POSTMORTEM, "liam", Map.of("verdict", "changes")))
                .containsOnlyKeys("comments", "revise");
        Map<String, Object> unknownPart = new HashMap<>(CHANGES);
        unknownPart.put("revise", List.of("hold-meeting", "everything"));
        assertThat(scene.problemsOf(id, REVIEW_POSTMORTEM, "liam", unknownPart)).containsOnlyKeys("revise");
        assertThat(reviews.all(id)).isEmpty();
        assertThat(postmortems.get(id).status()).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void anApprovalLeavesNothingToReviseWhateverWasTicked() {
        Map<String, Object> both = new HashMap<>(CHANGES);
        both.put("verdict", "approve");

        scene.does(id, REVIEW_POSTMORTEM, "liam", both);

        assertThat(reviews.latest(id)).contains(new Verdict(true, Set.of()));
    }

    @Test
    void theOwnerAsksSomebodyElse() {
        assertThat(scene.problemsOf(id, REVIEW_POSTMORTEM, "kavya", APPROVE)).containsOnlyKeys("");
        assertThat(reviews.all(id)).isEmpty();
    }

    @Test
    void theExternalMessageIsAPartOnlyWhenCustomersWereAffected() {
        assertThat(parts(id))
                .containsExactly(
                        "collect-timeline", "describe-impact", "analyse", "open-follow-ups", "draft-external-message");
        assertThat(parts(scene.postmortem(SEV_3))).doesNotContain("draft-external-message");
    }

    @SuppressWarnings("unchecked")
    private List<String> parts(PostmortemId of) {
        return ((List<Map<String, String>>) scene.prefill(of, REVIEW_POSTMORTEM).get("reviseOptions"))
                .stream().map(option -> option.get("value")).toList();
    }
}
