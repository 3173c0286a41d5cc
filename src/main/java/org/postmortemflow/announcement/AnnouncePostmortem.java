package org.postmortemflow.announcement;

import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells colleagues that a postmortem has begun, with the link (R24, R4). */
@Component
public class AnnouncePostmortem {

    private final Postmortems postmortems;
    private final Colleagues colleagues;
    private final Outbox outbox;
    private final Links links;

    AnnouncePostmortem(Postmortems postmortems, Colleagues colleagues, Outbox outbox, Links links) {
        this.postmortems = postmortems;
        this.colleagues = colleagues;
        this.outbox = outbox;
        this.links = links;
    }

    /** Writes the mails down, once. */
    @Transactional
    public void announce(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        for (Mail.Recipient to : colleagues.stakeholders(id)) {
            Map<String, Object> model = Map.of(
                    "title", postmortem.title(),
                    "severity", severity(postmortem),
                    "personName", to.name(),
                    "link", links.postmortem(id));
            outbox.write(new Mail(id, "postmortem-opened", "once", to, model, null));
        }
    }

    static String severity(Postmortem postmortem) {
        return postmortem.severity() == null
                ? "severity not known yet"
                : postmortem.severity().label();
    }
}
