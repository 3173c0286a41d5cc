package org.postmortemflow.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The clock that everything of ours reads. It is the machine's, except in the demo, where it can be ahead of it: from the start
 * by the setting {@code postmortem.clock.offset}, and later by hand. It never goes back.
 */
public final class DemoClock extends Clock {

    private static final String OFFSET = "postmortem.clock.offset";
    private static final String DEMO_FILE = "classpath:organisation/demo.yaml";

    private final Clock real;
    private final boolean demo;
    private final AtomicReference<Duration> ahead;

    /**
     * @param organisation where the organisation file is
     * @throws InvalidConfigurationPropertyValueException when the offset is negative, or set for an organisation that is not the
     *     demo: the start fails with it
     */
    public DemoClock(Clock real, Duration offset, String organisation) {
        this.real = real;
        this.demo = organisation.equals(DEMO_FILE);
        this.ahead = new AtomicReference<>(offset);
        if (offset.isNegative()) {
            throw new InvalidConfigurationPropertyValueException(OFFSET, offset, "The clock only goes forward.");
        }
        if (!offset.isZero() && !demo) {
            throw new InvalidConfigurationPropertyValueException(
                    OFFSET,
                    offset,
                    "Only the demo organisation can live in another time. With the organisation file " + organisation
                            + " deadlines, mails and invites are real: leave this setting out.");
        }
    }

    /** Whether it may be moved at all. */
    public boolean isDemo() {
        return demo;
    }

    /** How far it is before the machine's; zero outside of the demo. */
    public Duration ahead() {
        return ahead.get();
    }

    public boolean isAhead() {
        return !ahead().isZero();
    }

    /** For people: {@code 1 day 4 hours}. */
    public String aheadInWords() {
        Duration far = ahead();
        String words = "%s %s %s"
                .formatted(
                        amount(far.toDays(), "day"),
                        amount(far.toHoursPart(), "hour"),
                        amount(far.toMinutesPart(), "minute"))
                .strip()
                .replaceAll(" +", " ");
        return words.isEmpty() ? "less than a minute" : words;
    }

    private static String amount(long number, String unit) {
        return number == 0 ? "" : number + " " + unit + (number == 1 ? "" : "s");
    }

    /** @return how far it is ahead then */
    Duration moveBy(Duration further) {
        if (!demo || further.isNegative()) {
            throw new IllegalStateException("This clock does not move by " + further);
        }
        return ahead.updateAndGet(before -> before.plus(further));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real.withZone(zone), ahead());
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead());
    }
}
