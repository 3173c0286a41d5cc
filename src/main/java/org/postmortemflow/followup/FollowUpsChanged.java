package org.postmortemflow.followup;

import org.postmortemflow.shared.PostmortemId;

/** Follow-ups were opened, done, declined or taken back; published in the transaction that does it. */
public record FollowUpsChanged(PostmortemId postmortem) {}
