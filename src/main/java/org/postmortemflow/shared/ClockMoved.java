package org.postmortemflow.shared;

import java.time.Duration;

/**
 * Somebody moved the demo's clock forward; whoever waits for a time looks again.
 *
 * @param ahead how far the injected clock is before the machine's now
 */
public record ClockMoved(Duration ahead) {}
