package org.postmortemflow.reminder;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.reminder.domain.Hours;
import org.postmortemflow.reminder.domain.Moments;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.sla.PersonalHours;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what each person is to be reminded of at an instant, whether they were or not. */
@Component
class DueReminders {

    /** A warning may come that much earlier when people rest at its time. */
    private static final Duration REST = Duration.ofDays(14);

    private final StoredDeadlines deadlines;
    private final Postmortems postmortems;
    private final Turns turns;
    private final Readership readership;
    private final PersonalHours hours;
    private final ReminderSettings settings;

    DueReminders(
            StoredDeadlines deadlines,
            Postmortems postmortems,
            Turns turns,
            Readership readership,
            PersonalHours hours,
            ReminderSettings settings) {
        this.deadlines = deadlines;
        this.postmortems = postmortems;
        this.turns = turns;
        this.readership = readership;
        this.hours = hours;
        this.settings = settings;
    }

    /** What is done, ended or excused is not among them, nor what a person may not read. */
    @Transactional(readOnly = true)
    public Map<PersonId, List<Reminder>> byPerson(Instant now) {
        Map<PersonId, List<Reminder>> found = new LinkedHashMap<>();
        Instant horizon = now.plus(settings.longestBefore()).plus(REST);
        for (StoredDeadline deadline : deadlines.open(horizon)) {
            if (deadline.excuse() == null) {
                Postmortem postmortem = postmortems.get(deadline.postmortem());
                for (Turn turn : turns.of(deadline)) {
                    add(found, postmortem, deadline, turn, now);
                }
            }
        }
        return found;
    }

    private void add(
            Map<PersonId, List<Reminder>> found,
            Postmortem postmortem,
            StoredDeadline deadline,
            Turn turn,
            Instant now) {
        boolean followUp = deadline.kind() == DeadlineKind.FOLLOW_UP_DONE;
        boolean urgent = postmortem.severity() == Severity.SEV_1 && !followUp;
        Moments moments = followUp ? settings.ofFollowUps() : settings.ofSteps();
        moments.newest(deadline.due(), turn.since(), now, urgent ? Hours.ALWAYS : hoursOf(turn.person()))
                .filter(moment -> readership.mayRead(postmortem.id(), turn.person()))
                .ifPresent(moment -> found.computeIfAbsent(turn.person(), person -> new ArrayList<>())
                        .add(new Reminder(postmortem, deadline, turn, moment)));
    }

    private Hours hoursOf(PersonId person) {
        return new Hours() {
            @Override
            public boolean isOpen(Instant instant) {
                return hours.isAtWork(person, instant);
            }

            @Override
            public Instant next(Instant instant) {
                return hours.nextAtWork(person, instant);
            }
        };
    }
}
