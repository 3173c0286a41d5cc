package org.postmortemflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.REVIEW_POSTMORTEM;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R26: reviewers and attendees get the link, complete or not, and nobody the same one twice. */
@RoomSlice
class AskForReviewTest {

    @Autowired
    Scene scene;

    @Autowired
    AskForReview askForReview;

    @Autowired
    Postmortems postmortems;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    Organisation organisation;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
    }

    @Test
    void aCompletePostmortemGoesToTheReviewersAndIsInReview() {
        askForReview.ask(id, true);

        assertThat(asked()).extracting(mail -> mail.to().email()).containsExactlyInAnyOrderElementsOf(reviewers());
        assertThat(asked())
                .allSatisfy(
                        mail -> assertThat(mail.model()).extracting("complete").isEqualTo(true));
        assertThat(postmortems.get(id).status()).isEqualTo(Status.IN_REVIEW);
        assertThat(scene.history(id)).contains("Review asked for.");
    }

    @Test
    void anIncompleteOneIsSentAsWellAndStaysADraft() {
        askForReview.ask(id, false);

        assertThat(asked())
                .hasSameSizeAs(reviewers())
                .allSatisfy(
                        mail -> assertThat(mail.model()).extracting("complete").isEqualTo(false));
        assertThat(postmortems.get(id).status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void attendeesOfTheMeetingAreAskedOnceEvenWhenTheyAreReviewers() {
        scene.does(id, SCHEDULE_MEETING, "kavya", Map.of("videoLink", ""));

        askForReview.ask(id, true);

        assertThat(asked())
                .extracting(mail -> mail.to().email())
                .containsAll(reviewers())
                .contains("ada@demo.example")
                .doesNotHaveDuplicates();
        assertThat(asked().get(0).model()).extracting("meetingAt").asString().contains("2026");
    }

    @Test
    void theSameAskIsMadeOnce() {
        askForReview.ask(id, false);
        askForReview.ask(id, false);

        assertThat(asked()).hasSameSizeAs(reviewers());
        assertThat(scene.history(id)).containsOnlyOnce("Review asked for; writing goes on.");
    }

    @Test
    void completingItAndEveryRoundAskAnew() {
        askForReview.ask(id, false);
        askForReview.ask(id, true);
        assertThat(asked()).hasSize(2 * reviewers().size());

        scene.does(
                id,
                REVIEW_POSTMORTEM,
                "liam",
                Map.of("verdict", "changes", "comments", "More, please.", "revise", List.of("analyse")));
        askForReview.ask(id, true);

        assertThat(asked()).hasSize(3 * reviewers().size());
        assertThat(postmortems.get(id).status()).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void nobodyIsAskedToReadAnIncompleteOneOnceItWasComplete() {
        askForReview.ask(id, true);
        askForReview.ask(id, false);
        assertThat(asked()).hasSameSizeAs(reviewers());

        scene.does(
                id,
                REVIEW_POSTMORTEM,
                "liam",
                Map.of("verdict", "changes", "comments", "More, please.", "revise", List.of("analyse")));
        askForReview.ask(id, false);

        assertThat(asked()).hasSameSizeAs(reviewers());
    }

    private List<Mail> asked() {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("review-asked"))
                .toList();
    }

    private List<String> reviewers() {
        return organisation.pool(Pool.REVIEWERS).stream().map(Person::email).toList();
    }
}
