package org.postmortemflow.dashboard;

import java.time.Instant;
import java.util.Map;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.Step;

/** Reads what became of steps. Months of a filter are those of the postmortems. */
public interface StallRecords {

    /** Steps at which nothing is open are left out. */
    Map<Step, Stall.Waiting> waiting(FactFilter filter, Instant now);

    /** Steps that nothing came to are left out. */
    Map<Step, Stall.Passed> passed(FactFilter filter, Instant now);

    /** Open ones: what is due first, first. */
    StallVisits waiting(Step step, FactFilter filter, Readable readable, Instant now, int most);

    /** Those that were done: the longest first. */
    StallVisits passed(Step step, FactFilter filter, Readable readable, int most);
}
