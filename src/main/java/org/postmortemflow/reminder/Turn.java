package org.postmortemflow.reminder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/**
 * What somebody has to do for a deadline to be met.
 *
 * @param key tells it from what others do for the same deadline: the step's key or the follow-up's id
 * @param label what is to be done, for people
 * @param step null for a follow-up
 * @param since when it became their turn, UTC
 * @param reason why it is their turn, where that is not plain: a sentence for people, may be empty
 * @param link where to do it
 */
public record Turn(
        PersonId person, String key, String label, @Nullable Step step, Instant since, String reason, String link) {}
