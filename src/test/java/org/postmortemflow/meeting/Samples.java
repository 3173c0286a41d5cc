package org.postmortemflow.meeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.postmortemflow.shared.PostmortemId;

/** Replies in the shapes of the programs that people use; {@code replies/*.ics} in the test resources. */
public final class Samples {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Samples() {}

    /** What one attendee answers. */
    public record Answering(PostmortemId id, String name, String email, int sequence, Instant stamp) {

        public static Answering ada(PostmortemId id, Instant stamp) {
            return new Answering(id, "Ada Okafor", "ada@demo.example", 0, stamp);
        }

        public static Answering emeka(PostmortemId id, Instant stamp) {
            return new Answering(id, "Emeka Nwosu", "emeka@demo.example", 0, stamp);
        }

        public Answering to(int newSequence) {
            return new Answering(id, name, email, newSequence, stamp);
        }
    }

    /** The calendar part, with CRLF. */
    public static String calendar(String program, Answering by) {
        return filled(program + ".ics", by).replace("\n", "\r\n");
    }

    /** A sample with its placeholders filled, lines as in the file. */
    public static String filled(String file, Answering by) {
        return text(file)
                .replace("{{uid}}", MeetingUid.of(by.id()))
                .replace("{{name}}", by.name())
                .replace("{{email}}", by.email())
                .replace("{{EMAIL}}", by.email().toUpperCase(Locale.ROOT))
                .replace("{{sequence}}", String.valueOf(by.sequence()))
                .replace("{{stamp}}", STAMP.format(by.stamp()));
    }

    private static String text(String file) {
        try (InputStream in = Samples.class.getResourceAsStream("/replies/" + file)) {
            return new String(java.util.Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
