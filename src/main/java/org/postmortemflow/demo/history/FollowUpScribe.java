package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Content.Planned;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/** The follow-ups, as far as they are. */
final class FollowUpScribe implements Scribe {

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        story.course()
                .firstDone(Step.OPEN_FOLLOW_UPS)
                .filter(rows::isPast)
                .ifPresent(opened -> all(story, opened, rows, notes));
    }

    private static void all(Story story, Instant opened, Rows rows, Notes notes) {
        Course.Meeting meeting = story.course().meeting();
        Instant decided = meeting == null ? null : rows.past(meeting.held());
        int position = 0;
        for (Planned plan : story.content().followUps()) {
            boolean declined = plan.decision() == Decision.DECLINED && decided != null;
            Instant done = rows.past(plan.done());
            Instant begun = rows.past(plan.begun());
            State state = declined
                    ? State.DECLINED
                    : done != null ? State.DONE : begun != null ? State.IN_PROGRESS : State.OPEN;
            Instant since = declined ? decided : done != null ? done : begun;
            PersonId by = declined || since == null ? null : plan.assignee();
            rows.add(
                    Table.FOLLOW_UP,
                    plan.id(),
                    story.id(),
                    position++,
                    plan.action().title(),
                    plan.action().kind(),
                    plan.team(),
                    plan.priority(),
                    plan.assignee(),
                    plan.decision() != Decision.AGREED,
                    "",
                    story.what().plot().factors().get(0),
                    opened,
                    story.cast().owner(),
                    decided == null ? null : plan.decision(),
                    decided == null ? null : plan.reason(),
                    state,
                    since,
                    by,
                    declined ? plan.reason() : "",
                    done,
                    done == null ? null : plan.assignee());
            note(plan, State.IN_PROGRESS, begun, notes);
            note(plan, State.DONE, done, notes);
        }
    }

    private static void note(Planned plan, State state, @Nullable Instant at, Notes notes) {
        String text = "Follow-up %s: \"%s\"."
                .formatted(state.label().toLowerCase(Locale.ROOT), plan.action().title());
        notes.note(at, text, plan.assignee());
    }
}
