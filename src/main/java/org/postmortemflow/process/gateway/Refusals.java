package org.postmortemflow.process.gateway;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Refused;

/** Finds a refusal that the engine wrapped on its way out of a listener. */
final class Refusals {

    private Refusals() {}

    static Optional<Refused> in(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, cause -> cause != null, cause -> cause.getCause())
                .limit(20)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst();
    }
}
