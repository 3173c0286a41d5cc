package org.postmortemflow.architecture.crooked.time;

import java.time.Instant;
import java.util.function.Supplier;

class PassesNowAsReference {
    Supplier<Instant> now = Instant::now;
}
