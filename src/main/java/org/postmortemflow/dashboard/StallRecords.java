package org.postmortemflow.dashboard;

import java.time.Instant;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.Step;

/** Lists what is behind the figures of steps. Months of a filter are those of the postmortems. */
public interface StallRecords {

    /** Open ones: what is due first, first. */
    StallVisits waiting(Step step, FactFilter filter, Readable readable, Instant now, int most);

    /** Those that were done: the longest first. */
    StallVisits passed(Step step, FactFilter filter, Readable readable, int most);
}
