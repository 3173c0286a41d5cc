package org.postmortemflow.attachment;

import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file out for good; the history keeps that it was there. */
@Component
public class DeleteAttachment {

    private final Attachments attachments;
    private final AttachmentRights rights;
    private final History history;

    DeleteAttachment(Attachments attachments, AttachmentRights rights, History history) {
        this.attachments = attachments;
        this.rights = rights;
        this.history = history;
    }

    /** @throws org.postmortemflow.shared.Refused unless {@link AttachmentRights#mayDelete} */
    @Transactional
    public void delete(Attachment attachment, PersonId by) {
        rights.requireDelete(attachment, by);
        attachments.delete(attachment);
        history.note(attachment.postmortem(), "Deleted the attachment " + attachment.name() + ".", by);
    }
}
