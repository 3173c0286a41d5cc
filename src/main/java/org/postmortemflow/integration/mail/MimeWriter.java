package org.postmortemflow.integration.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.OutboxMessage;
import org.springframework.stereotype.Component;

/**
 * Writes a message as MIME. An invite is in the alternative, last, so that mail programs show buttons (RFC 6047 §2.4), and
 * once more as a file for those that do not.
 */
@Component
class MimeWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;

    MimeWriter(MailSettings settings) {
        this.settings = settings;
    }

    /** @throws MessagingException when an address is not one */
    MimeMessage write(OutboxMessage message) throws MessagingException {
        MimeMessage mime = new KeptMessageId(message.messageId());
        mime.setFrom(address(settings.from(), settings.fromName()));
        mime.setRecipient(Message.RecipientType.TO, address(message.recipientEmail(), message.recipientName()));
        mime.setSubject(message.subject(), UTF_8);
        mime.setSentDate(Date.from(message.createdAt()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        if (message.unsubscribe() != null) {
            mime.setHeader("List-Unsubscribe", "<" + message.unsubscribe() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(part(message.text(), "text/plain; charset=UTF-8"));
        alternative.addBodyPart(part(message.html(), "text/html; charset=UTF-8"));
        CalendarPart calendar = message.calendar();
        if (calendar == null) {
            mime.setContent(alternative);
        } else {
            alternative.addBodyPart(
                    part(calendar.text(), "text/calendar; method=%s; charset=UTF-8".formatted(calendar.method())));
            MimeBodyPart file = part(calendar.text(), "application/ics; name=invite.ics");
            file.setFileName("invite.ics");
            MimeMultipart mixed = new MimeMultipart("mixed");
            MimeBodyPart body = new MimeBodyPart();
            body.setContent(alternative);
            mixed.addBodyPart((BodyPart) body);
            mixed.addBodyPart((BodyPart) file);
            mime.setContent(mixed);
        }
        mime.saveChanges();
        return mime;
    }

    private static InternetAddress address(String email, String name) throws MessagingException {
        InternetAddress address = new InternetAddress(email, true);
        try {
            address.setPersonal(name.replaceAll("\\p{Cntrl}", " "), UTF_8);
        } catch (UnsupportedEncodingException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
        return address;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new jakarta.activation.DataHandler(new ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Keeps the identity that the message was frozen with. */
    private static final class KeptMessageId extends MimeMessage {

        private final String messageId;

        KeptMessageId(String messageId) {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
