package org.postmortemflow.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.notification.Channel.Outcome.Kind.FAILED;
import static org.postmortemflow.notification.Channel.Outcome.Kind.PAUSE;
import static org.postmortemflow.notification.Channel.Outcome.Kind.RETRY;
import static org.postmortemflow.notification.Channel.Outcome.Kind.SENT;
import static org.postmortemflow.notification.Channel.Outcome.Kind.UNREACHED;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.integration.mail.ScriptedServer.Script;
import org.postmortemflow.notification.Channel;
import org.postmortemflow.notification.Channel.Outcome;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What each way of failing means: tried again, given up, or a pause for an operator. */
class SmtpChannelTest {

    private static final String TIMEOUT = "1000";

    @Test
    void anAcceptedMailIsSentUnderItsOwnIdentity() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly())) {
            assertThat(send(server.port(), false).kind()).isEqualTo(SENT);
            assertThat(server.bodies()).singleElement().asString().contains("Message-ID: " + Messages.MESSAGE_ID);
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainAndNoOtherMailMeanwhile() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(send(closed, false).kind()).isEqualTo(UNREACHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 too busy", "554 no service here"})
    void aServerThatGreetsWithARefusalIsTriedAgainAndNoOtherMailMeanwhile(String greeting) throws IOException {
        assertOutcome(Script.friendly().with("greeting", greeting), UNREACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451 later, RETRY",
        "MAIL, 550 not from you, FAILED",
        "RCPT, 450 greylisted, RETRY",
        "RCPT, 452 mailbox full, RETRY",
        "RCPT, 550 no such person, FAILED",
        "RCPT, 553 not an address, FAILED",
        "DATA, 451 later, RETRY",
        "DATA, 554 no, FAILED",
        "end, 452 disk full, RETRY",
        "end, 552 too big, FAILED"
    })
    void aRefusalIsFinalOnlyWhenTheServerSaysSo(String when, String answer, Outcome.Kind kind) throws IOException {
        assertOutcome(Script.friendly().with(when, answer), kind);
    }

    @Test
    void aMailWhoseAcceptanceWasNotHeardIsTriedAgainBecauseItMayNotHaveArrived() throws IOException {
        assertOutcome(Script.friendly().with("end", Script.HANG_UP), RETRY);
        assertOutcome(Script.friendly().with("end", Script.SILENCE), RETRY);
    }

    @Test
    void aRefusedSignInPausesTheRelayAndGivesNoMailUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly().with("AUTH", "535 wrong password"))) {
            Outcome outcome = send(server.port(), true);

            assertThat(outcome.kind()).isEqualTo(PAUSE);
            assertThat(outcome.detail()).doesNotContain("secret", "Hello Ada");
            assertThat(server.bodies()).isEmpty();
        }
    }

    @Test
    void aRecipientThatIsNoAddressIsGivenUpWithoutAskingTheServer() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly())) {
            Outcome outcome = new SmtpChannel(sender(server.port(), false), new MimeWriter(Messages.SETTINGS))
                    .send(Messages.to("no address", "Ada", "x", null));

            assertThat(outcome.kind()).isEqualTo(FAILED);
            assertThat(server.commands()).isEmpty();
        }
    }

    @Test
    void severalMailsGoOverOneConnection() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly())) {
            sendThree(server, SENT, SENT, SENT);

            assertThat(server.commands()).containsOnlyOnce("EHLO");
            assertThat(server.bodies()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"421 enough for now", Script.HANG_UP})
    void aServerThatEndsTheConnectionBetweenTwoMailsGetsTheSecondOneOverANewOne(String end) throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly().with("MAIL#2", end))) {
            sendThree(server, SENT, SENT, SENT);

            assertThat(server.commands()).filteredOn("EHLO"::equals).hasSize(3);
            assertThat(server.bodies()).hasSize(3);
        }
    }

    @Test
    void aRefusedRecipientHoldsNoOtherMailOfTheConnectionUp() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Script.friendly().with("RCPT#2", "550 5.1.1 no such person"))) {
            List<Outcome> outcomes = sendThree(server, SENT, FAILED, SENT);

            assertThat(outcomes.get(1).detail()).startsWith("550 5.1.1 no such person");
            assertThat(server.bodies()).hasSize(2);
        }
    }

    private static List<Outcome> sendThree(ScriptedServer server, Outcome.Kind... kinds) {
        List<Outcome> outcomes = new java.util.ArrayList<>();
        try (Channel.Line line =
                new SmtpChannel(sender(server.port(), false), new MimeWriter(Messages.SETTINGS)).line()) {
            for (int i = 0; i < 3; i++) {
                outcomes.add(line.send(Messages.toAda()));
            }
        }
        assertThat(outcomes).extracting(Outcome::kind).containsExactly(kinds);
        return outcomes;
    }

    private static void assertOutcome(Script script, Outcome.Kind kind) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            Outcome outcome = send(server.port(), false);

            assertThat(outcome.kind()).isEqualTo(kind);
            assertThat(outcome.detail())
                    .isNotBlank()
                    .doesNotContain("Hello Ada")
                    .doesNotContain("\n");
        }
    }

    private static Outcome send(int port, boolean signIn) {
        return new SmtpChannel(sender(port, signIn), new MimeWriter(Messages.SETTINGS)).send(Messages.toAda());
    }

    private static JavaMailSenderImpl sender(int port, boolean signIn) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        if (signIn) {
            sender.setUsername("relay");
            sender.setPassword("secret");
            sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        }
        for (String timeout : List.of("connectiontimeout", "timeout", "writetimeout")) {
            sender.getJavaMailProperties().setProperty("mail.smtp." + timeout, TIMEOUT);
        }
        return sender;
    }
}
