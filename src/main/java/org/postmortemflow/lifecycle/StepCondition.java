package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** What a room still asks for when a step's answers were taken, before the step counts as done. Several rooms may have one. */
public interface StepCondition {

    /** @throws org.postmortemflow.shared.Refused when the step stays open; nothing of the answers is kept then */
    void check(PostmortemId id, Step step);
}
