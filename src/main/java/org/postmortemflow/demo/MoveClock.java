package org.postmortemflow.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.ClockMoved;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves the demo's clock forward, so that a person who tries the product need not wait for days. */
@Component
public class MoveClock {

    private static final Logger LOG = LoggerFactory.getLogger(MoveClock.class);

    /** How far one looks for the next deadline. */
    private static final Duration FAR = Duration.ofDays(400);

    private final DemoClock clock;
    private final StoredDeadlines deadlines;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    MoveClock(DemoClock clock, StoredDeadlines deadlines, Organisation organisation, ApplicationEventPublisher events) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.organisation = organisation;
        this.events = events;
    }

    /** How far. */
    public enum By {
        HOUR("1h", "1 hour", Duration.ofHours(1)),
        FOUR_HOURS("4h", "4 hours", Duration.ofHours(4)),
        DAY("1d", "1 day", Duration.ofDays(1));

        private final String key;
        private final String label;
        private final Duration duration;

        By(String key, String label, Duration duration) {
            this.key = key;
            this.label = label;
            this.duration = duration;
        }

        /** What a form sends. */
        public String key() {
            return key;
        }

        /** Shown to people. */
        public String label() {
            return label;
        }
    }

    /** Administrators, in the demo only. */
    public boolean mayMove(PersonId person) {
        return clock.isDemo() && organisation.isAdministrator(person);
    }

    /** The earliest deadline that is still to come; empty when nothing is open. */
    public Optional<StoredDeadline> next() {
        return deadlines.open(clock.instant().plus(FAR)).stream()
                .filter(deadline -> deadline.due().isAfter(clock.instant()))
                .findFirst();
    }

    /**
     * @param by a key of {@link By}, or {@code next} for the next deadline
     * @throws Refused without permission, for another word, or when there is no next deadline
     */
    public void move(String by, PersonId person) {
        if (!mayMove(person)) {
            throw new Refused("Only an administrator moves the clock, and only in the demo.");
        }
        Duration ahead = clock.moveBy(by.equals("next") ? toNext() : fixed(by));
        LOG.info("{} moved the demo's clock: it is {} ahead", person, ahead);
        events.publishEvent(new ClockMoved(ahead));
    }

    private Duration toNext() {
        return next().map(deadline -> Duration.between(clock.instant(), deadline.due()))
                .map(way -> way.isNegative() ? Duration.ZERO : way)
                .orElseThrow(() -> new Refused("There is no deadline ahead: report an incident first."));
    }

    private static Duration fixed(String by) {
        return Arrays.stream(By.values())
                .filter(one -> one.key.equals(by))
                .map(one -> one.duration)
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose how far the clock moves."));
    }
}
