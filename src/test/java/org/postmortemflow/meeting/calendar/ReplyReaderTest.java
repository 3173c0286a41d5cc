package org.postmortemflow.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.MeetingUid;
import org.postmortemflow.meeting.Samples;
import org.postmortemflow.meeting.Samples.Answering;
import org.postmortemflow.shared.PostmortemId;

/** RFC 5546 §3.2.3 and §3.2.7, and what programs make of them. */
class ReplyReaderTest {

    private static final Instant STAMP = Instant.parse("2026-06-10T12:15:00Z");
    private static final PostmortemId ID = PostmortemId.random();
    private static final Answering ADA = Answering.ada(ID, STAMP).to(3);

    @ParameterizedTest
    @CsvSource({
        "exchange, DECLINED",
        "outlook-com, ACCEPTED",
        "google, TENTATIVE",
        "apple, ACCEPTED",
        "thunderbird, DECLINED"
    })
    void aReplyOfEachProgramSaysWhoAnswersWhat(String program, Answer answer) throws UnreadableReply {
        ReadReply reply = ReplyReader.read(Samples.calendar(program, ADA));

        assertThat(MeetingUid.postmortem(reply.uid())).contains(ID);
        assertThat(reply.attendee()).isEqualTo("ada@demo.example");
        assertThat(reply.answer()).isEqualTo(answer);
        assertThat(reply.sequence()).isEqualTo(3);
        assertThat(reply.stamp()).isEqualTo(STAMP);
        assertThat(reply.proposal()).isNull();
    }

    @Test
    void whatIsWrittenBesideTheAnswerIsRead() throws UnreadableReply {
        assertThat(ReplyReader.read(Samples.calendar("exchange", ADA)).remark())
                .isEqualTo("I am at the dentist, sorry.\nAsk Goran.");
        assertThat(ReplyReader.read(Samples.calendar("outlook-com", ADA)).remark())
                .isEqualTo("See you, all of you; there");
        assertThat(ReplyReader.read(Samples.calendar("apple", ADA)).remark()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "exchange-counter, TENTATIVE, 2026-06-12T14:00:00Z, 60",
        "google-counter, DECLINED, 2026-06-12T15:00:00Z, 30",
    })
    void aCounterProposalNamesItsTime(String program, Answer answer, Instant start, long minutes)
            throws UnreadableReply {
        ReadReply reply = ReplyReader.read(Samples.calendar(program, ADA));

        assertThat(reply.answer()).isEqualTo(answer);
        assertThat(Objects.requireNonNull(reply.proposal()).start()).isEqualTo(start);
        assertThat(reply.proposal().length()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART;TZID=W. Europe Standard Time:20261120T160000 | 2026-11-20T15:00:00Z",
                "DTSTART;TZID=Europe/Berlin:20261231T233000 | 2026-12-31T22:30:00Z",
                "DTSTART;TZID=America/New_York:20260612T100000 | 2026-06-12T14:00:00Z",
                "DTSTART;TZID=(UTC+01:00) Nowhere:20260612T100000 | ",
                "DTSTART;TZID=Romance Standard Time:20260612T100000 | ",
                "DTSTART:20260612T100000 | ",
                "DTSTART;VALUE=DATE:20260612 | ",
                "DTSTART:tomorrow | ",
            })
    void aProposedTimeIsReadInItsZoneOrNotAtAll(String start, Instant expected) throws UnreadableReply {
        String text = Samples.calendar("exchange-counter", ADA)
                .replace("DTSTART;TZID=W. Europe Standard Time:20260612T160000", start);

        assertThat(Objects.requireNonNull(ReplyReader.read(text).proposal()).start())
                .isEqualTo(expected);
    }

    @Test
    void aZoneThatOnlyTheMessageExplainsIsTakenFromThere() throws UnreadableReply {
        String text = Samples.calendar("outlook-com", ADA).replace("METHOD:REPLY", "METHOD:COUNTER");

        // the zone's name has commas, which the program escapes where it defines it and not where it uses it
        assertThat(Objects.requireNonNull(ReplyReader.read(text).proposal()).start())
                .isEqualTo(Instant.parse("2026-06-12T12:00:00Z"));
    }

    @Test
    void whoHasOnlySeenTheInviteHasNotAnswered() throws UnreadableReply {
        String text = Samples.calendar("google", ADA).replace("PARTSTAT=TENTATIVE", "PARTSTAT=NEEDS-ACTION");

        assertThat(ReplyReader.read(text).answer()).isNull();
    }

    @Test
    void linesThatDoNotMatterMayBeBroken() throws UnreadableReply {
        String text = "\uFEFF\r\n"
                + Samples.calendar("google", ADA)
                        .replace("CREATED:20260610T120000Z", "CREATED:00001231T000000Z\r\n\r\nX-A;B=\"c:d\":e")
                        .replace("DESCRIPTION:", "DURATION:soon")
                + "\r\n\r\n";

        assertThat(ReplyReader.read(text).answer()).isEqualTo(Answer.TENTATIVE);
    }

    @Test
    void whereAllAttendeesAreRepeatedTheOneWithAnAnswerAnswers() throws UnreadableReply {
        String others = "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:ben@demo.example\r\nATTENDEE:mailto:x@y\r\nUID:";
        String text = Samples.calendar("google", ADA).replace("UID:", others);

        assertThat(ReplyReader.read(text).attendee()).isEqualTo("ada@demo.example");
        assertThatThrownBy(() -> ReplyReader.read(text.replace("NEEDS-ACTION", "ACCEPTED")))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining("3 attendees");
    }

    @Test
    void controlsInWhatSomebodyWroteAreDropped() throws UnreadableReply {
        String text = Samples.calendar("exchange", ADA).replace("I am at", "I \u0000am\u001b at");

        assertThat(ReplyReader.read(text).remark()).startsWith("I am at the dentist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCALENDAR", "{}", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "\u0000"})
    void whatIsNoCalendarIsRefusedWithTheReason(String text) {
        assertThatThrownBy(() -> ReplyReader.read(text))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageStartingWith("It ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "METHOD:REPLY | METHOD:REQUEST | METHOD:REQUEST is no reply",
                "METHOD:REPLY | X-NOTHING:1 | names no METHOD",
                "PARTSTAT=TENTATIVE | PARTSTAT=X-PERHAPS | PARTSTAT=X-PERHAPS is no answer",
                "SEQUENCE:3 | SEQUENCE:-1 | SEQUENCE:-1 is no number",
                "SEQUENCE:3 | SEQUENCE:99999999999 | is no number",
                "UID: | X-UID: | no UID",
                "ATTENDEE;CUTYPE | X-ATTENDEE;CUTYPE | 0 attendees",
            })
    void whatDoesNotSayEnoughIsRefusedWithTheReason(String from, String to, String reason) {
        assertThatThrownBy(
                        () -> ReplyReader.read(Samples.calendar("google", ADA).replace(from, to)))
                .isInstanceOf(UnreadableReply.class)
                .hasMessageContaining(reason);
    }
}
