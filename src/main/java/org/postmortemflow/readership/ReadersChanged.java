package org.postmortemflow.readership;

import org.postmortemflow.shared.PostmortemId;

/** Who may read this postmortem is, or may be, another matter now; published in the transaction that makes it so. */
public record ReadersChanged(PostmortemId postmortem) {}
