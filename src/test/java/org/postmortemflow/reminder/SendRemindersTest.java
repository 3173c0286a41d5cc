package org.postmortemflow.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.sla.DeadlineKind.CONTENT_COMPLETE;
import static org.postmortemflow.sla.DeadlineKind.FOLLOW_UP_DONE;
import static org.postmortemflow.sla.DeadlineKind.INVITES_OUT;
import static org.postmortemflow.sla.DeadlineKind.MEETING_HELD;
import static org.postmortemflow.sla.DeadlineKind.REVIEW_ASKED;
import static org.postmortemflow.sla.DeadlineKind.REVIEW_DONE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.DeadlineRecords;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.escalation.StepEscalated;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is reminded of what and when, and who is left in peace. */
@RoomSlice
class SendRemindersTest {

    /** Friday noon in Berlin. */
    private static final Instant DUE = Instant.parse("2026-06-12T10:00:00Z");

    private static final Instant DAY_BEFORE = DUE.minus(Duration.ofHours(24));
    private static final Instant LATE = DUE.plus(Duration.ofMinutes(2));
    private static final Instant MONDAY = Instant.parse("2026-06-15T07:00:00Z");
    private static final PersonId INES = new PersonId("ines");

    @Autowired
    SendReminders sendReminders;

    @Autowired
    Scene scene;

    @Autowired
    DeadlineRecords deadlines;

    @Autowired
    Steps steps;

    @Autowired
    FollowUps followUps;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    MailText texts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private ReminderScene due;

    @BeforeEach
    void nothingElseIsDue() {
        due = new ReminderScene(deadlines, steps, jdbc, transaction);
        due.nothingElseIsDue();
    }

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
    void eachPersonRestsInTheirOwnZone() {
        PostmortemId id = scene.postmortem(SEV_2);
        due.waits(id, Step.SCHEDULE_MEETING, "hana", null);
        due.due(id, INVITES_OUT, DUE);

        assertThat(toldAt(id, DAY_BEFORE)).as("19:00 in Tokyo").isZero();
        assertThat(toldAt(id, Instant.parse("2026-06-12T00:00:00Z")))
                .as("9:00 in Tokyo")
                .isOne();
        assertThat(text(outbox.about(id).get(0))).contains("Fri 12 Jun 2026 19:00 JST");
    }

    @Test
    void aPersonGetsOneMailOfEverything() {
        PostmortemId one = kavyaSchedules(SEV_2);
        PostmortemId other = scene.postmortem(SEV_2);
        due.waits(other, Step.ANALYSE, "kavya", null);
        due.waits(other, Step.DESCRIBE_IMPACT, "kavya", null);
        due.waits(other, Step.COLLECT_TIMELINE, "ben", null);
        due.due(other, CONTENT_COMPLETE, DUE.plus(Duration.ofMinutes(30)));
        clock.set(DUE);

        assertThat(sendReminders.run()).isEqualTo(2);

        assertThat(outbox.about(one)).singleElement().satisfies(mail -> {
            assertThat(mail.model().get("subject"))
                    .isEqualTo("Reminder: 3 things wait for you, first: Schedule meeting, \"Checkout was slow\"");
            assertThat(text(mail))
                    .contains("Schedule meeting for Checkout was slow (Sev-2) is due Fri 12 Jun 2026 12:00 CEST")
                    .contains("1 business day after the owner was designated")
                    .contains("Analyse contributing factors", "Describe impact")
                    .contains("/postmortems/" + other + "/steps/analyse")
                    .doesNotContain("Collect timeline");
        });
        assertThat(outbox.about(other)).extracting(mail -> mail.to().email()).containsExactly("ben@demo.example");
    }

    @Test
    void nobodyIsRemindedOfWhatIsDoneHandedOverExcusedOrOver() {
        PostmortemId done = scene.postmortem(SEV_2);
        String task = due.waits(done, Step.SCHEDULE_MEETING, "kavya", null);
        due.due(done, INVITES_OUT, DUE);
        steps.done(task, new PersonId("kavya"));
        PostmortemId handedOver = scene.postmortem(SEV_2);
        String other = due.waits(handedOver, Step.SCHEDULE_MEETING, "kavya", null);
        due.due(handedOver, INVITES_OUT, DUE);
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
        due.moved(id, INVITES_OUT, tuesday);

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
    void whomAnEscalationJustToldIsNotRemindedOfTheSame() {
        PostmortemId id = kavyaSchedules(SEV_1);
        due.waits(id, Step.DESIGNATE_OWNER, "ada", null);
        due.due(id, org.postmortemflow.sla.DeadlineKind.OWNER_DESIGNATED, DUE);
        clock.set(DUE);
        transaction.executeWithoutResult(status -> events.publishEvent(
                new StepEscalated(id, Step.SCHEDULE_MEETING, List.of(new PersonId("kavya"), INES))));

        clock.set(LATE);
        sendReminders.run();
        assertThat(outbox.about(id)).extracting(mail -> mail.to().email()).containsExactly("ada@demo.example");

        assertThat(toldAt(id, DUE.plus(Duration.ofHours(20))))
                .as("nor a little later")
                .isZero();
        clock.set(LATE.plus(Duration.ofHours(24)));
        sendReminders.run();
        assertThat(outbox.about(id))
                .extracting(mail -> mail.to().email())
                .containsExactlyInAnyOrder("ada@demo.example", "ada@demo.example", "kavya@demo.example");
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
    @Test
    void allOfAPoolAreRemindedUntilOneClaimsIt() {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        String task = due.waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        due.due(id, REVIEW_DONE, DUE);

        clock.set(DAY_BEFORE);
        assertThat(sendReminders.run()).isEqualTo(3);
        assertThat(reminded(id))
                .containsExactlyInAnyOrder("liam@demo.example", "deniz@demo.example", "goran@demo.example");
        assertThat(text(outbox.about(id).get(outbox.about(id).size() - 1)))
                .contains("It waits for any one of Reviewers: claim it");

        steps.assigned(task, new PersonId("liam"));
        clock.set(DUE);
        assertThat(sendReminders.run()).isOne();
    }

    @Test
    void nobodyIsRemindedOfWhatTheProcessDoesOrWhatIsPlanned() {
        PostmortemId id = scene.postmortem(SEV_2);
        due.due(id, REVIEW_ASKED, DUE);
        due.due(id, MEETING_HELD, DUE);

        assertThat(toldAt(id, LATE)).isZero();
        due.waits(id, Step.SCHEDULE_MEETING, "kavya", null);
        assertThat(toldAt(id, LATE.plus(Duration.ofHours(72))))
                .as("without a meeting")
                .isOne();
        jdbc.sql("update deadline set expected_at = ? where postmortem_id = ?")
                .params(DUE.minusSeconds(60).atOffset(java.time.ZoneOffset.UTC), id.value())
                .update();
        assertThat(toldAt(id, LATE.plus(Duration.ofDays(5))))
                .as("with a meeting")
                .isZero();
    }

    /** R22 */
    @Test
    void aFollowUpIsItsPersonsElseTheEngineeringManagersAndComesBackWeekly() {
        PostmortemId id = scene.postmortem(SEV_1);
        followUps.write(
                id,
                List.of(draft("Add an alert for it", "ben"), draft("Make the pool larger", null)),
                "",
                new PersonId("kavya"));
        due.nothingElseIsDue();
        for (FollowUp followUp : followUps.of(id)) {
            due.due(id, FOLLOW_UP_DONE, followUp.id().toString(), DUE);
        }

        assertThat(toldAt(id, Instant.parse("2026-06-13T12:00:00Z")))
                .as("Saturday")
                .isZero();
        clock.set(MONDAY);
        assertThat(sendReminders.run()).isEqualTo(2);
        assertThat(reminded(id)).containsExactlyInAnyOrder("ben@demo.example", "emeka@demo.example");
        clock.set(MONDAY.plus(Duration.ofDays(3)));
        assertThat(sendReminders.run()).isZero();
        clock.set(MONDAY.plus(Duration.ofDays(7)));
        assertThat(sendReminders.run()).isEqualTo(2);
    }

    @Test
    void aPrivatePostmortemIsKeptFromAPoolThatMayNotReadIt() {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        due.waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        due.due(id, REVIEW_DONE, DUE);
        keepPrivate.makePrivate(id, "The hole is open", new PersonId("ada"));

        assertThat(toldAt(id, DAY_BEFORE)).isZero();
    }

    @Test
    void aHostileTitleStaysText() {
        PostmortemId id = kavyaSchedules(SEV_2);
        jdbc.sql("update postmortem set title = ? where id = ?")
                .params("[win](https://evil.example) <b>\r\nBcc: x@evil.example", id.value())
                .update();
        toldAt(id, DAY_BEFORE);

        MailText.Rendered mail =
                texts.render("reminder", outbox.about(id).get(0).model());
        assertThat(mail.html())
                .contains("[win](https://evil.example) &lt;b&gt;")
                .doesNotContain("href=\"https://evil");
        assertThat(mail.subject()).doesNotContain("\n", "\r").contains("Bcc: x@evil.example");
    }

    private PostmortemId kavyaSchedules(Severity severity) {
        PostmortemId id = scene.postmortem(severity);
        due.waits(id, Step.SCHEDULE_MEETING, "kavya", null);
        due.due(id, INVITES_OUT, DUE);
        return id;
    }

    private static FollowUps.Draft draft(String title, @org.jspecify.annotations.Nullable String assignee) {
        return new FollowUps.Draft(
                null,
                title,
                Kind.DETECTION,
                "checkout",
                "P1",
                assignee == null ? null : new PersonId(assignee),
                false,
                "");
    }

    /** How many mails about it a run at that time writes. */
    private int toldAt(PostmortemId id, Instant now) {
        int before = outbox.about(id).size();
        clock.set(now);
        sendReminders.run();
        return outbox.about(id).size() - before;
    }

    private List<String> reminded(PostmortemId id) {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("reminder"))
                .map(mail -> mail.to().email())
                .toList();
    }

    private String text(Mail mail) {
        return texts.render(mail.template(), mail.model()).text();
    }
}
