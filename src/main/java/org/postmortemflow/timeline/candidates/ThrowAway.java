package org.postmortemflow.timeline.candidates;

import java.util.UUID;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws a gathering away; what was put into the timeline stays there. */
@Component
public class ThrowAway {

    private final Candidates candidates;
    private final OpenForWriting open;
    private final History history;

    ThrowAway(Candidates candidates, OpenForWriting open, History history) {
        this.candidates = candidates;
        this.open = open;
        this.history = history;
    }

    /** Nothing happens when it is gone already. */
    @Transactional
    public void gathering(PostmortemId id, UUID gathering, PersonId by) {
        open.require(id);
        candidates.gatherings(id).stream()
                .filter(one -> one.id().equals(gathering))
                .findFirst()
                .ifPresent(one -> {
                    candidates.delete(id, gathering);
                    history.note(id, "The timeline candidates of %s were thrown away.".formatted(one.fileName()), by);
                });
    }
}
