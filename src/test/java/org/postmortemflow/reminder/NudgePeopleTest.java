package org.postmortemflow.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking those whose turn it is how it goes. */
@RoomSlice
class NudgePeopleTest extends ReminderScene {

    @Autowired
    NudgePeople nudgePeople;

    @Autowired
    Postmortems postmortems;

    @Test
    void everybodyWhoseTurnItIsGetsOneMailWithAllThatWaitsForThem() {
        PostmortemId id = scene.postmortem(SEV_2);
        waits(id, Step.ANALYSE, "chloe", null);
        waits(id, Step.DESCRIBE_IMPACT, "chloe", null);
        waits(id, Step.COLLECT_TIMELINE, "ben", null);

        nudgePeople.nudge(id, " Shall I draft <b>it</b>? ", INES);

        assertThat(outbox.about(id))
                .extracting(mail -> mail.to().email())
                .containsExactly("ben@demo.example", "chloe@demo.example");
        Mail toChloe = outbox.about(id).get(1);
        assertThat(texts.render(toChloe.template(), toChloe.model())).satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("How is it going? \"Checkout was slow\"");
            assertThat(mail.text())
                    .contains("Inês Costa asks", "Analyse contributing factors", "Describe impact", "Shall I draft")
                    .doesNotContain("Collect timeline");
            assertThat(mail.html()).doesNotContain("<b>it</b>");
        });
        assertThat(scene.history(id))
                .last()
                .asString()
                .startsWith("Nudged: Ben Fischer (Collect timeline), Chloé Martin (Analyse")
                .endsWith(": Shall I draft <b>it</b>?");
    }

    @Test
    void twoNudgesAreOneMailUntilFourHoursHavePassed() {
        PostmortemId id = kavyaSchedules(SEV_2);
        nudgePeople.nudge(id, "", INES);

        assertThatThrownBy(() -> nudgePeople.nudge(id, "", new PersonId("emeka")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Inês Costa nudged them");
        clock.advance(Duration.ofHours(4).minusSeconds(1));
        assertThat(nudgePeople.hindrance(id, INES)).isPresent();
        assertThat(outbox.about(id)).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        nudgePeople.nudge(id, "", INES);
        assertThat(outbox.about(id)).hasSize(2);
    }

    @Test
    void twoAtTheSameMomentAreOneMail() throws Exception {
        PostmortemId id = kavyaSchedules(SEV_2);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> nudge = () -> {
            together.await();
            try {
                nudgePeople.nudge(id, "", INES);
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> results = both.invokeAll(List.of(nudge, nudge));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }

        assertThat(scene.history(id))
                .filteredOn(line -> line.startsWith("Nudged"))
                .hasSize(1);
    }

    @Test
    void nobodyNudgesThemselvesOrWhomNothingWaitsFor() {
        PostmortemId id = kavyaSchedules(SEV_2);
        PostmortemId over = kavyaSchedules(SEV_2);
        postmortems.moveTo(over, Status.CANCELLED, INES, "A test");

        assertThatThrownBy(() -> nudgePeople.nudge(id, "", new PersonId("kavya")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody else");
        assertThatThrownBy(() -> nudgePeople.nudge(over, "", INES)).hasMessageContaining("has ended");
        assertThat(outbox.about(id)).isEmpty();
        assertThat(outbox.about(over)).isEmpty();
    }

    @Test
    void ofAPrivateOneOnlyThoseHearWhoMayReadIt() {
        PostmortemId id = scene.postmortem(SEV_2);
        waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        waits(id, Step.COLLECT_TIMELINE, "ben", null);
        keepPrivate.makePrivate(id, "Customers' data", new PersonId("admin"));

        nudgePeople.nudge(id, "", new PersonId("admin"));

        assertThat(outbox.about(id)).extracting(mail -> mail.to().email()).containsExactly("ben@demo.example");
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        PostmortemId id = kavyaSchedules(SEV_2);

        assertThatThrownBy(() -> nudgePeople.nudge(id, "x".repeat(1001), INES))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsKey("message"));
        assertThat(outbox.about(id)).isEmpty();
    }
}
