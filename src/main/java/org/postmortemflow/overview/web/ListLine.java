package org.postmortemflow.overview.web;

import java.util.List;
import org.postmortemflow.overview.ListedPostmortem;

/**
 * A postmortem as a list shows it.
 *
 * @param owner the owner's name; empty while there is none
 * @param turns whom it waits for, each once
 * @param explain whether to say how the due time came about; it is said once on a page
 * @param mayNudge whether somebody else has a step to do
 */
record ListLine(
        ListedPostmortem one,
        String owner,
        List<Waiting> turns,
        boolean explain,
        boolean mayNudge,
        boolean mayEscalate) {

    /** @param who a person's name or a pool's. @param steps their labels */
    record Waiting(String who, String steps) {}
}
