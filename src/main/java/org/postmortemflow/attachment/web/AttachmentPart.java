package org.postmortemflow.attachment.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.AttachmentRights;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the postmortem's page: which files there are, and the way to more. */
@Component
@Order(570)
class AttachmentPart implements PostmortemPart {

    private final Attachments attachments;
    private final AttachmentRights rights;

    AttachmentPart(Attachments attachments, AttachmentRights rights) {
        this.attachments = attachments;
        this.rights = rights;
    }

    @Override
    public String template() {
        return "attachment/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        List<Attachment> all = attachments.of(postmortem.id());
        boolean possible = rights.mayAttach(postmortem.id());
        return all.isEmpty() && !possible
                ? Map.of()
                : Map.of("id", postmortem.id(), "attachments", all, "possible", possible);
    }
}
