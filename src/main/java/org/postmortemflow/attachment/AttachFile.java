package org.postmortemflow.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.postmortemflow.attachment.domain.FileName;
import org.postmortemflow.attachment.domain.FileType;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Keeps a file with a postmortem. What it is, is judged by its content; a refusal is named {@code file}. */
@Component
public class AttachFile {

    private static final String FIELD = "file";
    private static final int LONGEST_DESCRIPTION = 300;

    private final Attachments attachments;
    private final AttachmentRights rights;
    private final AttachmentSettings settings;
    private final History history;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AttachFile(
            Attachments attachments,
            AttachmentRights rights,
            AttachmentSettings settings,
            History history,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.attachments = attachments;
        this.rights = rights;
        this.settings = settings;
        this.history = history;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param name as the browser sent it
     * @param size in bytes
     * @param content opened twice: to judge it, then to keep it
     * @throws Refused when it is too large, empty, or of no kind that can be attached
     */
    public Attachment attach(
            PostmortemId id, String name, String description, long size, InputStreamSource content, PersonId by) {
        rights.requireAttach(id);
        if (size > settings.perFile().toBytes()) {
            throw new Refused(FIELD, tooLarge());
        }
        if (description.strip().length() > LONGEST_DESCRIPTION) {
            throw new Refused("description", "Please use at most 300 characters.");
        }
        try {
            prepare(id);
            Attachment attachment = inspected(id, name, description.strip(), size, content, by);
            keep(attachment, content);
            return attachment;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of a file that is too large, wherever that is noticed. */
    public String tooLarge() {
        return "This file is larger than %s. Please attach a smaller one, or a link to where it is."
                .formatted(shown(settings.perFile()));
    }

    private void keep(Attachment attachment, InputStreamSource content) {
        transaction.executeWithoutResult(status -> {
            try (InputStream bytes = content.getInputStream()) {
                if (!attachments.add(attachment, bytes, settings.perPostmortem().toBytes())) {
                    throw new Refused(
                            FIELD,
                            "The files of one postmortem have at most %s together; with this one it would be more. Perhaps one is not needed any more."
                                    .formatted(shown(settings.perPostmortem())));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            history.note(attachment.postmortem(), "Attached " + attachment.name() + ".", attachment.uploadedBy());
        });
    }

    private void prepare(PostmortemId id) {
        try {
            attachments.prepare(id);
        } catch (DuplicateKeyException done) {
            // by an upload at the same moment
        }
    }

    private Attachment inspected(
            PostmortemId id, String name, String description, long size, InputStreamSource content, PersonId by)
            throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(content.getInputStream(), digest)) {
            FileType type = FileType.of(bytes, name)
                    .orElseThrow(
                            () -> new Refused(
                                    FIELD,
                                    size == 0
                                            ? "This file is empty."
                                            : "Only PNG, JPEG, GIF and WebP images, and PDF, CSV, JSON and text files can be attached. What counts is what is in the file, not its name."));
            bytes.transferTo(OutputStream.nullOutputStream());
            return new Attachment(
                    UUID.randomUUID(),
                    id,
                    FileName.of(name, type),
                    description,
                    type,
                    size,
                    HexFormat.of().formatHex(digest.digest()),
                    by,
                    clock.instant());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }
}
