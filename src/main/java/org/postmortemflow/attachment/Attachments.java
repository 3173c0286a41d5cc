package org.postmortemflow.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;

/** The files of postmortems. Content goes in and out in parts: no file is in memory as a whole. */
public interface Attachments {

    /** In the order in which they were attached. */
    List<Attachment> of(PostmortemId id);

    Optional<Attachment> find(UUID attachment);

    /** The content, read while it is asked for; ends with an IOException when the attachment is deleted meanwhile. */
    InputStream content(Attachment attachment);

    /**
     * Makes it possible to keep the total of this postmortem; in a transaction of its own.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another upload does the same at this moment: then it is done
     */
    void prepare(PostmortemId id);

    /** @return false, with nothing to be kept, when the postmortem's files would have more bytes together than {@code most} */
    boolean add(Attachment attachment, InputStream content, long most) throws IOException;

    void delete(Attachment attachment);
}
