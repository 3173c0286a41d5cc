package org.postmortemflow.integration.replies;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.IncomingReply;

/**
 * Finds the calendar entry in a mail, wherever the program that sent it has put it: as one of the alternatives, or as a file. A mail
 * that breaks the rules of MIME is read as far as it goes.
 */
final class ReplyMail {

    /** What is longer is no reply. */
    static final int LONGEST = 1024 * 1024;

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 100;

    private ReplyMail() {}

    /** A whole message (RFC 5322). */
    static IncomingReply of(byte[] message) {
        String raw = new String(message, StandardCharsets.ISO_8859_1);
        String key = hash(message);
        String subject = "";
        @Nullable String sender = null;
        try {
            MimeMessage mime =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message));
            String id = mime.getMessageID();
            key = id == null || id.isBlank() ? key : hash(id.strip().getBytes(StandardCharsets.UTF_8));
            subject = mime.getSubject() == null ? "" : mime.getSubject();
            sender = sender(mime);
            List<Part> parts = new ArrayList<>();
            collect(mime, parts, 0);
            return new IncomingReply(key, sender, subject, calendar(parts), isAutomatic(mime), raw);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return new IncomingReply(key, sender == null ? "" : sender, subject, null, false, raw);
        }
    }

    /** A calendar entry without a mail around it. */
    static IncomingReply ofCalendar(byte[] calendar) {
        String text = new String(calendar, StandardCharsets.UTF_8);
        return new IncomingReply(hash(calendar), null, "", text, false, text);
    }

    /** Never null, so that a mail without a sender speaks for nobody. */
    private static String sender(MimeMessage mime) throws MessagingException {
        Address[] from = mime.getFrom();
        return from != null && from.length == 1 && from[0] instanceof InternetAddress one ? one.getAddress() : "";
    }

    private static void collect(Part part, List<Part> into, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || into.size() >= MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < Math.min(many.getCount(), MOST_PARTS); i++) {
                BodyPart inner = many.getBodyPart(i);
                collect(inner, into, depth + 1);
            }
        } else {
            into.add(part);
        }
    }

    private static @Nullable String calendar(List<Part> parts) throws MessagingException, IOException {
        for (String type : List.of("text/calendar", "application/ics", "application/octet-stream")) {
            for (Part part : parts) {
                boolean byName = !type.endsWith("octet-stream") || isNamedLikeOne(part);
                if (part.isMimeType(type) && byName) {
                    return text(part);
                }
            }
        }
        return null;
    }

    private static boolean isNamedLikeOne(Part part) throws MessagingException {
        String name = part.getFileName();
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".ics");
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST), charset(part));
        }
    }

    /** RFC 5545 §3.1.4: UTF-8 unless the part says otherwise. */
    private static Charset charset(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (MessagingException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** RFC 3834 §5, and what was usual before; a report of a mail that did not arrive is for people. */
    private static boolean isAutomatic(MimeMessage mime) throws MessagingException {
        String submitted = header(mime, "Auto-Submitted");
        boolean says = !submitted.isEmpty() && !submitted.startsWith("no");
        boolean saysOtherwise = !header(mime, "X-Autoreply").isEmpty()
                || !header(mime, "X-Autorespond").isEmpty()
                || header(mime, "Precedence").equals("auto_reply");
        return (says || saysOtherwise) && !mime.isMimeType("multipart/report");
    }

    private static String header(MimeMessage mime, String name) throws MessagingException {
        String value = mime.getHeader(name, null);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
