package org.postmortemflow.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.people.Names;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When each step was opened for whom, and when it was done by whom. */
@Component
@Order(3)
class StepEntries implements LedgerSource {

    private final Steps steps;
    private final Names names;

    StepEntries(Steps steps, Names names) {
        this.steps = steps;
        this.names = names;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (StepState step : steps.of(postmortem.id())) {
            String label = step.step().label();
            String opened = "Step opened: %s, for %s.".formatted(label, names.of(step.assignee(), step.pool()));
            entries.add(LedgerEntry.of(step.openedAt(), LedgerKind.STEP, opened, "", null));
            Instant ended = step.doneAt();
            if (ended != null) {
                String how = step.state() == StepState.State.DONE ? "Step done: " : "Step no longer needed: ";
                entries.add(LedgerEntry.of(ended, LedgerKind.STEP, how + label + ".", "", step.doneBy()));
            }
        }
        return entries;
    }
}
