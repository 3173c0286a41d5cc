package org.postmortemflow.integration.replies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.meeting.IncomingReply;
import org.postmortemflow.meeting.Samples;
import org.postmortemflow.meeting.Samples.Answering;
import org.postmortemflow.shared.PostmortemId;

class ReplyMailTest {

    private static final Answering ADA = Answering.ada(PostmortemId.random(), Instant.parse("2026-06-10T12:15:00Z"));

    static final String[] PROGRAMS = Mails.PROGRAMS;

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void theCalendarPartIsFoundHoweverItIsEncoded(String program) {
        IncomingReply reply = ReplyMail.of(Mails.of(program, ADA));

        assertThat(Objects.requireNonNull(reply.calendar()).strip())
                .isEqualTo(Samples.calendar(program, ADA).strip());
        assertThat(reply.sender()).isEqualTo("ada@demo.example");
        assertThat(reply.automatic()).isFalse();
    }

    @Test
    void aMessageIsKnownByItsMessageIdWhateverTheWayAddsToIt() {
        byte[] mail = Mails.of("google", ADA, "one");
        byte[] sameByAnotherWay = ("Received: from relay\r\n" + new String(mail, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ReplyMail.of(sameByAnotherWay).key())
                .isEqualTo(ReplyMail.of(mail).key())
                .hasSizeLessThanOrEqualTo(100);
        assertThat(ReplyMail.of(Mails.of("google", ADA, "two")).key())
                .isNotEqualTo(ReplyMail.of(mail).key());
    }

    @Test
    void outOfOfficeIsAutomaticAndAReportOfFailureIsNot() {
        String away = new String(Mails.of("out-of-office", ADA), StandardCharsets.UTF_8);

        assertThat(ReplyMail.of(away.getBytes(StandardCharsets.UTF_8)).automatic())
                .isTrue();
        String report = away.replace("text/plain; charset=us-ascii", "multipart/report; boundary=x");
        assertThat(ReplyMail.of(report.getBytes(StandardCharsets.UTF_8)).automatic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001",
                "From: a@b, c@d\r\n\r\nhello",
                "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x",
                "From: <<<\r\nContent-Type: text/;;;\r\n\r\nhello"
            })
    void aBrokenMailSpeaksForNobody(String broken) {
        IncomingReply reply = ReplyMail.of(broken.getBytes(StandardCharsets.UTF_8));

        assertThat(reply.sender()).isEmpty();
        assertThat(reply.calendar()).isNull();
        assertThat(reply.key()).isNotEmpty();
    }
}
