package org.postmortemflow.archive.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.export.ExportedPostmortem.Action;
import org.postmortemflow.archive.export.ExportedPostmortem.Attendee;
import org.postmortemflow.archive.export.ExportedPostmortem.Meeting;
import org.postmortemflow.archive.export.ExportedPostmortem.Person;
import org.postmortemflow.archive.export.ExportedPostmortem.Review;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.TicketReference;
import org.postmortemflow.people.Names;
import org.postmortemflow.review.Checklist;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.shared.PersonId;

/** Puts names to what tells of people. */
record People(Names names) {

    /** @param name what the person was called; null when only the id is known */
    Person person(@Nullable PersonId id, @Nullable String name) {
        String known = id == null ? "" : names.of(id);
        return new Person(id, Clean.line(name == null || name.isBlank() ? known : name));
    }

    Meeting meeting(org.postmortemflow.meeting.Meeting meeting) {
        List<Attendee> attendees = meeting.attendees().stream()
                .map(one -> new Attendee(
                        person(one.person(), one.name()), one.required(), Clean.line(one.reason()), one.attended()))
                .toList();
        return new Meeting(
                meeting.start(),
                meeting.end(),
                meeting.cancelled(),
                meeting.heldAt(),
                meeting.videoLink() == null ? null : Clean.line(meeting.videoLink()),
                attendees);
    }

    Action action(FollowUp one) {
        TicketReference ticket = one.ticket();
        return new Action(
                Clean.line(one.title()),
                one.kind(),
                one.teamId() == null ? null : Clean.line(names.team(one.teamId())),
                one.priority(),
                one.assignee() == null ? null : person(one.assignee(), null),
                one.due(),
                one.labels(),
                one.progress().state(),
                one.decision(),
                one.decisionReason() == null ? "" : Clean.text(one.decisionReason()),
                Clean.line(one.factor()),
                Clean.text(one.context()),
                ticket == null ? null : Clean.line((ticket.key() + " " + ticket.link()).strip()));
    }

    Review review(Reviews.Review one) {
        return new Review(
                one.round(),
                person(one.reviewer(), null),
                one.at(),
                one.verdict().approved(),
                Checklist.words(one.checklist()),
                Clean.text(one.comments()));
    }
}
