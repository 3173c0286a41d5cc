package org.postmortemflow.followup;

import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read which follow-ups: those who may read their postmortem. */
@Component
public class FollowUpReading {

    private final ObjectProvider<HiddenPostmortems> hidden;

    FollowUpReading(ObjectProvider<HiddenPostmortems> hidden) {
        this.hidden = hidden;
    }

    public Set<PostmortemId> hiddenFrom(PersonId viewer) {
        return hidden.stream().flatMap(some -> some.from(viewer).stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean mayRead(PostmortemId id, PersonId viewer) {
        return !hiddenFrom(viewer).contains(id);
    }
}
