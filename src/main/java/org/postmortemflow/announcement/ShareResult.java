package org.postmortemflow.announcement;

import java.util.Map;
import java.util.Optional;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends the internal mail right after the meeting: a short paragraph and the link, to all teams involved (R24). */
@Component
public class ShareResult {

    private final Postmortems postmortems;
    private final Documents documents;
    private final ExternalMessages messages;
    private final Colleagues colleagues;
    private final Organisation organisation;
    private final Outbox outbox;
    private final Links links;

    ShareResult(
            Postmortems postmortems,
            Documents documents,
            ExternalMessages messages,
            Colleagues colleagues,
            Organisation organisation,
            Outbox outbox,
            Links links) {
        this.postmortems = postmortems;
        this.documents = documents;
        this.messages = messages;
        this.colleagues = colleagues;
        this.organisation = organisation;
        this.outbox = outbox;
        this.links = links;
    }

    /** Writes the mails down, once; asks Customer Support to post an approved external message. */
    @Transactional
    public void share(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        String summary = documents.of(id).text(SectionName.OVERVIEW);
        for (Mail.Recipient to : colleagues.allTeamsInvolved(id)) {
            Map<String, Object> model = Map.of(
                    "title", postmortem.title(),
                    "severity", AnnouncePostmortem.severity(postmortem),
                    "personName", to.name(),
                    "summary", summary,
                    "link", links.postmortem(id));
            outbox.write(new Mail(id, "result-shared", "once", to, model, null));
        }
        Optional<ExternalMessage> approved = messages.of(id).filter(message -> Boolean.TRUE.equals(message.approved()));
        approved.ifPresent(message -> askSupportToPost(postmortem, message));
    }

    private void askSupportToPost(Postmortem postmortem, ExternalMessage message) {
        for (Person person : organisation.pool(Pool.CUSTOMER_SUPPORT)) {
            Map<String, Object> model = Map.of(
                    "title", postmortem.title(),
                    "personName", person.name(),
                    "message", message.text(),
                    "link", links.step(postmortem.id(), Step.PUBLISH_EXTERNAL_MESSAGE));
            Mail.Recipient to = Colleagues.recipient(person);
            outbox.write(new Mail(postmortem.id(), "external-message-to-post", "once", to, model, null));
        }
    }
}
