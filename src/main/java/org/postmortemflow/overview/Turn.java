package org.postmortemflow.overview;

import org.postmortemflow.lifecycle.StepState;

/**
 * A step that waits for somebody.
 *
 * @param who the name of the person, or of the pool when nobody has taken it yet; for people
 * @param late whether its time is over
 */
public record Turn(StepState step, String who, boolean late) {}
