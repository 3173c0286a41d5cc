package org.postmortemflow.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.DeadlineRecords;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets which digest, and what it says of a small history. */
@RoomSlice
class SendDigestsTest {

    private static final Instant MONDAY = Instant.parse("2026-06-15T06:00:00Z");
    private static final PersonId KAVYA = new PersonId("kavya");

    @Autowired
    SendDigests sendDigests;

    @Autowired
    ChooseDigests choices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Scene scene;

    @Autowired
    Postmortems postmortems;

    @Autowired
    DeadlineRecords deadlines;

    @Autowired
    RefreshDeadlines refresh;

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
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingElseIsOpen() {
        jdbc.sql("delete from deadline").update();
        jdbc.sql("update postmortem set status = 'CANCELLED'").update();
        jdbc.sql("delete from digest_choice").update();
        jdbc.sql("delete from digest_sent").update();
    }

    @Test
    void managersReadOnMondayWhatIsLateWhoseTurnItIsAndWhatWasExcused() {
        PostmortemId late = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        waits(late, Step.DESIGNATE_OWNER, "ada", TestClock.START.plus(Duration.ofHours(2)));
        refresh.later(late);
        PostmortemId fine = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(fine, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        waits(fine, Step.SCHEDULE_MEETING, "kavya", Instant.parse("2026-06-16T22:00:00Z"));
        refresh.later(fine);
        deadlines.excuse(
                fine,
                DeadlineKind.MEETING_HELD,
                "",
                new Word("Everybody is at the fair", new PersonId("ines"), clock.instant()));
        clock.set(MONDAY);

        sendDigests.run();

        Mail emeka = digestOf("emeka", late, fine);
        assertThat(emeka.template()).isEqualTo("digest-weekly");
        assertThat(emeka.model().get("subject"))
                .isEqualTo("Postmortems this week: 2 postmortems, 1 with something late");
        assertThat(text(emeka))
                .contains("Sev-1, Draft, owner: nobody yet")
                .contains("Late: Designate owner waits for Ada Okafor, due Wed 10 Jun 2026 16:00 CEST")
                .contains("Late: Meeting held, due Sun 14 Jun 2026 00:00 CEST")
                .contains("Sev-2, Draft, owner: Kavya Raman")
                .contains("Schedule meeting waits for Kavya Raman, due Wed 17 Jun 2026 00:00 CEST")
                .contains("Excused: Meeting held")
                .contains("Everybody is at the fair (Inês Costa)")
                .contains("Stop this digest")
                .doesNotContain("Late: Owner designated");
        assertThat(told(late, fine)).containsExactlyInAnyOrder("emeka@demo.example", "ines@demo.example");
    }

    @Test
    void stepsThatAreLateTogetherSayWhyOnceAndTheDeadlineTheyMissedIsNotALineBesideThem() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        waits(id, Step.ANALYSE, "kavya", TestClock.START.plus(Duration.ofHours(2)));
        waits(id, Step.COLLECT_TIMELINE, "kavya", TestClock.START.plus(Duration.ofHours(2)));
        refresh.later(id);
        clock.set(MONDAY);

        sendDigests.run();

        String read = text(digestOf("emeka", id));
        assertThat(read).contains("Late: Analyse", "Late: Collect").doesNotContain("Late: Content complete");
        assertThat(read.split(": because", -1)).as("told once").hasSize(2);
    }

    @Test
    void oneMailAPeriodAndNoneWhenThereIsNothingToSay() {
        clock.set(MONDAY);
        assertThat(sendDigests.run()).as("nothing is open").isZero();
        PostmortemId id = open();
        clock.advance(Duration.ofMinutes(5));
        assertThat(sendDigests.run()).as("this week's was silence").isZero();

        clock.set(MONDAY.plus(Duration.ofDays(7)));
        assertThat(sendDigests.run()).isEqualTo(2);
        assertThat(sendDigests.run()).isZero();
        assertThat(told(id)).hasSize(2);
    }

    @Test
    void anOwnerGetsTheDailyOneOnlyAfterTurningItOnAndOnlyOnWorkingDays() {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        waits(id, Step.SCHEDULE_MEETING, "kavya", MONDAY);
        PostmortemId ofOthers = open();
        Instant friday = Instant.parse("2026-06-12T06:00:00Z");
        clock.set(friday);
        assertThat(sendDigests.run()).isZero();

        choices.choose(KAVYA, Set.of(Digest.DAILY));
        assertThat(sendDigests.run()).isOne();
        assertThat(sendDigests.run()).isZero();
        clock.set(friday.plus(Duration.ofDays(1)));
        assertThat(sendDigests.run()).as("Saturday").isZero();

        assertThat(text(digestOf("kavya", id))).contains("Schedule meeting waits for Kavya Raman");
        assertThat(outbox.about(ofOthers)).isEmpty();
    }

    @Test
    void managersAreToldOfTheirTeamsOnlyAndOfFollowUpsThatTheirTeamsHaveElsewhere() {
        PostmortemId id = scene.postmortem(SEV_2, "kubernetes-platform", responder(INCIDENT_COMMANDER, "ada"));
        waits(id, Step.DESIGNATE_OWNER, "ada", MONDAY);
        followUps.write(id, List.of(draft("Add an alert for refunds", "checkout")), "", KAVYA);
        waits(id, Step.SCHEDULE_MEETING, "ada", MONDAY);
        refresh.later(id);
        clock.set(MONDAY);

        sendDigests.run();

        assertThat(text(digestOf("emeka", id)))
                .contains("Follow-up \"Add an alert for refunds\" of Checkout, due Sat 11 Jul 2026 00:00 CEST")
                .doesNotContain("Designate owner", "Schedule meeting");
        assertThat(text(digestOf("goran", id))).contains("Designate owner", "Follow-up \"Add an alert for refunds\"");
    }

    @Test
    void whatWasMissedInAPostmortemThatClosedIsToldOnce() {
        PostmortemId id = open();
        refresh.later(id);
        clock.set(Instant.parse("2026-06-12T12:00:00Z"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        refresh.later(id);
        for (Status next : List.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED)) {
            postmortems.moveTo(id, next, null, null);
        }
        clock.set(MONDAY);

        sendDigests.run();

        assertThat(text(digestOf("emeka", id)))
                .contains("Missed: Owner designated, due Wed 10 Jun 2026 16:00 CEST, done Fri 12 Jun 2026 14:00 CEST");
        clock.set(MONDAY.plus(Duration.ofDays(7)));
        assertThat(sendDigests.run()).isZero();
    }

    @Test
    void aPrivatePostmortemIsNotToldToManagersWhoMayNotReadIt() {
        PostmortemId id = open();
        keepPrivate.makePrivate(id, "The hole is open", new PersonId("ada"));
        clock.set(MONDAY);

        assertThat(sendDigests.run()).isZero();
        assertThat(outbox.about(id)).isEmpty();
    }

    @Test
    void theLinkInTheMailEndsItAndTheHeaderSaysTheSame() {
        PostmortemId id = open();
        clock.set(MONDAY);
        sendDigests.run();
        Mail mail = digestOf("emeka", id);
        String link = Objects.requireNonNull(mail.unsubscribe());
        assertThat(mail.model().get("unsubscribeLink")).isEqualTo(link);

        choices.end(
                subscriptions.ofToken(link.substring(link.lastIndexOf('/') + 1)).orElseThrow());

        clock.set(MONDAY.plus(Duration.ofDays(7)));
        assertThat(sendDigests.run()).as("the director's").isOne();
        assertThat(choices.isWanted(new PersonId("emeka"), Digest.WEEKLY)).isFalse();
        assertThat(subscriptions.ofToken("guessed")).isEmpty();
    }

    private PostmortemId open() {
        PostmortemId id = scene.postmortem(SEV_2, responder(INCIDENT_COMMANDER, "ada"));
        waits(id, Step.DESIGNATE_OWNER, "ada", TestClock.START.plus(Duration.ofHours(2)));
        return id;
    }

    private void waits(PostmortemId id, Step step, String person, @Nullable Instant due) {
        steps.opened(id, step, UUID.randomUUID().toString(), new PersonId(person), null, due, "because");
    }

    private static FollowUps.Draft draft(String title, String team) {
        return new FollowUps.Draft(null, title, Kind.DETECTION, team, "P1", null, false, "");
    }

    private Mail digestOf(String person, PostmortemId... ids) {
        return List.of(ids).stream()
                .flatMap(id -> outbox.about(id).stream())
                .filter(mail -> mail.template().startsWith("digest-"))
                .filter(mail -> mail.to().email().equals(person + "@demo.example"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(PostmortemId... ids) {
        return List.of(ids).stream()
                .flatMap(id -> outbox.about(id).stream())
                .filter(mail -> mail.template().startsWith("digest-"))
                .map(mail -> mail.to().email())
                .toList();
    }

    private String text(Mail mail) {
        return texts.render(mail.template(), mail.model()).text();
    }
}
