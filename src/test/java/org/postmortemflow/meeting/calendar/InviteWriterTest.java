package org.postmortemflow.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.meeting.InvitesRejected;
import org.postmortemflow.meeting.calendar.Invite.Invitee;
import org.postmortemflow.meeting.calendar.Invite.Method;

/** What is written is read back by a parser that shares no code with the writer. */
class InviteWriterTest {

    private static final Instant STAMP = Instant.parse("2026-06-10T12:00:00Z");
    private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");
    private static final String UID = "f3a6c1de@postmortem-flow";
    private static final int LONGEST_LINE = 75;

    @Test
    void aRequestSaysWhoMeetsWhenAndWhere() {
        ICalendar calendar =
                read(InviteWriter.write(invite(Method.REQUEST, "Checkout was slow", "https://meet.example/1")));
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
        assertThat(event.getUid().getValue()).isEqualTo(UID);
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(START.plus(Duration.ofMinutes(30)));
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getLocation().getValue()).isEqualTo("https://meet.example/1");
        assertThat(event.getUrl().getValue()).isEqualTo("https://pm.example/postmortems/1");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("postmortems@pm.example");
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(event.getAlarms().get(0).getTrigger().getDuration().toMillis())
                .isEqualTo(Duration.ofMinutes(-15).toMillis());
    }

    @Test
    void everyAttendeeIsAskedToReplyAndTheOrganizerIsNoneOfThem() {
        VEvent event = read(InviteWriter.write(invite(Method.REQUEST, "x", null)))
                .getEvents()
                .get(0);

        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly("ada@demo.example", "jonas@demo.example");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getParticipationLevel())
                .containsExactly(ParticipationLevel.REQUIRED, ParticipationLevel.OPTIONAL);
        assertThat(event.getAttendees()).allSatisfy(attendee -> {
            assertThat(attendee.getParticipationStatus()).isEqualTo(ParticipationStatus.NEEDS_ACTION);
            assertThat(attendee.getRsvp()).isTrue();
        });
    }

    @Test
    void timesAreUtcAndTheOnlyStampIsTheOneGiven() {
        String text = InviteWriter.write(invite(Method.REQUEST, "x", null));

        assertThat(text)
                .contains("DTSTART:20260612T080000Z\r\n", "DTEND:20260612T083000Z\r\n")
                .containsOnlyOnce("DTSTAMP:20260610T120000Z\r\n")
                .containsOnlyOnce("DTSTAMP")
                .doesNotContain("TZID", "VTIMEZONE");
    }

    @Test
    void aCancellationNamesTheSameMeetingAndRemindsOfNothing() {
        ICalendar calendar = read(InviteWriter.write(invite(Method.CANCEL, "x", null)));
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(event.getUid().getValue()).isEqualTo(UID);
        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getAlarms()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\rATTENDEE:mailto:evil@example.com",
                "x\r\nATTENDEE:mailto:evil@example.com",
                "x\nATTENDEE:mailto:evil@example.com",
                "x\u0000ATTENDEE:mailto:evil@example.com",
                "x\u000bATTENDEE\u007f:mailto:evil@example.com",
                "x\\nEND:VEVENT\\nBEGIN:VEVENT",
                "x\"; ATTENDEE=\"mailto:evil@example.com"
            })
    void aHostileValueStaysAValue(String hostile) {
        Invite plain = invite(Method.REQUEST, "x", null);
        Invite invite = new Invite(
                plain.method(),
                plain.uid(),
                plain.sequence(),
                plain.written(),
                plain.start(),
                plain.length(),
                hostile,
                hostile,
                null,
                plain.url(),
                plain.organizerEmail(),
                hostile,
                List.of(new Invitee("ada@demo.example", hostile, true, null)));

        String text = InviteWriter.write(invite);
        VEvent event = read(text).getEvents().get(0);

        assertThat(text.split("\r\n|\r|\n")).noneMatch(line -> line.startsWith("ATTENDEE:mailto:evil"));
        assertThat(text.replace("\r\n", "").replace("\t", "")).doesNotContainPattern("[\\x00-\\x1f\\x7f]");
        assertThat(read(text).getEvents()).hasSize(1);
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly("ada@demo.example");
        assertThat(event.getSummary().getValue()).startsWith("x");
    }

    @Test
    void longLinesAreFoldedByOctetsWithoutTearingACharacter() {
        String title = "Zahlungen für Köln fielen aus 🧯".repeat(12) + "日本語のタイトル".repeat(9);

        String text = InviteWriter.write(invite(Method.REQUEST, title, null));

        assertThat(read(text).getEvents().get(0).getSummary().getValue()).isEqualTo(title);
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LONGEST_LINE);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        }
    }

    @Test
    void everyLengthOfTitleIsReadBackAsItWas() {
        for (int length = 1; length < 160; length++) {
            String title = "ü🧯".repeat(length).substring(0, length / 3 * 3) + "x";
            assertThat(read(InviteWriter.write(invite(Method.REQUEST, title, null)))
                            .getEvents()
                            .get(0)
                            .getSummary()
                            .getValue())
                    .isEqualTo(title);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "two words@x", "a\r\nATTENDEE:mailto:b@c", "a\"b@c"})
    void whatIsNoAddressIsRejectedAsAWhole(String email) {
        Invite plain = invite(Method.REQUEST, "x", null);
        Invite invite = new Invite(
                plain.method(),
                plain.uid(),
                plain.sequence(),
                plain.written(),
                plain.start(),
                plain.length(),
                plain.summary(),
                plain.description(),
                null,
                plain.url(),
                plain.organizerEmail(),
                plain.organizerName(),
                List.of(new Invitee(email, "Ada", true, null)));

        assertThatThrownBy(() -> InviteWriter.write(invite)).isInstanceOf(InvitesRejected.class);
    }

    private static Invite invite(Method method, String summary, @Nullable String video) {
        return new Invite(
                method,
                UID,
                2,
                new Invite.Written(STAMP, STAMP, STAMP),
                START,
                Duration.ofMinutes(30),
                summary,
                "Agenda:\n1. How did we get here?",
                video,
                "https://pm.example/postmortems/1",
                "postmortems@pm.example",
                "Postmortem Flow",
                List.of(
                        new Invitee("ada@demo.example", "Ada Okafor", true, null),
                        new Invitee("jonas@demo.example", "Jonas Weber", false, null)));
    }

    private static ICalendar read(String text) {
        byte[] sent = text.getBytes(StandardCharsets.UTF_8);
        return Biweekly.parse(new String(sent, StandardCharsets.UTF_8)).first();
    }
}
