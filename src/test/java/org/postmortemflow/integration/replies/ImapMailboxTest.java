package org.postmortemflow.integration.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.Answers;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.meeting.ReplyRecords;
import org.postmortemflow.meeting.Samples.Answering;
import org.postmortemflow.meeting.SendInvites;
import org.postmortemflow.meeting.TakeReply;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service mailbox on a real IMAP server. */
@RoomSlice
class ImapMailboxTest {

    private static final String PROCESSED = "Processed";
    private static final int MOST_READINGS = 50;

    @Autowired
    Scene scene;

    @Autowired
    SendInvites sendInvites;

    @Autowired
    TakeReply takeReply;

    @Autowired
    Meetings meetings;

    @Autowired
    Answers answers;

    @Autowired
    ReplyRecords replies;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser mailbox;
    private PostmortemId id;

    @BeforeEach
    void aMeetingAndAMailbox() {
        jdbc.sql("update meeting set cancelled = true").update();
        jdbc.sql("delete from meeting_reply_kept").update();
        id = scene.postmortem(Severity.SEV_1, Scene.responder(ResponderRole.INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        scene.does(id, Step.SCHEDULE_MEETING, "kavya", Map.of());
        sendInvites.send(id);
        server.start();
        mailbox = server.setUser("postmortems@postmortem-flow.example", "postmortems", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aReplyIsTakenInOnceAndMarkedAsSeen() throws Exception {
        arrives("outlook-com", "one");

        assertThat(reader("").read()).isEqualTo(1);
        assertThat(reader("").read()).isZero();

        assertThat(answersOf("ada@demo.example")).containsExactly(Answer.ACCEPTED);
        assertThat(inbox()).allMatch(message -> isSeen(message));
    }

    @Test
    void whatIsTakenInIsMovedAwayEvenWhenSomebodyHasLookedAtItBefore() throws Exception {
        arrives("exchange", "one");
        arrives("by-hand", "two");
        arrives("out-of-office", "three");
        server.getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .setFlags(new Flags(Flags.Flag.SEEN), true, 1, null, true);

        assertThat(reader(PROCESSED).read()).isEqualTo(3);

        assertThat(inbox()).isEmpty();
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(mailbox, PROCESSED)
                        .getMessageCount())
                .isEqualTo(3);
        assertThat(answersOf("ada@demo.example")).containsExactly(Answer.DECLINED);
        assertThat(replies.kept(10)).singleElement().satisfies(kept -> {
            assertThat(kept.content()).contains("Who wrote to the customers?");
            assertThat(kept.sender()).isEqualTo("ada@demo.example");
        });
    }

    @Test
    void aMessageThatWasTakenInJustBeforeTheEndOfTheProcessIsNotTakenTwice() throws Exception {
        arrives("by-hand", "one");
        reader("").read();
        server.getManagers()
                .getImapHostManager()
                .getInbox(mailbox)
                .setFlags(new Flags(Flags.Flag.SEEN), false, 1, null, true);

        assertThat(reader("").read()).isEqualTo(1);

        assertThat(replies.kept(10)).hasSize(1);
    }

    @Test
    void whatCannotBeWrittenDownStaysUnseenForTheNextReading() throws Exception {
        arrives("google", "one");
        jdbc.sql("alter table meeting_reply_taken rename to meeting_reply_away").update();
        try {
            assertThat(reader("").read()).isZero();
        } finally {
            jdbc.sql("alter table meeting_reply_away rename to meeting_reply_taken")
                    .update();
        }
        assertThat(inbox()).noneMatch(message -> isSeen(message));

        assertThat(reader("").read()).isEqualTo(1);
        assertThat(answersOf("ada@demo.example")).containsExactly(Answer.TENTATIVE);
    }

    @Test
    void twoNodesThatReadTheSameMailboxTakeEachMessageInOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            arrives("by-hand", "message-" + i);
        }

        List<CompletableFuture<Integer>> nodes = Stream.of(reader(PROCESSED), reader(PROCESSED))
                .map(node -> CompletableFuture.supplyAsync(() -> untilNothingIsLeft(node)))
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(inbox()).isEmpty();
        assertThat(replies.kept(100)).hasSize(12);
    }

    @Test
    void aServerThatOffersNoEncryptionIsNotToldThePassword() {
        ImapMailbox careful = new ImapMailbox(settings(server, ImapSettings.Tls.STARTTLS), takeReply);

        assertThatThrownBy(careful::read)
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("STARTTLS required but not supported");
    }

    @Test
    void aServerForWhoseNameNobodyVouchesIsNotToldThePassword() {
        GreenMail stranger = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        stranger.start();
        try {
            stranger.setUser("postmortems@postmortem-flow.example", "postmortems", "secret");
            ImapMailbox careful = new ImapMailbox(settings(stranger, ImapSettings.Tls.IMPLICIT), takeReply);

            assertThatThrownBy(careful::read)
                    .isInstanceOf(MessagingException.class)
                    .hasRootCauseInstanceOf(java.security.GeneralSecurityException.class);
        } finally {
            stranger.stop();
        }
    }

    @Test
    void theMailboxMayBeAwayAndTheReasonIsShownWithoutThePassword() {
        ImapSettings settings = settings("wrong-password", "");
        ImapPoller poller = new ImapPoller(settings, new ImapMailbox(settings, takeReply));

        poller.read();

        assertThat(poller.trouble()).contains("AuthenticationFailedException").doesNotContain("wrong-password");
        assertThat(settings.toString()).doesNotContain("wrong-password");
        ImapMailbox away = reader("");
        server.stop();
        assertThatThrownBy(away::read).isInstanceOf(MessagingException.class);
        poller.stop();
    }

    /** A server that drops the connection of one of two who move the same message is read again, as the poller does. */
    private static int untilNothingIsLeft(ImapMailbox node) {
        int all = 0;
        for (int reading = 0; reading < MOST_READINGS; reading++) {
            try {
                int taken = node.read();
                all += taken;
                if (taken == 0) {
                    return all;
                }
            } catch (MessagingException dropped) {
                assertThat(dropped).isNotInstanceOf(jakarta.mail.AuthenticationFailedException.class);
            }
        }
        return all;
    }

    private static ImapSettings settings(GreenMail of, ImapSettings.Tls tls) {
        int port = tls == ImapSettings.Tls.IMPLICIT
                ? of.getImaps().getPort()
                : of.getImap().getPort();
        return new ImapSettings("127.0.0.1", port, "postmortems", "secret", tls, "INBOX", "", Duration.ofMinutes(1));
    }

    private ImapMailbox reader(String processed) {
        return new ImapMailbox(settings("secret", processed), takeReply);
    }

    private ImapSettings settings(String password, String processed) {
        return new ImapSettings(
                "127.0.0.1",
                server.getImap().getPort(),
                "postmortems",
                password,
                ImapSettings.Tls.NONE,
                "INBOX",
                processed,
                Duration.ofMinutes(1));
    }

    private void arrives(String program, String messageId) throws MessagingException {
        byte[] mail = Mails.of(program, Answering.ada(id, TestClock.START), messageId + id);
        mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private List<com.icegreen.greenmail.store.StoredMessage> inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(mailbox).getMessages();
    }

    private static boolean isSeen(com.icegreen.greenmail.store.StoredMessage message) {
        return message.isSet(Flags.Flag.SEEN);
    }

    private List<Answer> answersOf(String email) {
        return answers.of(meetings.of(id).orElseThrow()).stream()
                .filter(one -> one.attendee().email().equals(email))
                .map(Answers.AttendeeAnswer::answer)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
