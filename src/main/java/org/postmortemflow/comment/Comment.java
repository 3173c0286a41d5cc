package org.postmortemflow.comment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * What one person wrote. All instants are UTC.
 *
 * @param section null for a comment on the document as a whole
 * @param answers the comment that began the thread; null for one that begins it itself
 * @param text Markdown, at most {@link Comments#MAX_TEXT} characters; empty once it is deleted
 * @param editedAt null while it is as it was first written
 * @param resolved null while the thread is open; always null for an answer
 * @param deleted null while the comment stands
 */
public record Comment(
        UUID id,
        PostmortemId postmortem,
        @Nullable SectionName section,
        @Nullable UUID answers,
        PersonId author,
        Instant writtenAt,
        String text,
        @Nullable Instant editedAt,
        @Nullable Done resolved,
        @Nullable Done deleted) {

    /** Who did it, and when. */
    public record Done(PersonId by, Instant at) {}

    /** The comment that begins the thread that this one belongs to. */
    public UUID thread() {
        return answers == null ? id : answers;
    }
}
