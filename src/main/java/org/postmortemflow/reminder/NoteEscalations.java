package org.postmortemflow.reminder;

import java.time.Clock;
import org.postmortemflow.escalation.StepEscalated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers whom an escalation told, in its transaction. */
@Component
class NoteEscalations {

    private final ReminderRecords records;
    private final Clock clock;

    NoteEscalations(ReminderRecords records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void whenEscalated(StepEscalated event) {
        event.told().forEach(person -> records.escalated(event.postmortem(), event.step(), person, clock.instant()));
    }
}
