package org.postmortemflow.wording.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All rules of wording, tried on a passage. Kept as long as the organisation and the settings stay the same. */
public final class Checks {

    private final List<Check> checks = new ArrayList<>();

    /** @param fullOutage whether everything was down for everybody, so that "outage" is the right word */
    public Checks(Vocabulary vocabulary, boolean fullOutage) {
        checks.addAll(BlameChecks.with(vocabulary));
        checks.addAll(HindsightChecks.with(vocabulary));
        checks.add(new OutageCheck(fullOutage));
        checks.add(new InternalCheck(vocabulary));
        checks.addAll(MessageChecks.ALL);
        checks.addAll(FollowUpChecks.ALL);
    }

    /** In the order of their places. */
    public List<Finding> of(Passage passage) {
        return checks.stream()
                .flatMap(check -> check.of(passage))
                .sorted(Comparator.comparingInt(
                                (Finding finding) -> finding.place().from())
                        .thenComparing(Finding::rule))
                .toList();
    }
}
