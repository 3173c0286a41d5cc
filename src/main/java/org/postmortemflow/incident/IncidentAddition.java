package org.postmortemflow.incident;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something more about an incident, without a picture of the whole: a responder who joined, a note.
 *
 * @param deliveryId identifies this message, so that it counts once however often it is sent
 * @param at when it was said, UTC
 * @param title used when the incident was not known yet
 * @param author who said the note; empty when unknown
 * @param note empty when there is none
 */
public record IncidentAddition(
        String source,
        String externalKey,
        @Nullable String deliveryId,
        Instant at,
        String title,
        @Nullable String url,
        List<ReportedResponder> responders,
        String author,
        String note) {}
