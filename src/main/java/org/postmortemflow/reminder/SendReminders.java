package org.postmortemflow.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds people of what they have to do. Every node does it: what one has said is written down with its mail, in one
 * transaction for each person, so that no other says it again.
 */
@Component
public class SendReminders {

    private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);

    private final DueReminders dueReminders;
    private final ReminderRecords records;
    private final StoredDeadlines deadlines;
    private final ReminderMail mail;
    private final Outbox outbox;
    private final Organisation organisation;
    private final ReminderSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendReminders(
            DueReminders dueReminders,
            ReminderRecords records,
            StoredDeadlines deadlines,
            ReminderMail mail,
            Outbox outbox,
            Organisation organisation,
            ReminderSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.dueReminders = dueReminders;
        this.records = records;
        this.deadlines = deadlines;
        this.mail = mail;
        this.outbox = outbox;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By the minute only, also when the demo's clock jumps: escalations of the same moment come first, and are heard. */
    @Scheduled(fixedDelayString = "${postmortem.reminders.poll:1m}")
    void poll() {
        if (settings.enabled()) {
            run();
        }
    }

    /** Sends all that is due now, and says how many people get a mail. */
    public int run() {
        Instant now = clock.instant();
        int told = 0;
        Map<PersonId, List<Reminder>> due = dueReminders.byPerson(now);
        for (Map.Entry<PersonId, List<Reminder>> one : due.entrySet()) {
            Optional<Person> person = organisation.person(one.getKey());
            try {
                boolean mailed = person.isPresent()
                        && Boolean.TRUE.equals(
                                transaction.execute(status -> remind(person.get(), one.getValue(), now)));
                told += mailed ? 1 : 0;
            } catch (DuplicateKeyException meanwhile) {
                LOG.debug("Another node reminds {} at this moment", one.getKey(), meanwhile);
            } catch (RuntimeException e) {
                LOG.error("{} could not be reminded", one.getKey(), e);
            }
        }
        return told;
    }

    private boolean remind(Person person, List<Reminder> reminders, Instant now) {
        List<Reminder> fresh = records.fresh(person.id(), reminders);
        List<Reminder> heard =
                fresh.stream().filter(one -> heard(person.id(), one, now)).toList();
        List<Reminder> said = fresh.stream().filter(one -> !heard.contains(one)).toList();
        records.note(person.id(), heard, false, now);
        records.note(person.id(), said, true, now);
        if (said.isEmpty()) {
            return false;
        }
        outbox.write(mail.to(person, said));
        for (Reminder one : said) {
            StoredDeadline deadline = one.deadline();
            deadlines.warned(deadline.postmortem(), deadline.kind(), deadline.subject(), now);
        }
        return true;
    }

    /**
     * Whoever heard that it is late a short while ago, from an escalation or, after a weekend, from the reminder that had waited
     * for working hours, is left in peace: one voice is enough.
     */
    private boolean heard(PersonId person, Reminder reminder, Instant now) {
        Instant lately = now.minus(settings.afterEvery().multipliedBy(3).dividedBy(4));
        Step step = reminder.turn().step();
        return reminder.moment().late()
                && (records.wasToldLate(person, reminder, lately)
                        || step != null
                                && records.wasEscalated(reminder.postmortem().id(), step, person, lately));
    }
}
