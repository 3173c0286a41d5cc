package org.postmortemflow.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.sla.DeadlineKind.INVITES_OUT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** When people are reminded, and when they are left in peace. */
@RoomSlice
class SendRemindersTest extends ReminderScene {

    @Test
    void whoHasToActIsRemindedBeforeAtAndAfterTheDeadlineAndEachTimeOnce() {
        PostmortemId id = kavyaSchedules(SEV_2);

        assertThat(toldAt(id, DAY_BEFORE.minusSeconds(1))).isZero();
        assertThat(toldAt(id, DAY_BEFORE)).isOne();
        assertThat(toldAt(id, DAY_BEFORE.plusSeconds(60))).isZero();
        assertThat(toldAt(id, DUE.minus(Duration.ofHours(2)))).isOne();
        assertThat(toldAt(id, DUE)).isZero();
        assertThat(toldAt(id, LATE)).isOne();
        assertThat(toldAt(id, LATE.plus(Duration.ofHours(26)))).as("Saturday").isZero();
        assertThat(toldAt(id, MONDAY)).isOne();
        assertThat(toldAt(id, MONDAY.plus(Duration.ofHours(6))))
                .as("the same day")
                .isZero();
        assertThat(toldAt(id, MONDAY.plus(Duration.ofHours(30)))).isOne();

        assertThat(outbox.about(id)).allSatisfy(mail -> {
            assertThat(mail.template()).isEqualTo("reminder");
            assertThat(mail.to().email()).isEqualTo("kavya@demo.example");
        });
        assertThat(deadlines.of(id))
                .extracting(StoredDeadline::warnedAt)
                .containsExactly(MONDAY.plus(Duration.ofHours(30)));
    }

    @Test
    void aSev1IsUrgentOnSundayAndAtNight() {
        PostmortemId id = kavyaSchedules(SEV_1);

        assertThat(toldAt(id, Instant.parse("2026-06-14T01:00:00Z"))).isOne();
    }

    @Test
    void nobodyIsRemindedOfWhatIsDoneHandedOverExcusedOrOver() {
        PostmortemId done = scene.postmortem(SEV_2);
        String task = waits(done, Step.SCHEDULE_MEETING, "kavya", null);
        due(done, INVITES_OUT, DUE);
        steps.done(task, new PersonId("kavya"));
        PostmortemId handedOver = scene.postmortem(SEV_2);
        String other = waits(handedOver, Step.SCHEDULE_MEETING, "kavya", null);
        due(handedOver, INVITES_OUT, DUE);
        steps.assigned(other, new PersonId("liam"));
        PostmortemId excused = kavyaSchedules(SEV_2);
        deadlines.excuse(excused, INVITES_OUT, "", new Word("Fair", INES, clock.instant()));
        PostmortemId over = kavyaSchedules(SEV_2);
        jdbc.sql("update deadline set ended_at = due where postmortem_id = ?")
                .param(over.value())
                .update();
        clock.set(DAY_BEFORE);

        assertThat(sendReminders.run()).isOne();

        assertThat(outbox.about(handedOver))
                .extracting(mail -> mail.to().email())
                .containsExactly("liam@demo.example");
        assertThat(List.of(done, excused, over))
                .allSatisfy(id -> assertThat(outbox.about(id)).isEmpty());
    }

    @Test
    void afterADeadlineMovedTheOldRemindersStopAndTheOnesBeforeTheNewDateComeAgain() {
        PostmortemId id = kavyaSchedules(SEV_2);
        assertThat(toldAt(id, DAY_BEFORE)).isOne();
        Instant tuesday = Instant.parse("2026-06-16T10:00:00Z");
        moved(id, INVITES_OUT, tuesday);

        assertThat(toldAt(id, DUE.minus(Duration.ofHours(2)))).isZero();
        assertThat(toldAt(id, LATE)).isZero();
        assertThat(toldAt(id, tuesday.minus(Duration.ofHours(24)))).isOne();
    }

    @Test
    void afterDowntimeOnlyTheNewestCounts() {
        PostmortemId id = kavyaSchedules(SEV_2);

        assertThat(toldAt(id, MONDAY.plus(Duration.ofDays(9)))).isOne();
        assertThat(outbox.about(id))
                .singleElement()
                .satisfies(mail -> assertThat(mail.model().get("subject"))
                        .isEqualTo("Late: Schedule meeting, \"Checkout was slow\""));
    }

    @Test
    void twoNodesRemindOnce() throws Exception {
        PostmortemId id = kavyaSchedules(SEV_2);
        clock.set(DAY_BEFORE);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> node = () -> {
            together.await();
            return sendReminders.run();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            int told = 0;
            for (Future<Integer> one : nodes.invokeAll(List.of(node, node))) {
                told += one.get();
            }
            assertThat(told).isOne();
        } finally {
            nodes.shutdownNow();
        }
        assertThat(outbox.about(id)).hasSize(1);
    }

    /** R28: the owner is not asked to review what is theirs (R5). */
    /** R22 */
}
