package org.postmortemflow.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postmortemflow.digest.domain.Rhythm;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.ClockMoved;
import org.postmortemflow.sla.PersonalHours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the digests, one mail for each person and period, whichever node comes first. Where there is nothing to say, none is
 * sent: silence means that all is in order.
 */
@Component
public class SendDigests {

    private static final Logger LOG = LoggerFactory.getLogger(SendDigests.class);

    /** After a downtime of so long the weekly one still goes out. */
    private static final Duration WEEKLY_STILL = Duration.ofDays(2);

    private static final Duration DAILY_STILL = Duration.ofHours(8);

    private final ChooseDigests choices;
    private final Subscriptions subscriptions;
    private final Scope scope;
    private final DigestMail mail;
    private final Outbox outbox;
    private final Organisation organisation;
    private final PersonalHours hours;
    private final DigestSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendDigests(
            ChooseDigests choices,
            Subscriptions subscriptions,
            Scope scope,
            DigestMail mail,
            Outbox outbox,
            Organisation organisation,
            PersonalHours hours,
            DigestSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.choices = choices;
        this.subscriptions = subscriptions;
        this.scope = scope;
        this.mail = mail;
        this.outbox = outbox;
        this.organisation = organisation;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${postmortem.digests.poll:5m}")
    @EventListener(ClockMoved.class)
    void poll() {
        if (settings.enabled()) {
            run();
        }
    }

    /** Sends what is due now, and says how many mails that are. */
    public int run() {
        Instant now = clock.instant();
        int sent = 0;
        for (Person person : organisation.persons()) {
            for (Digest digest : Digest.values()) {
                sent += isDue(person, digest, now) ? 1 : 0;
            }
        }
        return sent;
    }

    private boolean isDue(Person person, Digest digest, Instant now) {
        boolean weekly = digest == Digest.WEEKLY;
        Rhythm rhythm = weekly
                ? new Rhythm(settings.weeklyDay(), settings.weeklyAt(), WEEKLY_STILL)
                : new Rhythm(null, settings.dailyAt(), DAILY_STILL);
        return rhythm.due(now, hours.zoneOf(person.id()))
                .filter(period -> weekly || hours.worksOn(person.id(), period))
                .filter(period -> choices.isWanted(person.id(), digest))
                .filter(period -> !subscriptions.served(person.id(), digest, period))
                .filter(period -> serve(person, digest, period, now))
                .isPresent();
    }

    private boolean serve(Person person, Digest digest, LocalDate period, Instant now) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                subscriptions.serve(person.id(), digest, period, now);
                List<Standing> standings = scope.of(person.id(), digest, now);
                if (!standings.isEmpty()) {
                    outbox.write(mail.to(person, digest, period, standings, now));
                }
                return !standings.isEmpty();
            }));
        } catch (DuplicateKeyException meanwhile) {
            LOG.debug("Another node writes to {} at this moment", person.id(), meanwhile);
        } catch (RuntimeException e) {
            LOG.error("The {} of {} could not be written", digest.label(), person.id(), e);
        }
        return false;
    }
}
