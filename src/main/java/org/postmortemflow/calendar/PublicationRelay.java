package org.postmortemflow.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.postmortemflow.calendar.CalendarPublisher.Entry;
import org.postmortemflow.calendar.CalendarPublisher.Outcome;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps a calendar server as our meetings are. Without one there is nothing to do. */
@Component
public class PublicationRelay {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationRelay.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final PublicationQueue queue;
    private final ObjectProvider<CalendarPublisher> publisher;
    private final CalendarWriter writer;
    private final CalendarSettings settings;
    private final Organisation organisation;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    PublicationRelay(
            PublicationQueue queue,
            ObjectProvider<CalendarPublisher> publisher,
            CalendarWriter writer,
            CalendarSettings settings,
            Organisation organisation,
            Clock clock) {
        this.queue = queue;
        this.publisher = publisher;
        this.writer = writer;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${postmortem.calendar.poll:5s}")
    void poll() {
        if (settings.relayEnabled()) {
            relay();
        }
    }

    /** Whether there is a server to publish to. */
    public boolean publishes() {
        return publisher.getIfAvailable() != null;
    }

    /** What an operator has to look at. */
    public List<Publication.Failure> failures(int most) {
        return queue.failures(most);
    }

    /**
     * Tells the server everything once more, from now on: the operator mended what was wrong, there or here.
     *
     * @throws Refused unless the person is an administrator
     */
    public void everythingAgain(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("Publishing everything again is for administrators.");
        }
        pausedUntil = Instant.EPOCH;
        queue.everythingAgain(clock.instant());
    }

    /** Tells the server all that is due now, and says how much it took. */
    public int relay() {
        CalendarPublisher server = publisher.getIfAvailable();
        if (server == null || isPaused()) {
            return 0;
        }
        Instant now = clock.instant();
        queue.note(now.minus(settings.past()), now);
        int done = 0;
        for (Optional<Publication> next = take(); next.isPresent(); next = take()) {
            done += publish(server, next.get()) ? 1 : 0;
        }
        return done;
    }

    private Optional<Publication> take() {
        Instant now = clock.instant();
        return isPaused() ? Optional.empty() : queue.take(now, now.plus(LEASE));
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private boolean publish(CalendarPublisher server, Publication publication) {
        CalendarMeeting meeting = publication.meeting();
        Outcome outcome = outcome(server, publication);
        Instant next = clock.instant().plus(wait(publication.attempts()));
        switch (outcome.kind()) {
            case DONE -> queue.done(publication, outcome.stored());
            case RETRY -> queue.again(meeting.postmortem(), next, outcome.detail());
            case REFUSED -> {
                LOG.error("The calendar server refuses the meeting of {}: {}", meeting.postmortem(), outcome.detail());
                queue.refused(publication, outcome.detail());
            }
            case UNREACHABLE -> {
                LOG.warn("Publishing to the calendar server pauses for a minute: {}", outcome.detail());
                pausedUntil = clock.instant().plus(SHORTEST_WAIT);
                queue.again(meeting.postmortem(), pausedUntil, outcome.detail());
            }
        }
        return outcome.kind() == Outcome.Kind.DONE;
    }

    private Outcome outcome(CalendarPublisher server, Publication publication) {
        CalendarMeeting meeting = publication.meeting();
        try {
            Entry entry =
                    new Entry(meeting.postmortem() + ".ics", meeting.uid(), meeting.sequence(), writer.entry(meeting));
            return publication.hidden()
                    ? server.remove(entry, publication.stored())
                    : server.put(entry, publication.stored());
        } catch (RuntimeException unexpected) {
            LOG.error("The meeting of {} could not be published", meeting.postmortem(), unexpected);
            return Outcome.not(Outcome.Kind.RETRY, unexpected.getClass().getName());
        }
    }

    /** Doubles from one minute to one hour, with jitter so that nodes and entries spread. */
    private static Duration wait(int attempts) {
        Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        Duration capped = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return capped.plusMillis(ThreadLocalRandom.current().nextLong(capped.toMillis() / 5));
    }
}
