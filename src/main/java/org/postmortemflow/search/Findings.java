package org.postmortemflow.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of what was found.
 *
 * @param total how many there are in all, for this reader
 * @param allWords false when nothing has all the words and these have some of them
 * @param ignored whether there were more words than are looked for
 * @param next leads to those after these; null when there are none
 */
public record Findings(
        List<Finding> findings,
        long total,
        boolean allWords,
        boolean ignored,
        @Nullable String next) {}
