package org.postmortemflow.readership;

import java.time.Clock;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StatusChanged;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks those who must read a postmortem to do so: once, when it is Closed (R25). */
@Component
class TellReaders {

    private final ReadershipRecords readership;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final Names names;
    private final Outbox outbox;
    private final Links links;
    private final Clock clock;

    TellReaders(
            ReadershipRecords readership,
            Postmortems postmortems,
            Organisation organisation,
            Names names,
            Outbox outbox,
            Links links,
            Clock clock) {
        this.readership = readership;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.names = names;
        this.outbox = outbox;
        this.links = links;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    void whenClosed(StatusChanged change) {
        if (change.now() == Status.CLOSED) {
            tell(change.postmortem());
        }
    }

    /** Writes the mails to those who were not told yet. Somebody who has left the organisation file is passed over. */
    void tell(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        for (Reader reader : readership.mustRead(id)) {
            if (reader.toldAt() == null) {
                organisation.person(reader.person()).ifPresent(person -> tell(postmortem, reader, person));
            }
        }
    }

    private void tell(Postmortem postmortem, Reader reader, Person person) {
        Map<String, Object> model = Map.of(
                "title", postmortem.title(),
                "personName", person.name(),
                "askedBy", names.of(reader.namedBy()),
                "link", links.postmortem(postmortem.id()) + "#readers");
        Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
        outbox.write(new Mail(postmortem.id(), "please-read", "once", to, model, null));
        readership.told(postmortem.id(), person.id(), clock.instant());
    }
}
