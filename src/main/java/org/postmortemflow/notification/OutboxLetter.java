package org.postmortemflow.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * A mail with all that is known of it.
 *
 * @param text empty once the content is deleted
 * @param contentDeletedAt null while there is one
 * @param calendarMethod of an invite, for example REQUEST
 * @param notes what operators did with it, oldest first
 */
public record OutboxLetter(
        OutboxEntry entry,
        String messageId,
        String text,
        @Nullable Instant contentDeletedAt,
        @Nullable String calendarMethod,
        List<Note> notes) {

    /** @param what for example "Sent again" */
    public record Note(Instant at, PersonId by, String what, String reason) {}
}
