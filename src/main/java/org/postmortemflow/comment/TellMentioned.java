package org.postmortemflow.comment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Mail.Recipient;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Person;
import org.springframework.stereotype.Component;

/** Mails whoever a comment calls, once for each comment however often it is edited. Nobody is mailed for calling themselves. */
@Component
class TellMentioned {

    private final Mentions mentions;
    private final Postmortems postmortems;
    private final Names names;
    private final Outbox outbox;
    private final Links links;

    TellMentioned(Mentions mentions, Postmortems postmortems, Names names, Outbox outbox, Links links) {
        this.mentions = mentions;
        this.postmortems = postmortems;
        this.names = names;
        this.outbox = outbox;
        this.links = links;
    }

    void tell(Comment comment) {
        String title = postmortems.get(comment.postmortem()).title();
        for (Person person : mentions.in(comment.text())) {
            if (!person.id().equals(comment.author())) {
                outbox.write(mail(comment, title, person));
            }
        }
    }

    private Mail mail(Comment comment, String title, Person person) {
        Map<String, Object> model = Map.of(
                "title", title,
                "personName", person.name(),
                "author", names.of(comment.author()),
                "where", where(comment.section()),
                "message", comment.text(),
                "link", links.postmortem(comment.postmortem()) + "/comments/" + comment.id());
        Recipient to = new Recipient(person.id(), person.name(), person.email());
        return new Mail(comment.postmortem(), "mentioned", comment.id().toString(), to, model, null);
    }

    private static String where(@Nullable SectionName section) {
        return section == null ? "the document" : "the section \"" + section.label() + "\"";
    }
}
