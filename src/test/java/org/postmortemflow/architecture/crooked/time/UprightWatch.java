package org.postmortemflow.architecture.crooked.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;

record UprightWatch(Clock clock) {
    Date now() {
        return Date.from(Instant.now(clock));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
