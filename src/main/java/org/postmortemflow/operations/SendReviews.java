package org.postmortemflow.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.operations.ReviewSettings.Mailing;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.ClockMoved;
import org.postmortemflow.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails managers the review of their teams' last month or quarter: one mail for each person and period, whichever node comes
 * first. Where they may read nothing, none is sent.
 */
@Component
public class SendReviews {

    private static final Logger LOG = LoggerFactory.getLogger(SendReviews.class);

    /** After a downtime of so long it still goes out. */
    private static final Duration STILL = Duration.ofDays(7);

    private final OperationalReviews reviews;
    private final ReviewRecords records;
    private final ReviewMail mail;
    private final Outbox outbox;
    private final Organisation organisation;
    private final ReviewSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendReviews(
            OperationalReviews reviews,
            ReviewRecords records,
            ReviewMail mail,
            Outbox outbox,
            Organisation organisation,
            ReviewSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.reviews = reviews;
        this.records = records;
        this.mail = mail;
        this.outbox = outbox;
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${postmortem.operational-review.poll:15m}")
    @EventListener(ClockMoved.class)
    void poll() {
        run(settings.mail());
    }

    /** Sends what is due now, and says how many mails that are. */
    public int run(Mailing mailing) {
        if (mailing == Mailing.NONE) {
            return 0;
        }
        Period period = mailing == Mailing.MONTHLY ? Period.MONTH : Period.QUARTER;
        ZonedDateTime now = clock.instant().atZone(organisation.zone());
        YearMonth current = period.start(YearMonth.from(now));
        Instant due = current.atDay(1)
                .atTime(settings.at())
                .atZone(organisation.zone())
                .toInstant();
        if (now.toInstant().isBefore(due) || !now.toInstant().isBefore(due.plus(STILL))) {
            return 0;
        }
        YearMonth last = current.minusMonths(1);
        YearMonth first = period.start(last);
        return organisation.persons().stream()
                .mapToInt(person -> serve(person, period, first, last) ? 1 : 0)
                .sum();
    }

    private boolean serve(Person person, Period period, YearMonth first, YearMonth last) {
        Set<String> teams = managedBy(person.id());
        String name = period == Period.MONTH ? first.toString() : period.name(first);
        if (teams.isEmpty() || records.served(person.id(), name)) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                records.serve(person.id(), name, clock.instant());
                FactFilter filter = FactFilter.ALL.within(first, last).of(teams);
                return mail.to(person, name, filter, reviews.of(filter, Period.MONTH, person.id()))
                        .map(letter -> {
                            outbox.write(letter);
                            return true;
                        })
                        .orElse(false);
            }));
        } catch (DuplicateKeyException meanwhile) {
            LOG.debug("Another node writes to {} at this moment", person.id(), meanwhile);
        } catch (RuntimeException e) {
            LOG.error("The operational review for {} could not be written", person.id(), e);
        }
        return false;
    }

    /** The teams that the person answers for as engineering manager or director, by id. */
    private Set<String> managedBy(PersonId person) {
        return organisation.teams().stream()
                .filter(team -> managers(team).contains(person))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    private static List<PersonId> managers(Team team) {
        return Stream.of(team.engineeringManager(), team.director())
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
