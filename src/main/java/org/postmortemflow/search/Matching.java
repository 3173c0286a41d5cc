package org.postmortemflow.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.Severity;

/**
 * What the index is asked. Null means: any.
 *
 * @param terms different words, the rarest first; none means that facts alone decide
 * @param all whether all words must stand there, or at least one
 * @param service id or name, case does not matter
 * @param from of the incident's resolution, inclusive, UTC
 * @param until of the incident's resolution, exclusive, UTC
 */
public record Matching(
        List<Term> terms,
        boolean all,
        @Nullable String service,
        @Nullable Severity severity,
        @Nullable Status status,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Words alone. */
    static Matching of(List<Term> terms, boolean all) {
        return new Matching(terms, all, null, null, null, null, null);
    }

    /** Whether words alone decide. */
    public boolean isWordsAlone() {
        return service == null && severity == null && status == null && from == null && until == null;
    }
}
