package org.postmortemflow.wording;

import java.util.List;
import org.postmortemflow.wording.domain.Finding;
import org.postmortemflow.wording.domain.Passage;

/** Spelling and grammar. Answers at once with what is known; what is not is found out in the background. */
public interface Spelling {

    /** What is known of a passage so far. */
    Result of(Passage passage);

    /** @param ready false while it is being checked: ask again a little later */
    record Result(List<Finding> findings, boolean ready) {

        /** Of a checker that is switched off. */
        public static final Result NOTHING = new Result(List.of(), true);
    }
}
