package org.postmortemflow.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.postmortemflow.TestClock;

/** Each thread's own time, so that a lifecycle which waits for its meeting does not move that of another; new threads begin at the latest. */
final class ThreadClock extends Clock {

    private final AtomicReference<Instant> latest = new AtomicReference<>(TestClock.START);
    private final ThreadLocal<Instant> own = ThreadLocal.withInitial(latest::get);

    /** Not back. */
    void goOnTo(Instant time) {
        if (time.isAfter(instant())) {
            own.set(time);
            latest.accumulateAndGet(time, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return own.get();
    }
}
