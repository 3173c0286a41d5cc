package org.postmortemflow.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where postmortems stall: the figures on the picture of the process. They count private postmortems, so that everybody sees the
 * same; lists behind them show what the reader may read.
 */
@Component
@Transactional(readOnly = true)
public class Stalls {

    private static final int MOST_SHOWN = 50;

    private final Facts facts;
    private final StallRecords records;
    private final Readership readership;
    private final Clock clock;

    Stalls(Facts facts, StallRecords records, Readership readership, Clock clock) {
        this.facts = facts;
        this.records = records;
        this.readership = readership;
        this.clock = clock;
    }

    /** Every step, in the order of the process. What is open now is open whatever the months of the filter are. */
    public List<Stall> figures(FactFilter filter) {
        Instant now = clock.instant();
        Map<Step, Stall.Waiting> waiting = Passage.waiting(visits(facts.open(filter)), now);
        Map<Step, Stall.Passed> passed = Passage.passed(visits(facts.all(filter)), now);
        return Arrays.stream(Step.values())
                .map(step -> new Stall(
                        step,
                        waiting.getOrDefault(step, Stall.Waiting.NONE),
                        passed.getOrDefault(step, Stall.Passed.NONE)))
                .toList();
    }

    private static List<List<Visit>> visits(List<PostmortemFact> facts) {
        return facts.stream().map(fact -> fact.tallies().visits()).toList();
    }

    /** What is open at a step now, whatever the months of the filter are; what is due first, first. */
    public StallVisits waiting(Step step, FactFilter filter, PersonId reader) {
        return records.waiting(
                step, filter.within(null, null), readership.readable(reader), clock.instant(), MOST_SHOWN);
    }

    /** When a step was done, in the months of the filter: the longest first. */
    public StallVisits passed(Step step, FactFilter filter, PersonId reader) {
        return records.passed(step, filter, readership.readable(reader), MOST_SHOWN);
    }
}
