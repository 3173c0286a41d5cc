package org.postmortemflow.integration.pagerduty;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The sample messages. */
final class Samples {

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/pagerduty/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
