package org.postmortemflow.attachment;

import java.time.Instant;
import java.util.UUID;
import org.postmortemflow.attachment.domain.FileType;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * A file that is kept with a postmortem. Its content never changes.
 *
 * @param name harmless, but still to be escaped
 * @param description what it shows, for those who cannot see it; may be empty
 * @param size in bytes
 * @param sha256 of the content, in hex
 * @param uploadedAt UTC
 */
public record Attachment(
        UUID id,
        PostmortemId postmortem,
        String name,
        String description,
        FileType type,
        long size,
        String sha256,
        PersonId uploadedBy,
        Instant uploadedAt) {

    /** Whether it is shown within a page. */
    public boolean isImage() {
        return type.isImage();
    }

    /** What its content is, for example {@code image/png}. */
    public String mediaType() {
        return type.mediaType();
    }

    /** The path of the file. */
    public String address() {
        return "/postmortems/" + postmortem + "/attachments/" + id;
    }

    /** What to write into a section: the image itself, or a link to the file. */
    public String markdown() {
        String words = (description.isBlank() ? name : description).replaceAll("[\\\\\\[\\]`*_<>!&]", "\\\\$0");
        return "%s[%s](%s)".formatted(type.isImage() ? "!" : "", words, address());
    }
}
