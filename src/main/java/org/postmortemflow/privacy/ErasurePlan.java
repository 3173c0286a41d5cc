package org.postmortemflow.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.shared.PersonId;

/**
 * What making a person nameless would change.
 *
 * @param names under which they are looked for in texts
 * @param addresses likewise
 * @param holds what somebody else must take over first, as sentences; nothing is changed while there is any
 * @param counts the values that speak of them, by what keeps them
 */
public record ErasurePlan(
        PersonId person, Set<String> names, Set<String> addresses, List<String> holds, Map<String, Long> counts) {

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
