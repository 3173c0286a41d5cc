package org.postmortemflow.review;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.meeting.InviteMissing;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Mail.Recipient;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts the link to the reviewers and attendees at least 24 hours before the meeting, complete or not (R26). */
@Component
public class AskForReview {

    private final Postmortems postmortems;
    private final Reviews reviews;
    private final Meetings meetings;
    private final InviteMissing inviteMissing;
    private final Organisation organisation;
    private final OrganisationTime time;
    private final History history;
    private final Outbox outbox;
    private final Links links;
    private final ApplicationEventPublisher events;

    AskForReview(
            Postmortems postmortems,
            Reviews reviews,
            Meetings meetings,
            InviteMissing inviteMissing,
            Organisation organisation,
            OrganisationTime time,
            History history,
            Outbox outbox,
            Links links,
            ApplicationEventPublisher events) {
        this.postmortems = postmortems;
        this.reviews = reviews;
        this.meetings = meetings;
        this.inviteMissing = inviteMissing;
        this.organisation = organisation;
        this.time = time;
        this.history = history;
        this.outbox = outbox;
        this.links = links;
        this.events = events;
    }

    /**
     * Writes the mails down, to teams that got a follow-up meanwhile the invite as well (R11), once for each round and state of completeness; a complete postmortem is In Review from here on.
     * After a first review nobody is asked to read an incomplete one.
     *
     * @param complete whether all that was to be written is written
     */
    @Transactional
    public void ask(PostmortemId id, boolean complete) {
        int round = reviews.all(id).size() + 1;
        Postmortem postmortem = postmortems.get(id);
        boolean alreadyAsked = !complete && (round > 1 || postmortem.status() != Status.DRAFT);
        if (alreadyAsked) {
            return;
        }
        if (complete && postmortem.status() == Status.DRAFT) {
            postmortems.moveTo(id, Status.IN_REVIEW, null, "all is written");
        }
        inviteMissing.invite(id);
        Optional<Meeting> meeting = meetings.of(id).filter(planned -> !planned.cancelled());
        String meetingAt = meeting.map(Meeting::start).map(time::show).orElse("a day not set yet");
        for (Recipient to : readers(meeting).values()) {
            Map<String, Object> model = Map.of(
                    "title", postmortem.title(),
                    "personName", to.name(),
                    "complete", complete,
                    "meetingAt", meetingAt,
                    "link", links.postmortem(id));
            String occasion = (complete ? "complete-" : "incomplete-") + round;
            outbox.write(new Mail(id, "review-asked", occasion, to, model, null));
        }
        String asked = complete ? "Review asked for" : "Review asked for; writing goes on";
        events.publishEvent(new ReviewAsked(id));
        noteOnce(id, asked + (round == 1 ? "." : ", round " + round + "."));
    }

    private void noteOnce(PostmortemId id, String text) {
        boolean noted = history.of(id).stream().anyMatch(entry -> entry.text().equals(text));
        if (!noted) {
            history.note(id, text, null);
        }
    }

    private Map<String, Recipient> readers(Optional<Meeting> meeting) {
        Map<String, Recipient> readers = new LinkedHashMap<>();
        organisation
                .pool(Pool.REVIEWERS)
                .forEach(person ->
                        readers.putIfAbsent(person.email(), new Recipient(person.id(), person.name(), person.email())));
        meeting.stream()
                .flatMap(planned -> planned.attendees().stream())
                .forEach(attendee -> readers.putIfAbsent(
                        attendee.email(), new Recipient(attendee.person(), attendee.name(), attendee.email())));
        return readers;
    }
}
