package org.postmortemflow.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.digest.SendDigests;
import org.postmortemflow.escalation.StepEscalated;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Reminders and digests of several nodes, on PostgreSQL. */
@RoomSlice
@OnPostgres
class RemindersOnPostgresTest extends ReminderScene {

    @Autowired
    SendDigests sendDigests;

    @Test
    void threeNodesSayEverythingOnce() throws Exception {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        waits(id, Step.SCHEDULE_MEETING, "kavya", null);
        waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        due(id, DeadlineKind.INVITES_OUT, DUE);
        due(id, DeadlineKind.REVIEW_DONE, DUE);

        clock.set(DUE.minus(Duration.ofHours(24)));
        assertThat(onThreeNodes(sendReminders::run))
                .as("kavya, who also reviews, and three others")
                .isEqualTo(4);

        clock.set(DUE);
        transaction.executeWithoutResult(status ->
                events.publishEvent(new StepEscalated(id, Step.SCHEDULE_MEETING, List.of(new PersonId("kavya")))));
        steps.open(id, Step.REVIEW_POSTMORTEM).ifPresent(step -> steps.done(step.taskId(), new PersonId("liam")));
        clock.set(DUE.plus(Duration.ofMinutes(2)));
        assertThat(onThreeNodes(sendReminders::run)).as("told by the ladder").isZero();

        clock.set(Instant.parse("2026-06-15T06:00:00Z"));
        assertThat(onThreeNodes(sendDigests::run)).isEqualTo(2);
        assertThat(outbox.about(id)).extracting(Mail::key).hasSize(6).doesNotHaveDuplicates();
    }

    private static int onThreeNodes(Callable<Integer> run) throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        Callable<Integer> node = () -> {
            together.await();
            return run.call();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            int all = 0;
            for (Future<Integer> one : nodes.invokeAll(List.of(node, node, node))) {
                all += one.get();
            }
            return all;
        } finally {
            nodes.shutdownNow();
        }
    }
}
