package org.postmortemflow.timeline;

import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** The figures of a postmortem's impact, as its timeline tells them: the one source for whoever counts them. */
@Component
public class Figures {

    private final Timelines timelines;

    Figures(Timelines timelines) {
        this.timelines = timelines;
    }

    public ImpactFigures of(PostmortemId id) {
        return ImpactFigures.of(timelines.of(id));
    }
}
