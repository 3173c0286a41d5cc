package org.postmortemflow.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;

/** Says in plain sentences where a postmortem stands. */
@Component
class Standings {

    /** What was missed or excused longer ago was in an earlier digest. */
    static final Duration LATELY = Duration.ofDays(7);

    private final StoredDeadlines deadlines;
    private final Steps steps;
    private final FollowUps followUps;
    private final Owners owners;
    private final Names names;

    Standings(StoredDeadlines deadlines, Steps steps, FollowUps followUps, Owners owners, Names names) {
        this.deadlines = deadlines;
        this.steps = steps;
        this.followUps = followUps;
        this.owners = owners;
        this.names = names;
    }

    /**
     * @param whole whether to tell of the steps and deadlines of the postmortem itself
     * @param which the follow-ups to tell of
     */
    Standing of(Postmortem postmortem, boolean whole, Predicate<FollowUp> which, Instant now, ReaderTime time) {
        PostmortemId id = postmortem.id();
        List<StoredDeadline> all = deadlines.of(id);
        Set<Step> open = EnumSet.noneOf(Step.class);
        Lines lines = new Lines(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        for (StepState step : whole ? steps.of(id) : List.<StepState>of()) {
            if (step.state() == StepState.State.OPEN) {
                open.add(step.step());
                tell(step, all, lines, now, time);
            }
        }
        Map<String, FollowUp> known = followUps.of(id).stream()
                .filter(which)
                .collect(Collectors.toMap(one -> one.id().toString(), one -> one));
        for (StoredDeadline one : all) {
            FollowUp followUp = known.get(one.subject());
            boolean told = one.kind() == DeadlineKind.FOLLOW_UP_DONE ? followUp != null : whole;
            if (told) {
                tell(one, followUp, isToldBy(open, one.kind()), lines, now, time);
            }
        }
        String owner = owners.current(id).map(Ownership::owner).map(names::of).orElse("nobody yet");
        return new Standing(postmortem, owner, !lines.late().isEmpty(), lines.all());
    }

    /** @param explained the reasons that were given already: what is due together for the same reason says it once */
    private record Lines(List<String> late, List<String> waiting, List<String> past, Set<String> explained) {

        String why(@Nullable Instant due, @Nullable String because) {
            return because != null && explained.add(due + because) ? ": " + because : "";
        }

        List<String> all() {
            return Stream.of(late, waiting, past).flatMap(List::stream).toList();
        }
    }

    /** Whether an open step says already what this deadline would say. */
    private static boolean isToldBy(Set<Step> open, DeadlineKind kind) {
        return kind == DeadlineKind.CONTENT_COMPLETE
                ? open.stream().anyMatch(Step::isWriting)
                : kind.step() != null && open.contains(kind.step());
    }

    private void tell(StepState step, List<StoredDeadline> all, Lines lines, Instant now, ReaderTime time) {
        String line = "%s waits for %s%s%s"
                .formatted(
                        step.step().label(),
                        names.of(step.assignee(), step.pool()),
                        due(step.due(), time),
                        lines.why(step.due(), step.because()));
        if (isLate(step, all, now)) {
            lines.late().add("Late: " + line);
        } else {
            lines.waiting().add(line);
        }
    }

    private void tell(
            StoredDeadline one,
            @Nullable FollowUp followUp,
            boolean itsStepIsTold,
            Lines lines,
            Instant now,
            ReaderTime time) {
        String what = what(one, followUp) + due(one.due(), time);
        Instant metAt = one.metAt();
        Word excuse = one.excuse();
        Word reason = one.lateReason();
        switch (one.state(now)) {
            case LATE -> {
                if (!itsStepIsTold) {
                    lines.late().add("Late: %s: %s".formatted(what, one.because()));
                }
            }
            case OPEN -> {
                if (followUp != null) {
                    lines.waiting().add(what);
                }
            }
            case MET_LATE -> {
                if (metAt != null && isLately(metAt, now)) {
                    lines.past().add("Missed: %s, done %s".formatted(what, shown(metAt, time)));
                }
            }
            case EXCUSED -> {
                if (excuse != null && (one.isOpen() || isLately(excuse.at(), now))) {
                    lines.past().add("Excused: %s%s".formatted(what, said(excuse)));
                }
            }
            default -> {}
        }
        if (one.isOpen() && reason != null && excuse == null) {
            lines.past().add("The meeting is set after its deadline" + said(reason));
        }
    }

    /** A step whose lateness is excused is not late. */
    private static boolean isLate(StepState step, List<StoredDeadline> all, Instant now) {
        boolean excused = all.stream()
                .filter(one -> one.kind().step() == step.step()
                        || step.step().isWriting() && one.kind() == DeadlineKind.CONTENT_COMPLETE)
                .anyMatch(one -> one.excuse() != null);
        return step.isLate(now) && !excused;
    }

    private String what(StoredDeadline deadline, @Nullable FollowUp followUp) {
        return followUp == null
                ? deadline.kind().label()
                : "Follow-up \"%s\" of %s".formatted(followUp.title(), whose(followUp));
    }

    private String whose(FollowUp followUp) {
        if (followUp.assignee() != null) {
            return names.of(followUp.assignee());
        }
        return followUp.teamId() == null ? "nobody yet" : names.team(followUp.teamId());
    }

    private String said(Word word) {
        return ": %s (%s)".formatted(word.reason(), names.of(word.by()));
    }

    private static String due(@Nullable Instant due, ReaderTime time) {
        return due == null ? "" : ", due " + shown(due, time);
    }

    /** Nobody plans by seconds. */
    private static String shown(Instant at, ReaderTime time) {
        return time.show(at.truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean isLately(Instant at, Instant now) {
        return at.isAfter(now.minus(LATELY));
    }
}
