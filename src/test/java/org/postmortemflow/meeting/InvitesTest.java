package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.meeting.MeetingScene.scheduled;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.ProcessSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.ownership.HandOver;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R10 to R12: invites, moves and cancellations, as an independent reader of calendars sees them. */
@RoomSlice
class InvitesTest {

    private static final Instant LATER = Instant.parse("2026-06-12T13:00:00Z");

    @Autowired
    Scene scene;

    @Autowired
    SendInvites sendInvites;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    CancelMeeting cancelMeeting;

    @Autowired
    InviteMissing inviteMissing;

    @Autowired
    HandOver handOver;

    @Autowired
    FollowUps followUps;

    @Autowired
    Meetings meetings;

    @Autowired
    Postmortems postmortems;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    ProcessSpy process;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private PostmortemId id;

    @BeforeEach
    void aMeetingIsScheduled() {
        jdbc.sql("update meeting set cancelled = true").update();
        clock.reset();
        id = scheduled(scene, SEV_1);
    }

    @Test
    void everyAttendeeIsInvitedOnceEachWithTheirReason() {
        sendInvites.send(id);
        sendInvites.send(id);

        assertThat(mails("meeting-invite"))
                .extracting(mail -> mail.to().person())
                .doesNotHaveDuplicates();
        assertThat(mails("meeting-invite"))
                .extracting(mail -> mail.model().get("reason").toString())
                .contains("incident commander", "facilitator");
        assertThat(outbox.about(id)).hasSize(7);
    }

    @Test
    void anInviteIsReadTheSameByAnIndependentParser() {
        sendInvites.send(id);

        ICalendar calendar = calendar(mails("meeting-invite").get(0));
        VEvent event = calendar.getEvents().get(0);
        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).contains(id.toString());
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-12T12:00:00Z"));
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(Instant.parse("2026-06-12T13:00:00Z"));
        assertThat(event.getSummary().getValue()).isEqualTo("Postmortem: Checkout was slow");
        assertThat(event.getDescription().getValue()).contains("How did we get here? Kavya Raman", "Jonas");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("postmortems@postmortem-flow.example");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .contains("ada@demo.example", "deniz@demo.example")
                .doesNotContain("postmortems@postmortem-flow.example")
                .hasSize(7);
    }

    @Test
    void aMovedMeetingKeepsItsIdentityAndRaisesTheSequence() {
        sendInvites.send(id);
        moveMeeting.move(id, LATER, 45, "", new PersonId("kavya"));
        assertThat(mails("meeting-moved")).isEmpty();
        sendInvites.send(id);
        sendInvites.send(id);

        assertThat(process.callsOf(id)).contains("meetingMoved");
        assertThat(mails("meeting-moved")).hasSize(7);
        VEvent before = event(mails("meeting-invite").get(0));
        VEvent after = event(mails("meeting-moved").get(0));
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue()).isEqualTo(1);
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(LATER);
        assertThat(scene.history(id))
                .contains(
                        "Meeting moved from Fri 12 Jun 2026 14:00 CEST (60 minutes) to Fri 12 Jun 2026 15:00 CEST (45 minutes).");
    }

    @Test
    void aMoveBeforeTheFirstInviteIsNoMoveForThoseWhoAreInvited() {
        moveMeeting.move(id, LATER, 60, "", new PersonId("kavya"));
        sendInvites.send(id);

        assertThat(mails("meeting-invite")).hasSize(7);
        assertThat(mails("meeting-moved")).isEmpty();
    }

    @Test
    void aCancelledMeetingIsCalledOffOnceForThoseWhoWereInvited() {
        sendInvites.send(id);
        cancelMeeting.cancel(id);
        cancelMeeting.cancel(id);
        sendInvites.send(id);

        assertThat(mails("meeting-cancelled")).hasSize(7);
        ICalendar calendar = calendar(mails("meeting-cancelled").get(0));
        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(calendar.getEvents().get(0).getSequence().getValue()).isEqualTo(1);
        assertThat(calendar.getEvents().get(0).getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(outbox.about(id)).hasSize(14);
        assertThat(meetings.of(id))
                .hasValueSatisfying(meeting -> assertThat(meeting.cancelled()).isTrue());
    }

    @Test
    void whoWasNeverInvitedIsNotToldThatTheMeetingIsCalledOff() {
        cancelMeeting.cancel(id);

        assertThat(outbox.about(id)).isEmpty();
    }

    @Test
    void aPostmortemWithoutAMeetingHasNothingToCallOff() {
        PostmortemId other = scene.postmortem(SEV_1);

        cancelMeeting.cancel(other);

        assertThat(outbox.about(other)).isEmpty();
    }

    @Test
    void aRejectedInviteLeavesNoMailsBehindAndDoesNotSpoilTheTransactionAroundIt() {
        jdbc.sql("update meeting_attendee set email = 'no address' where person_id = 'farah' and postmortem_id = ?")
                .param(id.value())
                .update();

        transaction.executeWithoutResult(status -> {
            assertThatThrownBy(() -> sendInvites.send(id)).isInstanceOf(InvitesRejected.class);
            assertThat(status.isRollbackOnly()).isFalse();
        });

        assertThat(outbox.about(id)).isEmpty();
        scene.does(id, SCHEDULE_MEETING, "kavya", Map.of());
        sendInvites.send(id);
        assertThat(mails("meeting-invite")).hasSize(7);
    }

    @Test
    void whoComesToBelongThereIsInvitedAndOthersHearNothing() {
        sendInvites.send(id);
        inviteMissing.invite(id);
        assertThat(outbox.about(id)).hasSize(7);

        handOver.handOver(id, new PersonId("liam"), "On leave", new PersonId("kavya"));
        followUps.write(id, List.of(draft("platform")), "", new PersonId("kavya"));
        inviteMissing.invite(id);
        inviteMissing.invite(id);

        assertThat(outbox.about(id).subList(7, outbox.about(id).size()))
                .extracting(mail -> mail.to().name(), mail -> mail.model().get("reason"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Liam O'Connor", "owner of the postmortem"));
        assertThat(meetings.of(id).orElseThrow().sequence()).isZero();
    }

    @Test
    void aTeamThatGetsAFollowUpIsRepresentedByItsManagerUnlessSomebodyOfItIsThere() {
        sendInvites.send(id);
        followUps.write(id, List.of(draft("support"), draft("payments")), "", new PersonId("kavya"));

        inviteMissing.invite(id);

        assertThat(outbox.about(id))
                .as("jonas is of support, emeka manages payments")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kavya", "ada", "deniz", "emeka", "admin"})
    void theOwnerTheCommanderTheFacilitatorManagersAndAdministratorsMayMoveIt(String person) {
        moveMeeting.move(id, LATER, 60, "", new PersonId(person));

        assertThat(meetings.of(id).orElseThrow().start()).isEqualTo(LATER);
    }

    @Test
    void othersMayNotMoveItAndNobodyAfterItWasHeldOrToWhereItCannotBe() {
        assertMoveRefused("", LATER, 60, "ben");
        assertMoveRefused("start", TestClock.START, 60, "kavya");
        assertMoveRefused("start", Instant.parse("2026-06-12T12:00:00Z"), 60, "kavya");
        assertMoveRefused("minutes", LATER, 10, "kavya");
        assertMoveRefused("lateReason", Instant.parse("2026-06-16T12:00:00Z"), 60, "kavya");

        jdbc.sql("update meeting set held_at = ? where postmortem_id = ?")
                .params(clock.instant().atOffset(java.time.ZoneOffset.UTC), id.value())
                .update();
        assertMoveRefused("", LATER, 60, "kavya");
    }

    @Test
    void aCancelledPostmortemsMeetingIsNotMoved() {
        postmortems.moveTo(id, Status.CANCELLED, null, "twice");

        assertMoveRefused("", LATER, 60, "kavya");
    }

    private void assertMoveRefused(String field, Instant start, int minutes, String by) {
        assertThatThrownBy(() -> moveMeeting.move(id, start, minutes, "", new PersonId(by)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
        assertThat(meetings.of(id).orElseThrow().sequence()).isZero();
        assertThat(process.callsOf(id)).doesNotContain("meetingMoved");
    }

    private static Draft draft(String team) {
        return new Draft(null, "Add an alert", Kind.DETECTION, team, "P1", null, false, "");
    }

    private List<Mail> mails(String template) {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }

    private static VEvent event(Mail mail) {
        return calendar(mail).getEvents().get(0);
    }

    private static ICalendar calendar(Mail mail) {
        return Biweekly.parse(Objects.requireNonNull(mail.calendar()).text()).first();
    }
}
