package org.postmortemflow.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Course.Verdict;
import org.postmortemflow.demo.history.Course.Work;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;

/** Each time a step was to be done, who was told when it was late, the reviews, and who owned it. */
final class StepScribe implements Scribe {

    private final Dues dues;
    private final Names names;
    private final MailScribe mails;

    StepScribe(Dues dues, Names names, MailScribe mails) {
        this.dues = dues;
        this.names = names;
        this.mails = mails;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        Chance chance = new Chance(story.id().value().getLeastSignificantBits());
        Map<Step, Deadline> due = dues.ofSteps(story, rows);
        for (Work work : story.course().work()) {
            if (rows.isPast(work.opened())) {
                step(work, story, due.get(work.step()), rows, chance);
                late(work, story, due.get(work.step()), rows, notes, chance);
            }
        }
        owner(story, rows, notes);
        reviews(story, rows, notes, chance);
    }

    private static void step(Work work, Story story, @Nullable Deadline due, Rows rows, Chance chance) {
        boolean over = rows.isPast(work.done());
        PersonId by = work.by();
        Pool pool = pool(work.step());
        StepState.State state =
                !over ? StepState.State.OPEN : by == null ? StepState.State.DROPPED : StepState.State.DONE;
        PersonId assignee = over || pool == null ? by : null;
        rows.add(
                Table.POSTMORTEM_STEP,
                chance.id().toString(),
                story.id(),
                work.step().key(),
                state,
                assignee,
                pool == null ? null : pool.key(),
                work.opened(),
                due == null ? null : due.at(),
                due == null ? null : due.because(),
                over ? work.done() : null,
                over ? by : null);
    }

    private static @Nullable Pool pool(Step step) {
        return switch (step) {
            case DESIGNATE_OWNER, SET_SEVERITY -> Pool.INCIDENT_COMMANDERS;
            case DRAFT_EXTERNAL_MESSAGE, PUBLISH_EXTERNAL_MESSAGE -> Pool.CUSTOMER_SUPPORT;
            case REVIEW_POSTMORTEM -> Pool.REVIEWERS;
            default -> null;
        };
    }

    /** The ladder is climbed until the step is done. */
    private void late(Work work, Story story, @Nullable Deadline due, Rows rows, Notes notes, Chance chance) {
        if (due == null) {
            return;
        }
        Instant at = due.at().isBefore(work.opened()) ? work.opened() : due.at();
        List<Rung> ladder = Rung.of(work.step(), story.cast());
        for (int rung = 0; at.isBefore(work.done()) && rung < 6 && rows.isPast(at); rung++) {
            Rung told = ladder.get(Math.min(rung, ladder.size() - 1));
            rows.add(
                    Table.REMINDER_ESCALATION,
                    chance.id(),
                    story.id(),
                    work.step().key(),
                    told.person(),
                    at);
            notes.note(at, "Overdue: %s; told %s.".formatted(work.step().label(), names.of(told.person())), null);
            mails.mail(
                    story,
                    "step-overdue",
                    "%s/%s/%d".formatted(work.step().key(), due.at(), rung + 1),
                    "Overdue: %s for \"%s\""
                            .formatted(work.step().label(), story.what().title()),
                    Set.of(told.person()),
                    at,
                    rows);
            at = at.plus(told.pause());
        }
    }

    /** Who is told, and how long until the next one is. */
    record Rung(PersonId person, Duration pause) {

        /** As {@code escalation-ladder.dmn} has it; the last one is told again. */
        static List<Rung> of(Step step, Cast cast) {
            return switch (step) {
                case SET_SEVERITY, DESIGNATE_OWNER ->
                    List.of(rung(cast.commander(), 2), rung(cast.engineeringManager(), 4));
                case SCHEDULE_MEETING ->
                    List.of(
                            rung(cast.owner(), 4),
                            rung(cast.commander(), 8),
                            rung(cast.engineeringManager(), 16),
                            rung(cast.director(), 24));
                case OPEN_FOLLOW_UPS -> List.of(rung(cast.owner(), 8), rung(cast.commander(), 12));
                case DRAFT_EXTERNAL_MESSAGE -> List.of(rung(cast.liaison(), 8), rung(cast.owner(), 12));
                case REVIEW_POSTMORTEM -> List.of(rung(cast.owner(), 8));
                case HOLD_MEETING -> List.of(rung(cast.commander(), 8));
                case PUBLISH_EXTERNAL_MESSAGE -> List.of(rung(cast.support(), 8), rung(cast.commander(), 24));
                default -> List.of(rung(cast.owner(), 12));
            };
        }

        private static Rung rung(PersonId person, int hours) {
            return new Rung(person, Duration.ofHours(hours));
        }
    }

    private void owner(Story story, Rows rows, Notes notes) {
        Cast cast = story.cast();
        Instant since = story.course().firstDone(Step.DESIGNATE_OWNER).orElse(null);
        if (rows.isPast(since)) {
            rows.add(Table.POSTMORTEM_OWNER, story.id(), 1, cast.owner(), since, cast.commander());
            notes.note(since, "Owner: " + names.of(cast.owner()) + ".", cast.commander());
        }
    }

    private static void reviews(Story story, Rows rows, Notes notes, Chance chance) {
        Instant early = Dues.askedEarly(story);
        notes.note(early, "Review asked for; writing goes on.", null);
        notes.note(story.course().complete().orElse(null), "Status: In Review: all is written", null);
        notes.note(story.course().complete().orElse(null), "Review asked for.", null);
        int round = 1;
        for (Verdict verdict : story.course().verdicts()) {
            PersonId reviewer = story.cast().reviewer();
            if (rows.isPast(verdict.at())) {
                rows.add(
                        Table.REVIEW,
                        chance.id(),
                        story.id(),
                        round,
                        reviewer,
                        verdict.at(),
                        verdict.approved(),
                        verdict.approved()
                                ? "enoughDetail,underlyingCauses,separatesHappenedFromFix,followUpsSensible,readable"
                                : "readable",
                        verdict.comments(),
                        String.join(
                                ",", verdict.toRevise().stream().map(Step::key).toList()));
            }
            if (!verdict.approved()) {
                notes.note(verdict.at(), "Status: Draft: the review asks for changes", reviewer);
                Instant again = story.course().work().stream()
                        .filter(one -> one.step() == Step.REVIEW_POSTMORTEM
                                && one.opened().isAfter(verdict.at()))
                        .map(Work::opened)
                        .findFirst()
                        .orElse(null);
                notes.note(again, "Status: In Review: all is written", null);
                notes.note(again, "Review asked for, round " + (round + 1) + ".", null);
            }
            round++;
        }
    }
}
