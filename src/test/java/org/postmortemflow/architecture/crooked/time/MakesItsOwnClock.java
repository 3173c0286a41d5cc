package org.postmortemflow.architecture.crooked.time;

import java.time.Clock;

class MakesItsOwnClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
