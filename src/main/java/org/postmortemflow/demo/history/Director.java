package org.postmortemflow.demo.history;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Course.End;
import org.postmortemflow.demo.history.Course.Meeting;
import org.postmortemflow.demo.history.Course.Verdict;
import org.postmortemflow.demo.history.Course.Work;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.DeadlineInputs;
import org.postmortemflow.sla.Deadlines;

/** Decides what becomes of a postmortem, against the deadlines that the real rules give it. */
final class Director {

    private static final List<String> LATE = List.of(
            "Two of those who mended it were away; this was the first slot with both of them.",
            "A public holiday and a release day left no slot in which the owner and the commander were free.",
            "The provider's report was needed first, and came on the day of the deadline.",
            "Three incidents in one week: the facilitators had no slot left before.");
    private static final List<String> EXCUSES = List.of(
            "Agreed beforehand: without the provider's report the meeting would have guessed.",
            "The team was still busy with the same customers; a later meeting was the better one.",
            "The owner was ill, and the hand-over took a day.");
    private static final List<String> CHANGES = List.of(
            "The factors say what failed; please add why nothing held it back.",
            "Please give the numbers behind the impact, and link the graphs.",
            "The follow-ups are larger than a month's work; please cut them so that each can be done.",
            "Please keep what happened apart from what is to be done about it.");

    private final Deadlines deadlines;
    private final BusinessHours hours;

    Director(Deadlines deadlines, BusinessHours hours) {
        this.deadlines = deadlines;
        this.hours = hours;
    }

    Course course(Occurrence what, Cast cast, Chance chance) {
        Instant opened = what.resolved().plus(chance.between(ofMinutes(1), ofMinutes(9)));
        List<Work> work = new ArrayList<>();
        End early = early(what, cast, opened, chance);
        boolean slow = chance.of(0.16 - 0.12 * what.maturity());
        Instant owned = opened.plus(
                slow ? chance.between(ofMinutes(140), ofHours(16)) : chance.between(ofMinutes(6), ofMinutes(100)));
        if (early != null) {
            if (early.by() != null) {
                work.add(new Work(Step.DESIGNATE_OWNER, opened, early.at(), null));
            }
            return new Course(opened, work, List.of(), null, null, early);
        }
        work.add(new Work(Step.DESIGNATE_OWNER, opened, owned, cast.commander()));
        Instant scheduled = scheduled(owned, what, chance);
        work.add(new Work(Step.SCHEDULE_MEETING, owned, scheduled, cast.owner()));
        Meeting meeting = meeting(what, scheduled, chance);
        List<Verdict> verdicts = new ArrayList<>();
        Instant approved = writeAndReview(what, cast, meeting, work, verdicts, chance);
        work.add(new Work(Step.HOLD_MEETING, approved, meeting.held(), cast.facilitator()));
        Instant posted = null;
        if (what.customersAffected()) {
            boolean late = chance.of(0.15 - 0.08 * what.maturity());
            posted = meeting.held().plus(late ? ofHours(30 + chance.below(60)) : ofMinutes(40 + chance.below(400)));
            work.add(new Work(
                    Step.PUBLISH_EXTERNAL_MESSAGE, meeting.held(), posted.plus(ofMinutes(12)), cast.support()));
        }
        Instant closed = (posted == null ? meeting.held() : posted.plus(ofMinutes(12))).plusSeconds(3);
        return new Course(opened, work, verdicts, meeting, posted, new End(Status.CLOSED, closed, null, null));
    }

    private static @Nullable End early(Occurrence what, Cast cast, Instant opened, Chance chance) {
        boolean needed = what.severity().isMajor() || !what.plot().criteria().isEmpty() && chance.of(0.7);
        if (!needed) {
            String why = "A lesser incident with a well-understood cause and no loss needs none";
            return new End(Status.WAIVED, opened.plusSeconds(2), why, null);
        }
        Instant at = opened.plus(chance.between(ofMinutes(30), ofHours(20)));
        if (chance.of(what.severity() == Severity.SEV_1 ? 0 : 0.07 - 0.05 * what.maturity())) {
            String why = "The same week's postmortem covers it: same cause, same follow-ups.";
            return new End(Status.WAIVED, at, why, cast.engineeringManager());
        }
        return chance.of(0.02)
                ? new End(Status.CANCELLED, at, "Opened twice for one incident.", cast.commander())
                : null;
    }

    private Instant scheduled(Instant owned, Occurrence what, Chance chance) {
        boolean slow = chance.of(0.14 - 0.08 * what.maturity());
        Duration way = slow ? ofHours(40 + chance.below(30)) : chance.between(ofMinutes(20), ofHours(9));
        return hours.nextWorkingTime(owned.plus(way), what.services()).plusSeconds(60L * chance.below(50));
    }

    private Meeting meeting(Occurrence what, Instant scheduled, Chance chance) {
        Instant due = deadlines
                .meetingMustStartBefore(
                        DeadlineInputs.atFirst(what.severity(), what.resolved(), what.started(), what.services()))
                .at();
        Duration length = ofMinutes(what.severity() == Severity.SEV_1 ? 60 : 30);
        Instant first = scheduled.plus(ofHours(what.severity() == Severity.SEV_1 ? 20 : 44));
        boolean wished = chance.of(0.6 + 0.34 * what.maturity());
        Instant start = hours.nextSlot(
                wished && first.isBefore(due)
                        ? chance.onTheWay(first, due, 0, 0.6)
                        : due.plus(chance.between(ofHours(5), ofDays(5))),
                length,
                what.services());
        if (wished && !start.isBefore(due)) {
            start = hours.nextSlot(scheduled.plus(ofHours(3)), length, what.services());
        }
        boolean late = !start.isBefore(due);
        boolean slowRecord = chance.of(0.1);
        Instant held = start.plus(length)
                .plus(slowRecord ? ofHours(5 + chance.below(16)) : chance.between(ofMinutes(3), ofHours(3)));
        return new Meeting(
                scheduled,
                start,
                length,
                held,
                late ? chance.pick(LATE) : null,
                late && chance.of(0.4) ? chance.pick(EXCUSES) : null);
    }

    /** @return when the last review approved it */
    private static Instant writeAndReview(
            Occurrence what, Cast cast, Meeting meeting, List<Work> work, List<Verdict> verdicts, Chance chance) {
        boolean inTime = chance.of(0.62 + 0.3 * what.maturity());
        Instant due = meeting.start().minus(ofHours(24));
        boolean possible = due.isAfter(meeting.scheduled().plus(ofHours(2)));
        Instant last = inTime && possible
                ? due
                : chance.onTheWay(meeting.scheduled(), meeting.start(), possible ? 0.82 : 0.5, possible ? 0.9 : 0.7);
        Instant complete = meeting.scheduled();
        for (Step step : toWrite(what)) {
            Instant done = chance.onTheWay(meeting.scheduled(), last, 0.25, 0.97);
            work.add(new Work(step, meeting.scheduled(), done, writer(step, cast)));
            complete = done.isAfter(complete) ? done : complete;
        }
        Instant asked = complete.plusSeconds(2);
        boolean sentBack = chance.of(0.26 - 0.12 * what.maturity());
        if (sentBack) {
            Instant first = chance.onTheWay(asked, meeting.start(), 0.08, 0.35);
            work.add(new Work(Step.REVIEW_POSTMORTEM, asked, first, cast.reviewer()));
            List<Step> again = chance.of(0.6) ? List.of(Step.ANALYSE) : List.of(Step.ANALYSE, Step.OPEN_FOLLOW_UPS);
            verdicts.add(new Verdict(first, false, chance.pick(CHANGES), again));
            Instant revised = first;
            for (Step step : again) {
                Instant done = chance.onTheWay(first, meeting.start(), 0.15, 0.5);
                work.add(new Work(step, first, done, cast.owner()));
                revised = done.isAfter(revised) ? done : revised;
            }
            asked = revised.plusSeconds(2);
        }
        Instant approved = chance.onTheWay(asked, meeting.start(), 0.1, 0.9);
        work.add(new Work(Step.REVIEW_POSTMORTEM, asked, approved, cast.reviewer()));
        verdicts.add(new Verdict(approved, true, "", List.of()));
        return approved;
    }

    private static List<Step> toWrite(Occurrence what) {
        List<Step> steps = new ArrayList<>(
                List.of(Step.COLLECT_TIMELINE, Step.DESCRIBE_IMPACT, Step.ANALYSE, Step.OPEN_FOLLOW_UPS));
        if (what.customersAffected()) {
            steps.add(Step.DRAFT_EXTERNAL_MESSAGE);
        }
        return steps;
    }

    private static PersonId writer(Step step, Cast cast) {
        return switch (step) {
            case COLLECT_TIMELINE -> cast.timelineBy();
            case DRAFT_EXTERNAL_MESSAGE -> cast.liaison();
            default -> cast.owner();
        };
    }
}
