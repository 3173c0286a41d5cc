package org.postmortemflow.lifecycle;

import java.time.Duration;

/**
 * How far the engine is behind.
 *
 * @param jobsDue what it could do now, timers included
 * @param oldestDue for how long the oldest of them has been due; zero when there is none
 * @param timersLate timers that were due more than a minute ago
 * @param jobsFailed what is not tried again until an operator says so, in Cockpit
 */
public record EngineFigures(long jobsDue, Duration oldestDue, long timersLate, long jobsFailed) {}
