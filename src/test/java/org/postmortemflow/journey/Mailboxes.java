package org.postmortemflow.journey;

import biweekly.Biweekly;
import biweekly.ICalendar;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server that keeps what it is given. */
final class Mailboxes implements AutoCloseable {

    /** @param raw the message as it came over the wire */
    record Received(String to, byte[] raw) {

        MimeMessage message() {
            try {
                return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        String subject() {
            try {
                return message().getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        String messageId() {
            try {
                return message().getMessageID();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The first part of this type. */
        Optional<String> part(String type) {
            try {
                return part(message(), type);
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The invite, read by a parser that shares no code with its writer. */
        Optional<ICalendar> invite() {
            return part("text/calendar").map(text -> Biweekly.parse(text).first());
        }

        private static Optional<String> part(Part part, String type) throws MessagingException, IOException {
            if (part.isMimeType(type)) {
                try (InputStream content = part.getInputStream()) {
                    return Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            if (part.getContent() instanceof Multipart many) {
                for (int i = 0; i < many.getCount(); i++) {
                    BodyPart child = many.getBodyPart(i);
                    Optional<String> found = part(child, type);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    Mailboxes() {
        this(Duration.ZERO);
    }

    /** @param slow how long it takes to accept a message */
    Mailboxes(Duration slow) {
        server = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> {
                    Waiting.pause(slow);
                    received.add(new Received(to, data));
                })
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** All mail so far, in the order of arrival. */
    List<Received> all() {
        return List.copyOf(received);
    }

    /** Waits for a mail to this address whose subject contains the words, whatever their case. */
    Received await(String to, String words) {
        List<Received> found = new ArrayList<>();
        Waiting.until("a mail to " + to + " about \"" + words + "\"", Duration.ofSeconds(60), () -> {
            received.stream()
                    .filter(mail -> mail.to().equals(to))
                    .filter(mail -> mail.subject().toLowerCase().contains(words.toLowerCase()))
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    @Override
    public void close() {
        server.stop();
    }
}
