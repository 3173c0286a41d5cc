package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Content.Planned;
import org.postmortemflow.demo.history.Course.Work;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.DeadlineKind;

/** Each deadline: due and why, met or missed, explained and excused. */
final class DeadlineScribe implements Scribe {

    /** The process itself asks for the review in the minute in which that is due. */
    private static final Duration TOLERANCE = Duration.ofMinutes(15);

    private final Dues dues;
    private final OrganisationTime time;

    DeadlineScribe(Dues dues, OrganisationTime time) {
        this.dues = dues;
        this.time = time;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        Course course = story.course();
        Map<DeadlineKind, @Nullable Instant> met = met(story);
        dues.all(story, rows).forEach((kind, deadline) -> {
            boolean customers = kind != DeadlineKind.MESSAGE_POSTED || course.postedAt() != null;
            if (customers) {
                one(story, kind, "", deadline, met.get(kind), course.end().at(), rows, notes);
            }
        });
        Instant opened = course.firstDone(Step.OPEN_FOLLOW_UPS).orElse(null);
        if (opened == null || !rows.isPast(opened)) {
            return;
        }
        for (Planned plan : story.content().followUps()) {
            Deadline deadline = dues.followUpDone(story, opened, plan.due());
            Instant declined = plan.begun() == null && course.meeting() != null
                    ? course.meeting().held()
                    : null;
            one(story, DeadlineKind.FOLLOW_UP_DONE, plan.id().toString(), deadline, plan.done(), declined, rows, notes);
        }
    }

    private static Map<DeadlineKind, @Nullable Instant> met(Story story) {
        Course course = story.course();
        Map<DeadlineKind, @Nullable Instant> met = new LinkedHashMap<>();
        met.put(DeadlineKind.SEVERITY_SET, story.what().resolved());
        met.put(
                DeadlineKind.OWNER_DESIGNATED,
                course.firstDone(Step.DESIGNATE_OWNER).orElse(null));
        Instant early = Dues.askedEarly(story);
        met.put(DeadlineKind.REVIEW_ASKED, early == null ? course.complete().orElse(null) : early);
        met.put(DeadlineKind.CONTENT_COMPLETE, course.complete().orElse(null));
        met.put(
                DeadlineKind.FOLLOW_UPS_OPENED,
                course.firstDone(Step.OPEN_FOLLOW_UPS).orElse(null));
        met.put(
                DeadlineKind.REVIEW_DONE,
                course.work().stream()
                        .filter(one -> one.step() == Step.REVIEW_POSTMORTEM)
                        .map(Work::done)
                        .reduce((before, after) -> after)
                        .orElse(null));
        Course.Meeting meeting = course.meeting();
        if (meeting != null) {
            met.put(DeadlineKind.INVITES_OUT, meeting.scheduled().plusSeconds(1));
            met.put(DeadlineKind.MEETING_HELD, meeting.start());
            met.put(DeadlineKind.MEETING_RECORDED, meeting.held());
        }
        met.put(DeadlineKind.MESSAGE_POSTED, course.postedAt());
        return met;
    }

    /** @param over from when on it no longer matters; null for never */
    private void one(
            Story story,
            DeadlineKind kind,
            String subject,
            Deadline deadline,
            @Nullable Instant meetAt,
            @Nullable Instant over,
            Rows rows,
            Notes notes) {
        Course.Meeting meeting =
                kind == DeadlineKind.MEETING_HELD ? story.course().meeting() : null;
        boolean planned = meeting != null && rows.isPast(meeting.scheduled());
        // a meeting counts from its start on, once it is recorded
        Instant met = rows.isPast(meeting == null ? meetAt : meeting.held()) ? meetAt : null;
        Instant ended = met == null ? rows.past(over) : null;
        Instant lateFrom = kind == DeadlineKind.REVIEW_ASKED ? deadline.at().plus(TOLERANCE) : deadline.at();
        boolean inTime = met == null && planned && meeting.start().isBefore(lateFrom);
        Instant until = met != null ? met : ended != null ? ended : rows.now();
        boolean missed = !inTime && !until.isBefore(lateFrom);
        String lateReason = planned ? meeting.lateReason() : null;
        String excuse = lateReason == null || meeting == null ? null : meeting.excuse();
        Instant scheduled = meeting == null ? null : meeting.scheduled();
        PersonId manager = story.cast().engineeringManager();
        rows.add(
                Table.DEADLINE,
                story.id(),
                kind.key(),
                subject,
                deadline.rule(),
                deadline.inputs().entrySet().stream()
                        .map(input -> input.getKey() + ": " + input.getValue())
                        .collect(Collectors.joining("\n")),
                dues.version(),
                deadline.at(),
                deadline.because(),
                planned ? meeting.start() : null,
                met,
                missed ? deadline.at() : null,
                ended,
                lateReason,
                lateReason == null ? null : story.cast().owner(),
                lateReason == null ? null : scheduled,
                excuse == null ? null : scheduled,
                excuse == null ? null : manager,
                excuse);
        String due = "%s, due %s".formatted(kind.label(), time.show(deadline.at()));
        if (excuse != null) {
            notes.note(scheduled, "Deadline excused: %s: %s".formatted(due, excuse), manager);
        } else if (missed) {
            notes.note(deadline.at(), "Deadline missed: %s (%s).".formatted(due, deadline.because()), null);
        }
    }
}
