package org.postmortemflow.integration.replies;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.postmortemflow.meeting.Samples;
import org.postmortemflow.meeting.Samples.Answering;

/** The mails of the same programs: {@code replies/*.eml}, their calendar parts encoded as each part says. */
final class Mails {

    static final String[] PROGRAMS = {"exchange", "outlook-com", "google", "apple", "thunderbird"};

    private Mails() {}

    static byte[] of(String program, Answering by) {
        return of(program, by, UUID.randomUUID().toString());
    }

    static byte[] of(String program, Answering by, String messageId) {
        StringBuilder mail = new StringBuilder();
        String encoding = "7bit";
        for (String line : Samples.filled(program + ".eml", by)
                .replace("{{message}}", messageId)
                .split("\n", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-transfer-encoding:")) {
                encoding = lower.substring(lower.indexOf(':') + 1).strip();
            }
            mail.append(line.equals("{{calendar}}") ? encoded(Samples.calendar(program, by), encoding) : line)
                    .append("\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String calendar, String encoding) {
        byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
        if (encoding.equals("base64")) {
            return Base64.getMimeEncoder().encodeToString(bytes);
        }
        if (!encoding.equals("quoted-printable")) {
            return calendar;
        }
        ByteArrayOutputStream quoted = new ByteArrayOutputStream();
        try (OutputStream out = MimeUtility.encode(quoted, encoding)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return quoted.toString(StandardCharsets.US_ASCII);
    }
}
