package org.postmortemflow.reminder.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.reminder.Reminder;
import org.postmortemflow.reminder.ReminderRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcReminders implements ReminderRecords {

    private final JdbcClient jdbc;

    JdbcReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The columns that make a reminder one of its own. */
    private record Key(UUID postmortem, String kind, String what, Instant due, String moment) {

        static Key of(Reminder reminder) {
            return new Key(
                    reminder.postmortem().id().value(),
                    reminder.deadline().kind().key(),
                    reminder.turn().key(),
                    reminder.deadline().due(),
                    reminder.moment().key());
        }
    }

    @Override
    public List<Reminder> fresh(PersonId person, Collection<Reminder> reminders) {
        Instant earliest = reminders.stream()
                .map(one -> one.deadline().due())
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Set<Key> known = new HashSet<>(jdbc.sql(
                        "select postmortem_id, kind, what, due, moment from reminder where person_id = ? and due >= ?")
                .params(person.value(), earliest.atOffset(UTC))
                .query((row, number) -> new Key(
                        row.getObject("postmortem_id", UUID.class),
                        row.getString("kind"),
                        row.getString("what"),
                        row.getObject("due", OffsetDateTime.class).toInstant(),
                        row.getString("moment")))
                .list());
        return reminders.stream().filter(one -> known.add(Key.of(one))).toList();
    }

    @Override
    public void note(PersonId person, Collection<Reminder> reminders, boolean mailed, Instant at) {
        for (Reminder reminder : reminders) {
            Key key = Key.of(reminder);
            jdbc.sql("""
                    insert into reminder (postmortem_id, kind, what, due, moment, person_id, at, mailed)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            key.postmortem(),
                            key.kind(),
                            key.what(),
                            key.due().atOffset(UTC),
                            key.moment(),
                            person.value(),
                            at.atOffset(UTC),
                            mailed)
                    .update();
        }
    }

    @Override
    public boolean wasToldLate(PersonId person, Reminder reminder, Instant since) {
        Key key = Key.of(reminder);
        return jdbc.sql("""
                        select count(*) from reminder
                        where person_id = ? and postmortem_id = ? and kind = ? and what = ? and due = ?
                          and mailed and at >= ? and moment not like 'before-%'
                        """)
                        .params(
                                person.value(),
                                key.postmortem(),
                                key.kind(),
                                key.what(),
                                key.due().atOffset(UTC),
                                since.atOffset(UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void escalated(PostmortemId id, Step step, PersonId person, Instant at) {
        jdbc.sql("insert into reminder_escalation (id, postmortem_id, step, person_id, at) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), id.value(), step.key(), person.value(), at.atOffset(UTC))
                .update();
    }

    @Override
    public boolean wasEscalated(PostmortemId id, Step step, PersonId person, Instant since) {
        return jdbc.sql("""
                        select count(*) from reminder_escalation
                        where person_id = ? and postmortem_id = ? and step = ? and at >= ?
                        """)
                        .params(person.value(), id.value(), step.key(), since.atOffset(UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
