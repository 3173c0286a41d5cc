package org.postmortemflow.integration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Channel;
import org.postmortemflow.notification.OutboxMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends through the SMTP server of {@code spring.mail.*}. */
class SmtpChannel implements Channel {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpChannel.class);

    /** Servers hang up on those who stay for too long. */
    private static final int MOST_ON_A_CONNECTION = 100;

    private static final int TOO_MANY = 421;
    private static final int HUNG_UP = -1;

    private final JavaMailSenderImpl sender;
    private final MimeWriter writer;

    SmtpChannel(JavaMailSenderImpl sender, MimeWriter writer) {
        this.sender = sender;
        this.writer = writer;
    }

    @Override
    public Outcome send(OutboxMessage message) {
        try (Connection connection = new Connection()) {
            return connection.send(message);
        }
    }

    @Override
    public Line line() {
        return new Connection();
    }

    /** Connects with its first message, and anew after whatever went wrong. */
    private final class Connection implements Line {

        private @Nullable Transport transport;
        private int carried;

        @Override
        public Outcome send(OutboxMessage message) {
            MimeMessage mime;
            try {
                mime = writer.write(message);
            } catch (MessagingException failure) {
                return SmtpFailures.outcome(failure);
            }
            try {
                return connectAndSend(mime);
            } catch (MessagingException failure) {
                boolean grownStale = carried > 0 && refusedBeforeAnythingWasSaid(failure);
                close();
                return grownStale ? send(message) : SmtpFailures.outcome(failure);
            }
        }

        private Outcome connectAndSend(MimeMessage mime) throws MessagingException {
            if (carried >= MOST_ON_A_CONNECTION) {
                close();
            }
            if (transport == null) {
                try {
                    transport = connect();
                } catch (MessagingException failure) {
                    return SmtpFailures.unconnected(failure);
                }
            }
            transport.sendMessage(mime, mime.getAllRecipients());
            carried++;
            return Outcome.SENT;
        }

        /** The server ended the connection between two messages: the second one is told to a new connection at once. */
        private static boolean refusedBeforeAnythingWasSaid(MessagingException failure) {
            return failure instanceof SMTPSendFailedException refused
                    && refused.getCommand() != null
                    && refused.getCommand().startsWith("MAIL")
                    && (refused.getReturnCode() == TOO_MANY || refused.getReturnCode() == HUNG_UP);
        }

        @Override
        public void close() {
            Transport open = transport;
            transport = null;
            carried = 0;
            if (open != null) {
                try {
                    open.close();
                } catch (MessagingException leftWithoutGoodbye) {
                    LOG.debug("The connection ended without a goodbye", leftWithoutGoodbye);
                }
            }
        }
    }

    private Transport connect() throws MessagingException {
        String protocol = Objects.requireNonNullElse(sender.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        Transport transport = sender.getSession().getTransport(protocol);
        transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return transport;
    }
}
