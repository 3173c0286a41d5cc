package org.postmortemflow.meeting;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** The owner hears what attendees answer; nothing of their own answer. */
@Component
class AnswerMails {

    private final Postmortems postmortems;
    private final Owners owners;
    private final Organisation organisation;
    private final OrganisationTime time;
    private final Links links;
    private final Outbox outbox;

    AnswerMails(
            Postmortems postmortems,
            Owners owners,
            Organisation organisation,
            OrganisationTime time,
            Links links,
            Outbox outbox) {
        this.postmortems = postmortems;
        this.owners = owners;
        this.organisation = organisation;
        this.time = time;
        this.links = links;
        this.outbox = outbox;
    }

    void tellOwner(Meeting meeting, Reply reply) {
        PostmortemId id = meeting.postmortem();
        owners.current(id)
                .map(Owners.Ownership::owner)
                .flatMap(organisation::person)
                .filter(owner -> !EmailAddress.key(owner.email()).equals(reply.email()))
                .ifPresent(owner -> meeting.attendees().stream()
                        .filter(one -> EmailAddress.key(one.email()).equals(reply.email()))
                        .findFirst()
                        .ifPresent(attendee -> outbox.write(mail(meeting, reply, attendee, owner))));
    }

    private Mail mail(Meeting meeting, Reply reply, Meeting.Attendee attendee, Person owner) {
        PostmortemId id = meeting.postmortem();
        Map<String, Object> model = new HashMap<>();
        model.put("title", postmortems.get(id).title());
        model.put("personName", owner.name());
        model.put("attendee", attendee.name());
        model.put("answer", reply.answer().words());
        model.put("reason", attendee.reason());
        model.put("meetingAt", time.show(meeting.start()));
        model.put("missed", attendee.required() && reply.answer() == Answer.DECLINED);
        model.put("message", reply.remark());
        model.put("proposal", proposal(reply));
        model.put("link", links.postmortem(id));
        Mail.Recipient to = new Mail.Recipient(owner.id(), owner.name(), owner.email());
        return new Mail(id, "meeting-answer", occasion(reply), to, model, null);
    }

    private String proposal(Reply reply) {
        Reply.Proposal proposal = reply.proposal();
        if (proposal == null) {
            return "";
        }
        return proposal.start() == null
                ? "another time, which could not be read: please ask"
                : time.show(proposal.start());
    }

    /** Short, and different for different answers. */
    private static String occasion(Reply reply) {
        String all = String.join(
                "/", reply.email(), reply.answer().key(), reply.sequence() + "/" + reply.answeredAt(), reply.remark());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
