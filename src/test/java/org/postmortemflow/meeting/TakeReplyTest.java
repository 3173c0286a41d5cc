package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.meeting.MeetingScene.scheduled;
import static org.postmortemflow.meeting.Taken.Kind.*;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.meeting.Samples.Answering;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replies come back: they are counted, shown and told to the owner, and never move the meeting (R10). */
@RoomSlice
class TakeReplyTest {

    private static final Instant STAMP = TestClock.START;
    private static final PersonId KAVYA = new PersonId("kavya");

    @Autowired
    Scene scene;

    @Autowired
    SendInvites sendInvites;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    CancelMeeting cancelMeeting;

    @Autowired
    TakeReply takeReply;

    @Autowired
    Answers answers;

    @Autowired
    Meetings meetings;

    @Autowired
    ReplyRecords replies;

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
        jdbc.sql("delete from meeting_reply_kept").update();
        clock.reset();
        id = scheduled(scene, SEV_1);
        sendInvites.send(id);
    }

    @Test
    void anAnswerIsShownAndToldToTheOwner() {
        assertThat(take("outlook-com", Answering.ada(id, STAMP)).kind()).isEqualTo(COUNTED);

        assertThat(answerOf("ada")).isEqualTo(Answer.ACCEPTED);
        assertThat(answerOf("emeka")).isNull();
        assertThat(told()).singleElement().satisfies(mail -> {
            assertThat(mail.to().name()).isEqualTo("Kavya Raman");
            assertThat(mail.model().get("answer")).isEqualTo("comes");
            assertThat(mail.model().get("missed")).isEqualTo(false);
        });
    }

    /** R10: the deadline wins over convenience. */
    @Test
    void aRequiredPersonWhoDeclinesIsAHintAndNeverAChangeOfTheDate() {
        Meeting before = meetings.of(id).orElseThrow();

        take("exchange", Answering.emeka(id, STAMP));

        assertThat(told()).singleElement().satisfies(mail -> {
            assertThat(mail.model().get("missed")).isEqualTo(true);
            assertThat(mail.model().get("message")).asString().contains("dentist");
        });
        assertThat(answers.of(before).stream().filter(Answers.AttendeeAnswer::isMissed))
                .extracting(one -> one.attendee().name())
                .containsExactly("Emeka Nwosu");
        assertThat(meetings.of(id)).contains(before);

        take("exchange", new Answering(id, "Ben Fischer", "ben@demo.example", 0, STAMP));
        assertThat(told().get(1).model().get("missed")).as("Ben is optional").isEqualTo(false);
    }

    @Test
    void aCounterProposalKeepsItsTimeAndWords() {
        take("exchange-counter", Answering.emeka(id, STAMP));

        assertThat(replyOf("emeka")).hasValueSatisfying(reply -> {
            assertThat(reply.answer()).isEqualTo(Answer.TENTATIVE);
            assertThat(reply.proposal())
                    .isEqualTo(new Reply.Proposal(Instant.parse("2026-06-12T14:00:00Z"), Duration.ofHours(1)));
            assertThat(reply.remark()).isEqualTo("Two hours later suits me better.");
        });
        assertThat(told().get(0).model().get("proposal")).isEqualTo("Fri 12 Jun 2026 16:00 CEST");
    }

    @Test
    void theSameAnswerAgainChangesNothingAndTellsNobodyTwice() {
        IncomingReply message = message("apple", Answering.ada(id, STAMP));

        assertThat(takeReply.take(message).kind()).isEqualTo(COUNTED);
        assertThat(takeReply.take(message).kind()).isEqualTo(REPEATED);
        assertThat(take("apple", Answering.ada(id, STAMP)).kind()).isEqualTo(REPEATED);

        assertThat(told()).hasSize(1);
    }

    @Test
    void theNewestAnswerCountsWhicheverComesFirst() {
        clock.advance(Duration.ofHours(1));
        take("exchange", Answering.ada(id, STAMP.plusSeconds(60)));

        assertThat(take("apple", Answering.ada(id, STAMP)).kind()).isEqualTo(REPEATED);
        assertThat(answerOf("ada")).isEqualTo(Answer.DECLINED);

        assertThat(take("apple", Answering.ada(id, STAMP.plusSeconds(120))).kind())
                .isEqualTo(COUNTED);
        assertThat(answerOf("ada")).isEqualTo(Answer.ACCEPTED);
        assertThat(told()).hasSize(2);
    }

    @Test
    void anAnswerFromAClockThatIsAheadDoesNotShutOutLaterOnes() {
        take("exchange", Answering.ada(id, STAMP.plus(Duration.ofDays(400))));
        clock.advance(Duration.ofMinutes(5));

        assertThat(take("apple", Answering.ada(id, STAMP.plusSeconds(200))).kind())
                .isEqualTo(COUNTED);
    }

    @Test
    void anAnswerToTheTimeBeforeIsNotedAndDoesNotCountForTheNewOne() {
        take("apple", Answering.ada(id, STAMP));
        moveMeeting.move(id, Instant.parse("2026-06-12T13:00:00Z"), 60, "", KAVYA);
        sendInvites.send(id);
        assertThat(answerOf("ada")).isNull();
        assertThat(partStats(mail("meeting-moved"))).containsOnly("NEEDS-ACTION");

        assertThat(take("exchange", Answering.emeka(id, STAMP)).kind()).isEqualTo(OUTDATED);
        assertThat(answerOf("emeka")).isNull();
        assertThat(entry("emeka").outdated()).map(Reply::answer).contains(Answer.DECLINED);
        assertThat(told()).hasSize(1);

        take("apple", Answering.emeka(id, STAMP).to(1));
        assertThat(take("exchange", Answering.emeka(id, STAMP.plusSeconds(9))).kind())
                .as("a late answer to the old time does not undo the one to the new")
                .isEqualTo(REPEATED);
        assertThat(answerOf("emeka")).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void whoIsNotInvitedOrAnswersForSomebodyElseIsKeptForAnOperator() {
        assertKept(message("apple", new Answering(id, "Eve", "eve@elsewhere.example", 0, STAMP)), "is not invited");
        assertKept(
                with("eve@elsewhere.example", message("apple", Answering.ada(id, STAMP))), "comes from somebody else");
        assertKept(message("apple", Answering.ada(PostmortemId.random(), STAMP)), "not one of ours");
        assertKept(message("apple", Answering.ada(id, STAMP).to(7)), "was never sent");

        assertThat(answerOf("ada")).isNull();
        assertThat(told()).isEmpty();
    }

    @Test
    void outOfOfficeIsIgnoredAndWhatAPersonWroteIsKept() {
        assertThat(takeReply.take(plain(true)).kind()).isEqualTo(IGNORED);
        assertThat(replies.kept(10)).isEmpty();

        assertKept(plain(false), "somebody wrote to the service mailbox");
        replies.done(replies.kept(1).get(0).id());
        assertThat(replies.kept(1)).isEmpty();
    }

    @Test
    void whatComesAfterTheMeetingWasCalledOffChangesNothing() {
        cancelMeeting.cancel(id);
        assertThat(take("apple", Answering.ada(id, STAMP)).kind()).isEqualTo(IGNORED);
        assertThat(told()).isEmpty();
    }

    @Test
    void aPersonHandsInTheirOwnAnswerAndAnAdministratorAnybodys() {
        IncomingReply ada = message("apple", Answering.ada(id, STAMP));

        assertThatThrownBy(() -> takeReply.take(ada, new PersonId("ben"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> takeReply.take(plain(false), new PersonId("ben")))
                .isInstanceOf(Refused.class);
        assertThat(replies.kept(1)).isEmpty();
        assertThat(takeReply.take(ada, new PersonId("ada")).kind()).isEqualTo(COUNTED);
        assertThat(takeReply
                        .take(message("exchange", Answering.emeka(id, STAMP)), new PersonId("admin"))
                        .kind())
                .isEqualTo(COUNTED);
    }

    @Test
    void anAttendeeAnswersOnThePageAndOthersCannotAndTheOwnerIsNotToldOfTheirOwn() {
        takeReply.answer(id, Answer.ACCEPTED, "", KAVYA);
        assertThat(answerOf("kavya")).isEqualTo(Answer.ACCEPTED);
        assertThat(told()).isEmpty();
        takeReply.answer(id, Answer.DECLINED, "On leave", new PersonId("emeka"));

        assertThat(replyOf("emeka")).map(Reply::remark).contains("On leave");
        assertThat(told()).hasSize(1);
        assertThatThrownBy(() -> takeReply.answer(id, Answer.ACCEPTED, "", new PersonId("ines")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> takeReply.answer(id, null, "", new PersonId("emeka")))
                .isInstanceOf(Refused.class);
    }

    private void assertKept(IncomingReply message, String reason) {
        assertThat(takeReply.take(message).kind()).isEqualTo(KEPT);
        assertThat(replies.kept(10)).extracting(KeptReply::reason).anyMatch(words -> words.contains(reason));
    }

    private Taken take(String program, Answering by) {
        return takeReply.take(message(program, by));
    }

    private static IncomingReply message(String program, Answering by) {
        String text = Samples.calendar(program, by);
        return new IncomingReply(UUID.randomUUID().toString(), by.email(), "Re: meeting", text, false, text);
    }

    private static IncomingReply with(String sender, IncomingReply message) {
        return new IncomingReply(message.key(), sender, "", message.calendar(), false, "");
    }

    private static IncomingReply plain(boolean automatic) {
        return new IncomingReply(UUID.randomUUID().toString(), "ada@demo.example", "Hi", null, automatic, "Hi\u0000");
    }

    private Answers.AttendeeAnswer entry(String person) {
        return answers.of(meetings.of(id).orElseThrow()).stream()
                .filter(one -> new PersonId(person).equals(one.attendee().person()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Reply> replyOf(String person) {
        return entry(person).reply();
    }

    private @Nullable Answer answerOf(String person) {
        return entry(person).answer();
    }

    private List<Mail> told() {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("meeting-answer"))
                .toList();
    }

    private Mail mail(String template) {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    static List<String> partStats(Mail mail) {
        return biweekly.Biweekly.parse(Objects.requireNonNull(mail.calendar()).text())
                .first()
                .getEvents()
                .get(0)
                .getAttendees()
                .stream()
                .map(attendee -> attendee.getParticipationStatus().getValue())
                .toList();
    }
}
