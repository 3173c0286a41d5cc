package org.postmortemflow.integration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the local mailbox as a person reads it.
 *
 * @param file its name in the mailbox
 * @param at when it was written
 * @param toEmail lower case
 * @param invite the calendar part; null when there is none
 */
record ReadMail(
        String file,
        Instant at,
        String toName,
        String toEmail,
        String subject,
        String text,
        @Nullable ReadInvite invite) {

    /** @throws MessagingException when it is no mail as this application writes it */
    static ReadMail of(Path file) throws IOException, MessagingException {
        MimeMessage message = LocalMailbox.read(file);
        if (message.getAllRecipients() == null || message.getSentDate() == null) {
            throw new MessagingException("Not a mail of ours: " + file.getFileName());
        }
        List<Part> parts = new ArrayList<>();
        collect(message, parts);
        InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
        String calendar = text(parts, "text/calendar");
        return new ReadMail(
                file.getFileName().toString(),
                message.getSentDate().toInstant(),
                Objects.requireNonNullElse(to.getPersonal(), to.getAddress()),
                to.getAddress().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(message.getSubject(), ""),
                text(parts, "text/plain"),
                calendar.isEmpty() ? null : ReadInvite.of(calendar));
    }

    private static void collect(Part part, List<Part> into) throws IOException, MessagingException {
        if (part.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            Multipart many = (Multipart) part.getContent();
            for (int i = 0; i < many.getCount(); i++) {
                collect(many.getBodyPart(i), into);
            }
        } else {
            into.add(part);
        }
    }

    private static String text(List<Part> parts, String type) throws IOException, MessagingException {
        for (Part part : parts) {
            if (part.isMimeType(type)) {
                try (InputStream in = part.getInputStream()) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
