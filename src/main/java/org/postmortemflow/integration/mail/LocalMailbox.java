package org.postmortemflow.integration.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.postmortemflow.notification.Channel;
import org.postmortemflow.notification.OutboxMessage;

/** A folder of {@code .eml} files, one for each Message-ID; what is sent again replaces its file. */
class LocalMailbox implements Channel {

    private static final String ENDING = ".eml";

    private final Path folder;
    private final MimeWriter writer;

    LocalMailbox(Path folder, MimeWriter writer) {
        this.folder = folder;
        this.writer = writer;
    }

    @Override
    public Outcome send(OutboxMessage message) {
        try {
            MimeMessage mime = writer.write(message);
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "writing", ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                mime.writeTo(out);
            }
            String name = message.messageId().replaceAll("[^A-Za-z0-9.-]", "") + ENDING;
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.SENT;
        } catch (MessagingException | IOException failure) {
            return SmtpFailures.outcome(failure);
        }
    }

    /** Newest first. */
    List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(java.util.Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }

    /** The file of this name, when the mailbox holds it. */
    Optional<Path> file(String name) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    static MimeMessage read(Path file) throws IOException, MessagingException {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }
}
