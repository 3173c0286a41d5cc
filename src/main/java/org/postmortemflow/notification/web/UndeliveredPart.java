package org.postmortemflow.notification.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.notification.OutboxEntry;
import org.postmortemflow.notification.OutboxRecords;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom no mail reached: the owner, who counts on them, can tell them in another way. */
@Component
@Order(50)
class UndeliveredPart implements PostmortemPart {

    private final OutboxRecords records;
    private final Permissions permissions;
    private final Organisation organisation;

    UndeliveredPart(OutboxRecords records, Permissions permissions, Organisation organisation) {
        this.records = records;
        this.permissions = permissions;
        this.organisation = organisation;
    }

    @Override
    public String template() {
        return "notification/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        if (!permissions.mayChange(postmortem.id(), viewer)) {
            return Map.of();
        }
        List<OutboxEntry> stuck = records.stuckOf(postmortem.id());
        return stuck.isEmpty() ? Map.of() : Map.of("mails", stuck, "operates", organisation.isAdministrator(viewer));
    }

    @Override
    public Map<String, String> headings(Map<String, Object> model) {
        return Map.of("undelivered", "Mail that did not arrive");
    }
}
