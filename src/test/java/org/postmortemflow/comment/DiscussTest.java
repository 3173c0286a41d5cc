package org.postmortemflow.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.document.SectionName.OVERVIEW;
import static org.postmortemflow.document.SectionName.RESOLUTION;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@RoomSlice
class DiscussTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId ADMIN = new PersonId("admin");

    @Autowired
    Scene scene;

    @Autowired
    Discuss discuss;

    @Autowired
    Comments comments;

    @Autowired
    OpenComments openComments;

    @Autowired
    Postmortems postmortems;

    @Autowired
    CancelPostmortem cancelPostmortem;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void aPostmortem() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void aThreadIsWrittenAnsweredResolvedAndOpenedAgain() {
        Comment first = discuss.begin(id, OVERVIEW, " Which pool?\r\nThe old one? ", ADA);
        Comment answer = discuss.answer(id, first.id(), "The one of the checkout", BEN);
        Comment deeper = discuss.answer(id, answer.id(), "Thank you", ADA);
        clock.advance(Duration.ofMinutes(5));
        discuss.resolve(id, answer.id(), BEN);

        CommentThread thread = comments.threads(id).get(0);
        assertThat(comments.threads(id)).hasSize(1);
        assertThat(thread.first().text()).isEqualTo("Which pool?\nThe old one?");
        assertThat(thread.answers()).extracting(Comment::id).containsExactly(answer.id(), deeper.id());
        assertThat(thread.first().resolved())
                .isEqualTo(new Comment.Done(BEN, TestClock.START.plus(Duration.ofMinutes(5))));
        assertThat(thread.isOpen()).isFalse();

        discuss.reopen(id, first.id());

        assertThat(comments.threads(id).get(0).isOpen()).isTrue();
    }

    @Test
    void whoResolvedFirstStaysOnRecord() {
        Comment first = discuss.begin(id, OVERVIEW, "Which pool?", ADA);
        discuss.resolve(id, first.id(), BEN);
        discuss.resolve(id, first.id(), ADA);

        assertThat(discuss.get(id, first.id()).resolved())
                .extracting(Comment.Done::by)
                .isEqualTo(BEN);
    }

    @Test
    void openThreadsAreCountedBySectionAndAnswersAreNot() {
        Comment first = discuss.begin(id, OVERVIEW, "One", ADA);
        discuss.answer(id, first.id(), "Answered", BEN);
        discuss.begin(id, OVERVIEW, "Two", ADA);
        discuss.begin(id, null, "All in all", ADA);
        discuss.resolve(id, discuss.begin(id, RESOLUTION, "Three", ADA).id(), ADA);
        discuss.delete(id, discuss.begin(id, RESOLUTION, "Four", ADA).id(), ADA);

        assertThat(openComments.of(id)).isEqualTo(Map.of("overview", 2, OpenComments.WHOLE, 1));
        assertThat(openComments.of(scene.postmortem(SEV_1))).isEmpty();
    }

    @Test
    void onlyItsAuthorEditsAComment() {
        Comment comment = discuss.begin(id, OVERVIEW, "Frist", ADA);
        clock.advance(Duration.ofMinutes(1));
        discuss.edit(id, comment.id(), "First", ADA);

        assertThatThrownBy(() -> discuss.edit(id, comment.id(), "Mine", BEN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> discuss.edit(id, comment.id(), "Mine", ADMIN)).isInstanceOf(Refused.class);
        assertThat(discuss.get(id, comment.id()).text()).isEqualTo("First");
        assertThat(discuss.get(id, comment.id()).editedAt()).isEqualTo(TestClock.START.plus(Duration.ofMinutes(1)));
    }

    @Test
    void aDeletedCommentLosesItsTextAndLeavesATrace() {
        Comment comment = discuss.begin(id, OVERVIEW, "A secret", ADA);
        Comment answer = discuss.answer(id, comment.id(), "Please take that out", BEN);

        assertThatThrownBy(() -> discuss.delete(id, comment.id(), BEN)).isInstanceOf(Refused.class);
        discuss.delete(id, comment.id(), ADMIN);

        assertThat(comments.of(id)).extracting(Comment::text).containsExactly("", "Please take that out");
        assertThat(discuss.get(id, comment.id()).deleted()).isEqualTo(new Comment.Done(ADMIN, TestClock.START));
        assertThat(discuss.get(id, answer.id()).deleted()).isNull();
        assertThat(scene.history(id)).contains("Deleted a comment on Overview.");
        assertThatThrownBy(() -> discuss.edit(id, comment.id(), "Back", ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> discuss.delete(id, comment.id(), ADA)).isInstanceOf(Refused.class);
    }

    @Test
    void anEmptyOrTooLongCommentIsRefused() {
        assertThatThrownBy(() -> discuss.begin(id, OVERVIEW, " \n\0", ADA)).hasMessage("Please write something first.");
        assertThatThrownBy(() -> discuss.begin(id, OVERVIEW, "a".repeat(4001), ADA))
                .hasMessage("Please use at most 4,000 characters; these are 4,001.");
        discuss.begin(id, OVERVIEW, "a".repeat(4000), ADA);

        assertThat(comments.of(id)).hasSize(1);
    }

    @Test
    void aClosedPostmortemTakesCommentsAndACancelledOneDoesNot() {
        PostmortemId closed = scene.postmortem(SEV_1);
        List.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED)
                .forEach(status -> postmortems.moveTo(closed, status, null, null));
        discuss.begin(closed, OVERVIEW, "One more thing", ADA);
        Comment before = discuss.begin(id, OVERVIEW, "Still needed?", ADA);
        cancelPostmortem.cancel(id, "Opened for a test", ADMIN);

        assertThat(comments.of(closed)).hasSize(1);
        assertThat(discuss.isPossible(id)).isFalse();
        assertThatThrownBy(() -> discuss.begin(id, OVERVIEW, "Hello", ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> discuss.answer(id, before.id(), "Hello", ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> discuss.resolve(id, before.id(), ADA)).isInstanceOf(Refused.class);
    }

    @Test
    void aCommentOfAnotherPostmortemIsNotReachedThroughThisOne() {
        Comment elsewhere = discuss.begin(scene.postmortem(SEV_1), OVERVIEW, "Elsewhere", ADA);

        assertThatThrownBy(() -> discuss.answer(id, elsewhere.id(), "Hello", ADA))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> discuss.delete(id, elsewhere.id(), ADA)).isInstanceOf(NoSuchElementException.class);
    }
}
