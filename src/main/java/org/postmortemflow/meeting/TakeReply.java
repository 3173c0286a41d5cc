package org.postmortemflow.meeting;

import static org.postmortemflow.meeting.Taken.Kind.COUNTED;
import static org.postmortemflow.meeting.Taken.Kind.IGNORED;
import static org.postmortemflow.meeting.Taken.Kind.KEPT;
import static org.postmortemflow.meeting.Taken.Kind.OUTDATED;
import static org.postmortemflow.meeting.Taken.Kind.REPEATED;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.meeting.calendar.ReadReply;
import org.postmortemflow.meeting.calendar.ReplyReader;
import org.postmortemflow.meeting.calendar.UnreadableReply;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what comes back to invites. An answer counts when it comes from an attendee of that meeting; the newest counts. It never
 * moves the meeting: the deadline wins over convenience (R10), so a required person who declines is a hint to the owner.
 */
@Component
public class TakeReply {

    private static final int LONGEST_CONTENT = 100_000;

    private final MeetingRecords meetings;
    private final ReplyRecords replies;
    private final Answers answers;
    private final AnswerMails mails;
    private final Organisation organisation;
    private final Clock clock;

    TakeReply(
            MeetingRecords meetings,
            ReplyRecords replies,
            Answers answers,
            AnswerMails mails,
            Organisation organisation,
            Clock clock) {
        this.meetings = meetings;
        this.replies = replies;
        this.answers = answers;
        this.mails = mails;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** From the service mailbox: what cannot be used is kept for an operator, so nothing is lost. */
    @Transactional
    public Taken take(IncomingReply message) {
        if (!replies.takeIn(message.key(), clock.instant())) {
            return new Taken(REPEATED, "This message was taken in before.", null);
        }
        if (message.calendar() == null && message.automatic()) {
            return new Taken(IGNORED, "An automatic message without an answer.", null);
        }
        try {
            return answer(message);
        } catch (UnreadableReply e) {
            keep(message, String.valueOf(e.getMessage()));
            return new Taken(KEPT, String.valueOf(e.getMessage()), null);
        }
    }

    /**
     * From somebody who signed in: administrators hand in what a mail system took for us, others their own answer.
     *
     * @throws Refused when somebody else hands in what is not their own, or what cannot be used
     */
    @Transactional
    public Taken take(IncomingReply message, PersonId by) {
        if (organisation.isAdministrator(by)) {
            return take(message);
        }
        try {
            ReadReply reply = read(message);
            boolean own = organisation
                    .person(by)
                    .filter(person -> EmailAddress.key(person.email()).equals(reply.attendee()))
                    .isPresent();
            if (!own) {
                throw new Refused("This is somebody else's answer; administrators can hand it in.");
            }
            return replies.takeIn(message.key(), clock.instant())
                    ? apply(reply)
                    : new Taken(REPEATED, "This message was taken in before.", null);
        } catch (UnreadableReply e) {
            throw new Refused("body", String.valueOf(e.getMessage()));
        }
    }

    /**
     * An attendee answers on our own page.
     *
     * @param remark may be empty; at most 2,000 characters
     * @throws Refused when they are not invited, or the meeting is over
     */
    @Transactional
    public Taken answer(PostmortemId id, @Nullable Answer answer, String remark, PersonId by) {
        Meeting meeting = meetings.toChange(id)
                .filter(known -> !known.cancelled() && known.heldAt() == null)
                .orElseThrow(() -> new Refused("No meeting is planned, so there is nothing to answer."));
        Meeting.Attendee attendee = meeting.attendees().stream()
                .filter(one -> by.equals(one.person()))
                .findFirst()
                .orElseThrow(() -> new Refused("You are not invited to this meeting."));
        new org.postmortemflow.shared.Problems()
                .when(answer == null, "answer", "Please choose an answer.")
                .when(remark.length() > 2000, "remark", "Please keep this below 2,000 characters.")
                .refuseIfAny();
        Instant now = clock.instant();
        String email = EmailAddress.key(attendee.email());
        Answer said = java.util.Objects.requireNonNull(answer);
        return put(meeting, new Reply(id, email, said, meeting.sequence(), now, now, remark.strip(), null));
    }

    private ReadReply read(IncomingReply message) throws UnreadableReply {
        if (message.calendar() == null) {
            throw new UnreadableReply("It holds no calendar entry: somebody wrote to the service mailbox.");
        }
        return ReplyReader.read(message.calendar());
    }

    private Taken answer(IncomingReply message) throws UnreadableReply {
        ReadReply reply = read(message);
        if (message.sender() != null && !EmailAddress.key(message.sender()).equals(reply.attendee())) {
            throw new UnreadableReply(
                    "It answers for %s, but comes from somebody else; please ask them.".formatted(reply.attendee()));
        }
        return apply(reply);
    }

    private Taken apply(ReadReply reply) throws UnreadableReply {
        Meeting meeting = MeetingUid.postmortem(reply.uid())
                .flatMap(meetings::toChange)
                .orElseThrow(() -> new UnreadableReply("It answers a meeting that is not one of ours."));
        PostmortemId id = meeting.postmortem();
        if (meeting.attendees().stream()
                .noneMatch(one -> EmailAddress.key(one.email()).equals(reply.attendee()))) {
            throw new UnreadableReply("%s is not invited to this meeting.".formatted(reply.attendee()));
        }
        if (reply.sequence() > meeting.sequence()) {
            throw new UnreadableReply("It answers a version of the invite that was never sent.");
        }
        if (meeting.cancelled() || meeting.heldAt() != null) {
            return new Taken(IGNORED, "The meeting is over, or was called off.", id);
        }
        Answer answer = reply.answer();
        if (answer == null) {
            return new Taken(IGNORED, "It says no more than that the invite was seen.", id);
        }
        Instant now = clock.instant();
        Instant stamp = reply.stamp() == null || reply.stamp().isAfter(now) ? now : reply.stamp();
        return put(
                meeting,
                new Reply(
                        id, reply.attendee(), answer, reply.sequence(), stamp, now, reply.remark(), reply.proposal()));
    }

    private Taken put(Meeting meeting, Reply reply) {
        PostmortemId id = meeting.postmortem();
        boolean outdated = answers.isOutdated(meeting, reply);
        Reply before = replies.of(id).get(reply.email());
        if (before != null && (before.saysTheSameAs(reply) || isNewer(meeting, before, reply, outdated))) {
            return new Taken(REPEATED, "The same, or something newer, is known already.", id);
        }
        replies.put(reply);
        if (outdated) {
            return new Taken(OUTDATED, "It answers an earlier time of the meeting.", id);
        }
        mails.tellOwner(meeting, reply);
        return new Taken(COUNTED, "It is the attendee's answer now.", id);
    }

    /** An answer to the present time is newer than any to an earlier one; else the attendee's own clock tells. */
    private boolean isNewer(Meeting meeting, Reply before, Reply reply, boolean outdated) {
        boolean wasOutdated = answers.isOutdated(meeting, before);
        return wasOutdated == outdated ? before.answeredAt().isAfter(reply.answeredAt()) : outdated;
    }

    private void keep(IncomingReply message, String reason) {
        replies.keep(new KeptReply(
                UUID.randomUUID(),
                clock.instant(),
                fit(message.sender() == null ? "" : message.sender(), 320),
                fit(message.subject(), 300),
                fit(reason, 500),
                fit(message.content(), LONGEST_CONTENT)));
    }

    /** NUL is no text for a table. */
    private static String fit(String text, int most) {
        String plain = text.replace("\u0000", "");
        if (plain.length() <= most) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most);
    }
}
