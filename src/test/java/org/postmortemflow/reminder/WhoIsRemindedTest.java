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
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.escalation.StepEscalated;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** Who is reminded of what, and what they read. */
@RoomSlice
class WhoIsRemindedTest extends ReminderScene {

    @Test
    void eachPersonRestsInTheirOwnZone() {
        PostmortemId id = scene.postmortem(SEV_2);
        waits(id, Step.SCHEDULE_MEETING, "hana", null);
        due(id, INVITES_OUT, DUE);

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
        waits(other, Step.ANALYSE, "kavya", null);
        waits(other, Step.DESCRIBE_IMPACT, "kavya", null);
        waits(other, Step.COLLECT_TIMELINE, "ben", null);
        due(other, CONTENT_COMPLETE, DUE.plus(Duration.ofMinutes(30)));
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
    void whomAnEscalationJustToldIsNotRemindedOfTheSame() {
        PostmortemId id = kavyaSchedules(SEV_1);
        waits(id, Step.DESIGNATE_OWNER, "ada", null);
        due(id, org.postmortemflow.sla.DeadlineKind.OWNER_DESIGNATED, DUE);
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
    void allOfAPoolAreRemindedUntilOneClaimsIt() {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        String task = waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        due(id, REVIEW_DONE, DUE);

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
        due(id, REVIEW_ASKED, DUE);
        due(id, MEETING_HELD, DUE);

        assertThat(toldAt(id, LATE)).isZero();
        waits(id, Step.SCHEDULE_MEETING, "kavya", null);
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

    @Test
    void aFollowUpIsItsPersonsElseTheEngineeringManagersAndComesBackWeekly() {
        PostmortemId id = scene.postmortem(SEV_1);
        followUps.write(
                id,
                List.of(draft("Add an alert for it", "ben"), draft("Make the pool larger", null)),
                "",
                new PersonId("kavya"));
        nothingElseIsDue();
        for (FollowUp followUp : followUps.of(id)) {
            due(id, FOLLOW_UP_DONE, followUp.id().toString(), DUE);
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
        waits(id, Step.REVIEW_POSTMORTEM, null, "reviewers");
        due(id, REVIEW_DONE, DUE);
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
}
