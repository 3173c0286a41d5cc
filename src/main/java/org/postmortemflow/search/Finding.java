package org.postmortemflow.search;

import java.util.List;

/**
 * A postmortem that was found.
 *
 * @param services ids of the organisation's services, or names of others
 * @param title with the words that were looked for
 * @param excerpts a few places where they stand; the first words of the overview when there is no such place
 */
public record Finding(Match match, List<Piece> title, List<String> services, List<Excerpt> excerpts) {}
