package org.postmortemflow.attachment;

import java.util.Set;
import org.postmortemflow.lifecycle.Accountable;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;

/** Writing is shared work: everyone may attach. One that was waived or cancelled is read only. */
@Component
public class AttachmentRights {

    private static final Set<Status> READ_ONLY = Set.of(Status.WAIVED, Status.CANCELLED);

    private final Postmortems postmortems;
    private final Accountable accountable;
    private final Organisation organisation;

    AttachmentRights(Postmortems postmortems, Accountable accountable, Organisation organisation) {
        this.postmortems = postmortems;
        this.accountable = accountable;
        this.organisation = organisation;
    }

    public boolean mayAttach(PostmortemId id) {
        return !READ_ONLY.contains(postmortems.get(id).status());
    }

    /** Whoever attached it, the owner, the incident commander and administrators. */
    public boolean mayDelete(Attachment attachment, PersonId person) {
        PostmortemId id = attachment.postmortem();
        return mayAttach(id)
                && (attachment.uploadedBy().equals(person)
                        || organisation.isAdministrator(person)
                        || accountable.isOwner(id, person)
                        || accountable.isCommander(id, person));
    }

    void requireAttach(PostmortemId id) {
        if (!mayAttach(id)) {
            throw new Refused("This postmortem has ended without being written; it takes no files any more.");
        }
    }

    void requireDelete(Attachment attachment, PersonId person) {
        requireAttach(attachment.postmortem());
        if (!mayDelete(attachment, person)) {
            throw new Refused(
                    "This is for whoever attached the file, the owner, the incident commander or an administrator.");
        }
    }
}
