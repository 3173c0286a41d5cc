package org.postmortemflow.attachment;

import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
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
    private final AuditLog audit;

    DeleteAttachment(Attachments attachments, AttachmentRights rights, History history, AuditLog audit) {
        this.attachments = attachments;
        this.rights = rights;
        this.history = history;
        this.audit = audit;
    }

    /** @throws org.postmortemflow.shared.Refused unless {@link AttachmentRights#mayDelete} */
    @Transactional
    public void delete(Attachment attachment, PersonId by) {
        rights.requireDelete(attachment, by);
        attachments.delete(attachment);
        audit.record(AuditKind.DELETED, by, "an attachment of postmortem " + attachment.postmortem());
        history.note(attachment.postmortem(), "Deleted the attachment " + attachment.name() + ".", by);
    }
}
