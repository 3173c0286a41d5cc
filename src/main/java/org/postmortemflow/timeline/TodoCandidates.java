package org.postmortemflow.timeline;

import java.util.List;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** To-dos that were found in the sources of timelines, offered to whoever writes the follow-ups (R4). */
public interface TodoCandidates {

    /** In the order of time, without those that were put aside. */
    List<TodoCandidate> of(PostmortemId id);

    /** It became a follow-up or is none: it is offered no more, also when the same source is read again. */
    void putAside(PostmortemId id, UUID todo, PersonId by);
}
