package org.postmortemflow.integration.mail;

import jakarta.mail.MessagingException;
import org.postmortemflow.notification.Channel;
import org.postmortemflow.notification.OutboxMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends through the SMTP server of {@code spring.mail.*}. */
class SmtpChannel implements Channel {

    private final JavaMailSender sender;
    private final MimeWriter writer;

    SmtpChannel(JavaMailSender sender, MimeWriter writer) {
        this.sender = sender;
        this.writer = writer;
    }

    @Override
    public Outcome send(OutboxMessage message) {
        try {
            sender.send(writer.write(message));
            return Outcome.SENT;
        } catch (MailException | MessagingException failure) {
            return SmtpFailures.outcome(failure);
        }
    }
}
