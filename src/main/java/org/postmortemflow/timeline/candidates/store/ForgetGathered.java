package org.postmortemflow.timeline.candidates.store;

import java.util.List;
import org.postmortemflow.people.KeptForATime;
import org.springframework.stereotype.Component;

/** With a gathering go its candidates, writers and to-dos; which of them were used stays known. */
@Component
class ForgetGathered implements KeptForATime {

    @Override
    public Kind kind() {
        return Kind.GATHERED;
    }

    @Override
    public List<String> deletes() {
        return List.of("""
                        delete from timeline_gathering where postmortem_id in
                          (select id from postmortem where closed_at < ?)""");
    }
}
