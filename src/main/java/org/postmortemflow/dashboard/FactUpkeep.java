package org.postmortemflow.dashboard;

import java.util.List;
import org.postmortemflow.followup.FollowUpsChanged;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.lifecycle.StatusChanged;
import org.postmortemflow.shared.BeforeCommit;
import org.postmortemflow.shared.BeforeCommit.Turn;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps facts in step with the record, once for each transaction and within it, after its deadlines were looked at. */
@Component
class FactUpkeep {

    private final BeforeCommit<Boolean> touched;

    FactUpkeep(FactWriter writer, PlatformTransactionManager transactions) {
        this.touched = new BeforeCommit<>(
                "facts",
                Turn.DERIVED,
                (earlier, later) -> later,
                (id, told) -> writer.write(List.of(id)),
                transactions);
    }

    @EventListener
    void whenRecorded(Recorded event) {
        touch(event.postmortem());
    }

    @EventListener
    void whenStatusChanged(StatusChanged event) {
        touch(event.postmortem());
    }

    @EventListener
    void whenFollowUpsChanged(FollowUpsChanged event) {
        touch(event.postmortem());
    }

    @EventListener
    void whenChanged(Changed event) {
        touch(event.postmortem());
    }

    private void touch(PostmortemId id) {
        touched.touch(id, true);
    }
}
