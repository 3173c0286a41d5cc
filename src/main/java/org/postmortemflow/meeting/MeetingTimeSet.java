package org.postmortemflow.meeting;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * The meeting has a time, the first or another one; published in the transaction that sets it.
 *
 * @param lateReason why it starts after its deadline (R9); null when it is in time
 */
public record MeetingTimeSet(
        PostmortemId postmortem, @Nullable String lateReason, PersonId by) {}
