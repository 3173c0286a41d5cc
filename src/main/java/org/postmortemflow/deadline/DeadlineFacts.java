package org.postmortemflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/** What the rooms know now: each deadline that there is, when it is due and whether it is met. */
@Component
class DeadlineFacts {

    private final KnownInputs inputs;
    private final Deadlines deadlines;
    private final Owners owners;
    private final MeetingRecords meetings;
    private final Steps steps;
    private final FollowUps followUps;
    private final ExternalMessages messages;
    private final Clock clock;

    DeadlineFacts(
            KnownInputs inputs,
            Deadlines deadlines,
            Owners owners,
            MeetingRecords meetings,
            Steps steps,
            FollowUps followUps,
            ExternalMessages messages,
            Clock clock) {
        this.inputs = inputs;
        this.deadlines = deadlines;
        this.owners = owners;
        this.meetings = meetings;
        this.steps = steps;
        this.followUps = followUps;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param metAt null while it is not; what was met once is kept by the caller where it cannot be undone
     * @param expectedAt when it is planned to be met
     * @param needed false for a follow-up that was declined
     */
    record Fact(
            DeadlineKind kind,
            String subject,
            Deadline deadline,
            @Nullable Instant metAt,
            @Nullable Instant expectedAt,
            boolean needed) {}

    /** @param known kinds that are met and cannot be undone, so that nothing is to be read for them */
    List<Fact> of(Postmortem postmortem, Set<DeadlineKind> known) {
        PostmortemId id = postmortem.id();
        List<Ownership> ownerships = owners.all(id);
        Optional<Meeting> meeting = meetings.of(id).filter(one -> !one.cancelled());
        List<StepState> done = steps.of(id);
        Map<DeadlineKind, Deadline> due = new EnumMap<>(deadlines.all(inputs.of(postmortem, ownerships, meeting)));
        if (last(done, Step.PUBLISH_EXTERNAL_MESSAGE).isEmpty()) {
            due.remove(DeadlineKind.MESSAGE_POSTED);
        }
        List<Fact> facts = new ArrayList<>();
        due.forEach((kind, deadline) -> facts.add(new Fact(
                kind,
                "",
                deadline,
                known.contains(kind) ? null : metAt(kind, postmortem, ownerships, meeting, done),
                kind == DeadlineKind.MEETING_HELD ? meeting.map(Meeting::start).orElse(null) : null,
                true)));
        if (last(done, Step.SCHEDULE_MEETING).isPresent()) {
            followUps.of(id).forEach(followUp -> facts.add(of(followUp, postmortem)));
        }
        return facts;
    }

    private @Nullable Instant metAt(
            DeadlineKind kind,
            Postmortem postmortem,
            List<Ownership> ownerships,
            Optional<Meeting> meeting,
            List<StepState> done) {
        boolean written = postmortem.status() != Status.DRAFT;
        return switch (kind) {
            case SEVERITY_SET ->
                postmortem.severity() == null
                        ? null
                        : last(done, Step.SET_SEVERITY).map(StepState::doneAt).orElse(postmortem.clockStart());
            case OWNER_DESIGNATED ->
                ownerships.isEmpty() ? null : ownerships.get(0).since();
            case INVITES_OUT -> meetings.told(postmortem.id()).isPresent() ? clock.instant() : null;
            case REVIEW_ASKED -> written ? clock.instant() : null;
            case CONTENT_COMPLETE -> written ? latest(done).orElse(clock.instant()) : null;
            case FOLLOW_UPS_OPENED -> first(done, Step.OPEN_FOLLOW_UPS).orElse(null);
            case REVIEW_DONE ->
                written
                        ? last(done, Step.REVIEW_POSTMORTEM)
                                .map(StepState::doneAt)
                                .orElse(null)
                        : null;
            case MEETING_HELD ->
                meeting.filter(one -> one.heldAt() != null).map(Meeting::start).orElse(null);
            case MEETING_RECORDED -> meeting.map(Meeting::heldAt).orElse(null);
            case MESSAGE_POSTED ->
                last(done, Step.PUBLISH_EXTERNAL_MESSAGE)
                        .filter(DeadlineFacts::isDone)
                        .map(step -> messages.of(postmortem.id())
                                .map(ExternalMessage::postedAt)
                                .orElse(step.doneAt()))
                        .orElse(null);
            case FOLLOW_UP_DONE -> null;
        };
    }

    private Fact of(FollowUp followUp, Postmortem postmortem) {
        boolean isDone = followUp.progress().state() == FollowUp.State.DONE;
        return new Fact(
                DeadlineKind.FOLLOW_UP_DONE,
                followUp.id().toString(),
                deadlines.followUpDone(followUp.openedAt(), followUp.due(), postmortem.severity()),
                isDone ? followUp.progress().doneAt() : null,
                null,
                followUp.progress().state() != FollowUp.State.DECLINED);
    }

    private static boolean isDone(StepState step) {
        return step.state() == StepState.State.DONE;
    }

    private static Stream<Instant> times(List<StepState> steps, Step step) {
        return steps.stream()
                .filter(state -> state.step() == step && isDone(state))
                .flatMap(state -> Stream.ofNullable(state.doneAt()));
    }

    private static Optional<Instant> first(List<StepState> steps, Step step) {
        return times(steps, step).findFirst();
    }

    /** The latest time of a step, whether it was done or not. */
    private static Optional<StepState> last(List<StepState> steps, Step step) {
        return steps.stream().filter(state -> state.step() == step).reduce((before, after) -> after);
    }

    /** When the last writing step was done. */
    private static Optional<Instant> latest(List<StepState> steps) {
        return steps.stream()
                .filter(state -> state.step().isWriting() && isDone(state))
                .flatMap(state -> Stream.ofNullable(state.doneAt()))
                .max(Instant::compareTo);
    }
}
