package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.meeting.MeetingScene.scheduled;
import static org.postmortemflow.shared.Severity.SEV_1;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.meeting.ChangeAttendees.ToInvite;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.ownership.HandOver;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Late additions and removals: messages go only to those concerned (RFC 5546 §3.2.2, §3.2.5). */
@RoomSlice
class ChangeAttendeesTest {

    private static final PersonId KAVYA = new PersonId("kavya");

    @Autowired
    Scene scene;

    @Autowired
    SendInvites sendInvites;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    InviteMissing inviteMissing;

    @Autowired
    ChangeAttendees changeAttendees;

    @Autowired
    TakeReply takeReply;

    @Autowired
    Answers answers;

    @Autowired
    HandOver handOver;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    MeetingRecords meetings;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private PostmortemId id;

    @BeforeEach
    void aMeetingThatEverybodyKnowsOf() {
        jdbc.sql("update meeting set cancelled = true").update();
        clock.reset();
        id = scheduled(scene, SEV_1);
        sendInvites.send(id);
    }

    @Test
    void onlyWhoIsAddedGetsARequestAndItSaysWhatTheOthersAnswered() {
        takeReply.answer(id, Answer.ACCEPTED, "", new PersonId("ada"));
        int before = mails().size();

        changeAttendees.invite(id, person("goran", "knows the load balancer."), KAVYA);

        assertThat(mails().subList(before, mails().size())).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo("goran@demo.example");
            assertThat(mail.template()).isEqualTo("meeting-invite");
            assertThat(mail.model().get("reason")).isEqualTo("knows the load balancer");
            VEvent event = event(mail);
            assertThat(event.getSequence().getValue()).isZero();
            assertThat(event.getAttendees()).hasSize(8);
            assertThat(TakeReplyTest.partStats(mail)).containsOnlyOnce("ACCEPTED");
            assertThat(event.getDescription().getValue())
                    .contains("Goran Petrović: knows the load balancer (optional)");
        });
        assertThat(scene.history(id)).contains("Goran Petrović is invited to the meeting: knows the load balancer.");
    }

    @Test
    void onlyWhoIsTakenOffGetsACancellationThatSaysNothingOfTheEventItself() {
        int before = mails().size();

        changeAttendees.takeOff(id, "FARAH@demo.example", "Emeka speaks for both", KAVYA);

        assertThat(mails().subList(before, mails().size())).singleElement().satisfies(mail -> {
            assertThat(mail.to().email()).isEqualTo("farah@demo.example");
            ICalendar calendar = calendar(mail);
            assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
            assertThat(event(mail).getStatus()).isNull();
            assertThat(event(mail).getSequence().getValue()).isEqualTo(1);
            assertThat(event(mail).getAttendees())
                    .extracting(attendee -> attendee.getEmail())
                    .containsExactly("farah@demo.example");
        });
        assertThat(emails()).doesNotContain("farah@demo.example").hasSize(6);
        sendInvites.send(id);
        assertThat(mails()).as("nobody is told of a move that was none").hasSize(before + 1);
    }

    @Test
    void whoStaysKeepsTheirAnswerWhenSomebodyElseIsTakenOff() {
        takeReply.answer(id, Answer.ACCEPTED, "", new PersonId("ada"));

        changeAttendees.takeOff(id, "farah@demo.example", "not needed", KAVYA);

        assertThat(answers.of(meeting()).stream().filter(one -> one.answer() == Answer.ACCEPTED))
                .extracting(one -> one.attendee().name())
                .containsExactly("Ada Okafor");
    }

    @Test
    void whoWasTakenOffCanBeInvitedAgainWithANewerStampAndWithoutTheirOldAnswer() {
        takeReply.answer(id, Answer.DECLINED, "", new PersonId("farah"));
        changeAttendees.takeOff(id, "farah@demo.example", "not needed", KAVYA);
        changeAttendees.invite(id, person("farah", "needed after all"), KAVYA);

        Mail last = mails().get(mails().size() - 1);
        assertThat(last.template()).isEqualTo("meeting-invite");
        assertThat(event(last).getSequence().getValue()).isEqualTo(1);
        assertThat(TakeReplyTest.partStats(last)).containsOnly("NEEDS-ACTION");
        assertThat(meetings.uninvited(id)).isEmpty();
    }

    @Test
    void whoWasTakenOffIsNotInvitedAgainByThemselvesUnlessTheyComeToOwnIt() {
        changeAttendees.takeOff(id, "emeka@demo.example", "on leave", KAVYA);
        inviteMissing.invite(id);
        assertThat(emails()).doesNotContain("emeka@demo.example");

        handOver.handOver(id, new PersonId("emeka"), "Back already", KAVYA);
        inviteMissing.invite(id);

        assertThat(emails()).contains("emeka@demo.example");
        assertThat(meetings.uninvited(id)).isEmpty();
    }

    @Test
    void anOptionalAttendeeWhoComesToOwnItIsToldThatTheyAreNeeded() {
        int before = mails().size();
        handOver.handOver(id, new PersonId("ben"), "Knows it best", KAVYA);

        inviteMissing.invite(id);
        inviteMissing.invite(id);

        assertThat(mails().subList(before, mails().size()).stream()
                        .filter(mail -> mail.template().startsWith("meeting-")))
                .extracting(mail -> mail.to().email(), Mail::template)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ben@demo.example", "meeting-needed"));
        assertThat(meeting().attendees().stream().filter(one -> one.email().equals("ben@demo.example")))
                .allMatch(Meeting.Attendee::required);
    }

    @Test
    void somebodyFromOutsideIsInvitedByNameAndAddress() {
        changeAttendees.invite(
                id, new ToInvite("", "Val Vendor", "val@vendor.example", true, "runs the card gateway"), KAVYA);

        Mail last = mails().get(mails().size() - 1);
        assertThat(last.to().person()).isNull();
        assertThat(last.to().email()).isEqualTo("val@vendor.example");
        assertThat(event(last).getAttendees())
                .filteredOn(one -> one.getEmail().equals("val@vendor.example"))
                .singleElement()
                .satisfies(one -> assertThat(one.getCommonName()).isEqualTo("Val Vendor"));
    }

    @Test
    void aTypedAddressOfSomebodyInTheOrganisationIsThatPerson() {
        changeAttendees.invite(id, new ToInvite("", "G.", "Goran@Demo.example", false, "asked for"), KAVYA);

        assertThat(meeting().attendees()).extracting(Meeting.Attendee::name).contains("Goran Petrović");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ada | '' | '' | x | person",
                "nobody | '' | '' | x | person",
                "'' | '' | val@vendor.example | x | name",
                "'' | Val | no address | x | email",
                "'' | Val | val@vendor.example?cc=eve@x.example | x | email",
                "'' | Val | postmortems@postmortem-flow.example | x | email",
                "'' | Ada | ADA@demo.example | x | email",
                "goran | '' | '' | ' ' | reason",
            })
    void whatCannotBeIsRefusedBesideItsField(String person, String name, String email, String reason, String field) {
        assertRefused(field, () -> changeAttendees.invite(id, new ToInvite(person, name, email, true, reason), KAVYA));
        assertThat(emails()).hasSize(7);
    }

    /** R11. */
    @Test
    void theOwnerTheCommanderAndTheFacilitatorStay() {
        for (String person : List.of("kavya", "ada", "deniz")) {
            assertRefused("", () -> changeAttendees.takeOff(id, person + "@demo.example", "no time", KAVYA));
        }
        assertRefused("reason", () -> changeAttendees.takeOff(id, "ben@demo.example", " ", KAVYA));
        assertRefused("email", () -> changeAttendees.takeOff(id, "x@y.example", "why", KAVYA));
        assertThat(emails()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"kavya, true", "ada, true", "deniz, true", "emeka, true", "ben, false", "liam, false"})
    void whoMayMoveTheMeetingMayChangeWhoIsInvited(String by, boolean may) {
        PersonId person = new PersonId(by);
        assertThat(changeAttendees.mayChange(meeting(), person)).isEqualTo(may);
        if (may) {
            changeAttendees.invite(id, person("goran", "asked for"), person);
        } else {
            assertRefused("", () -> changeAttendees.invite(id, person("goran", "asked for"), person));
        }
    }

    @Test
    void whoMayNotReadAPrivatePostmortemIsNotInvitedToItsMeeting() {
        keepPrivate.makePrivate(id, "A security hole is open", KAVYA);

        assertRefused("person", () -> changeAttendees.invite(id, person("mei", "asked for"), KAVYA));
        assertRefused(
                "email",
                () -> changeAttendees.invite(id, new ToInvite("", "Val", "val@vendor.example", true, "x"), KAVYA));
    }

    @Test
    void duringAMoveThatNobodyKnowsOfYetEverybodyHearsOfItOnce() {
        moveMeeting.move(id, Instant.parse("2026-06-12T13:00:00Z"), 60, "", KAVYA);
        int before = mails().size();
        changeAttendees.invite(id, person("goran", "asked for"), KAVYA);
        changeAttendees.takeOff(id, "farah@demo.example", "not needed", KAVYA);
        sendInvites.send(id);

        assertThat(mails().subList(before, mails().size()))
                .extracting(Mail::template)
                .containsOnlyOnce("meeting-uninvited")
                .filteredOn("meeting-moved"::equals)
                .hasSize(7);
    }

    private static ToInvite person(String person, String reason) {
        return new ToInvite(person, "", "", false, reason);
    }

    private static void assertRefused(String field, Runnable change) {
        assertThatThrownBy(change::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
    }

    private Meeting meeting() {
        return meetings.of(id).orElseThrow();
    }

    private List<String> emails() {
        return meeting().attendees().stream().map(Meeting.Attendee::email).toList();
    }

    private List<Mail> mails() {
        return outbox.about(id);
    }

    private static VEvent event(Mail mail) {
        return calendar(mail).getEvents().get(0);
    }

    private static ICalendar calendar(Mail mail) {
        return Biweekly.parse(Objects.requireNonNull(mail.calendar()).text()).first();
    }
}
