package org.postmortemflow.overview;

import java.time.Instant;
import org.postmortemflow.shared.PostmortemId;

/**
 * Where a postmortem stands in a list; the next ones come after it.
 *
 * @param at what the list is sorted by
 */
public record Place(Instant at, PostmortemId id) {}
