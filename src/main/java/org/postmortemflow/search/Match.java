package org.postmortemflow.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * A postmortem that matches.
 *
 * @param resolvedAt the resolution that its deadlines count from, UTC
 * @param number tells those with the same score apart: the higher, the newer
 * @param total how many match in all, those on other pages included
 */
public record Match(
        PostmortemId id,
        String title,
        @Nullable Severity severity,
        Status status,
        Instant resolvedAt,
        long score,
        long number,
        long total) {}
