package org.postmortemflow.integration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.OutboxMessage;

class MimeWriterTest {

    private final MimeWriter writer = new MimeWriter(Messages.SETTINGS);

    @Test
    void aMailIsTextAndHtmlFromTheServiceMailboxUnderItsOwnIdentity() throws MessagingException, IOException {
        MimeMessage mime = sent(Messages.toAda());
        MimeMultipart alternative = (MimeMultipart) mime.getContent();

        assertThat(mime.getMessageID()).isEqualTo(Messages.MESSAGE_ID);
        assertThat(mime.getFrom()[0]).hasToString("Postmortem Flow <postmortems@pm.example>");
        assertThat(mime.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("Ada Okafor <ada@demo.example>");
        assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mime.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getCount()).isEqualTo(2);
        assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("Hello Ada, schön.");
        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
    }

    @Test
    void anInviteIsTheLastAlternativeAndOnceMoreAFile() throws MessagingException, IOException {
        String calendar = "BEGIN:VCALENDAR\r\nSUMMARY:schön\r\nEND:VCALENDAR\r\n";
        MimeMessage mime = sent(Messages.to("ada@demo.example", "Ada", "x", new CalendarPart("REQUEST", calendar)));
        MimeMultipart mixed = (MimeMultipart) mime.getContent();
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        MimeBodyPart invite = (MimeBodyPart) alternative.getBodyPart(2);
        ContentType type = new ContentType(invite.getContentType());
        MimeBodyPart file = (MimeBodyPart) mixed.getBodyPart(1);

        assertThat(mime.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(alternative.getCount()).isEqualTo(3);
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("method")).isEqualTo("REQUEST");
        assertThat(type.getParameter("charset")).isEqualToIgnoringCase("utf-8");
        assertThat(invite.getEncoding()).isEqualTo("base64");
        assertThat(text(invite)).isEqualTo(calendar);
        assertThat(file.isMimeType("application/ics")).isTrue();
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(text(file)).isEqualTo(calendar);
    }

    @Test
    void hostileNamesAndSubjectsAddNoHeaderAndNoRecipient() throws MessagingException, IOException {
        String hostile = "x\0\r\nBcc: evil@example.com\r\n\r\nbody, \"<evil@example.com>\"";
        MimeMessage mime = sent(Messages.to("ada@demo.example", hostile, hostile, null));

        assertThat(mime.getHeader("Bcc")).isNull();
        assertThat(mime.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(mime.getAllHeaders()))
                .extracting(header -> header.getName())
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Auto-Submitted");
    }

    /** RFC 8058 §3.1 */
    @Test
    void aDigestCanBeEndedWithOneClickAndWhatIsPartOfTheWorkCannot() throws MessagingException, IOException {
        MimeMessage digest = sent(Messages.endingAt("https://pm.example/unsubscribe/secret"));

        assertThat(digest.getHeader("List-Unsubscribe")).containsExactly("<https://pm.example/unsubscribe/secret>");
        assertThat(digest.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(sent(Messages.toAda()).getHeader("List-Unsubscribe")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nobody", "a b@c.example", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example"})
    void whatIsNoAddressIsNotWritten(String email) {
        assertThatThrownBy(() -> writer.write(Messages.to(email, "Ada", "x", null)))
                .isInstanceOf(AddressException.class);
    }

    /** As it is read on the other side. */
    private MimeMessage sent(OutboxMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(message).writeTo(bytes);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String text(MimeBodyPart part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
