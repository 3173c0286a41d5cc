package org.postmortemflow.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.notification.Channel.Outcome;

class LocalMailboxTest {

    @TempDir
    Path home;

    @Test
    void aMailSentTwiceIsOneFile() throws IOException, MessagingException {
        LocalMailbox mailbox = mailbox();

        assertThat(mailbox.send(Messages.toAda())).isEqualTo(Outcome.SENT);
        assertThat(mailbox.send(Messages.toAda())).isEqualTo(Outcome.SENT);

        assertThat(mailbox.files()).hasSize(1);
        ReadMail mail = ReadMail.of(mailbox.files().get(0));
        assertThat(mail.subject()).isEqualTo("Checkout was slow");
        assertThat(mail.toEmail()).isEqualTo("ada@demo.example");
        assertThat(mail.text()).isEqualTo("Hello Ada, schön.");
    }

    @Test
    void whatCannotBeWrittenIsGivenUpAndLeavesNothingBehind() throws IOException {
        Outcome outcome = mailbox().send(Messages.to("no address", "Ada", "x", null));

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
        try (Stream<Path> left = Files.walk(home)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.eml", "..", "", ".", "/etc/passwd", "secret.eml", "mailbox/../../secret.eml"})
    void onlyFilesOfTheMailboxAreFound(String name) throws IOException {
        Files.writeString(home.resolve("secret.eml"), "To: a@b.example\r\n\r\nx");
        LocalMailbox mailbox = mailbox();
        mailbox.send(Messages.toAda());

        assertThat(mailbox.file(name)).isEmpty();
        assertThat(mailbox.file(mailbox.files().get(0).getFileName().toString()))
                .isPresent();
    }

    private LocalMailbox mailbox() {
        return new LocalMailbox(home.resolve("mailbox"), new MimeWriter(Messages.SETTINGS));
    }
}
