package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;

/**
 * Something was written down of a postmortem that lists and figures show but that is no text of it: its severity, owner, steps,
 * meeting, deadlines, reviews, or who may or must read it. Whoever writes such a thing publishes this, in the same transaction.
 */
public record Recorded(PostmortemId postmortem) {}
