package org.postmortemflow.notification;

import org.jspecify.annotations.Nullable;

/**
 * Which mails to show.
 *
 * @param template the kind of mail, for example {@code owner-designated}
 * @param words part of a subject, name or address; case does not matter
 */
public record OutboxFilter(
        @Nullable OutboxState state,
        @Nullable String template,
        @Nullable String words) {}
