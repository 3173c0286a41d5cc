package org.postmortemflow.timeline.candidates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;

/**
 * One file that was brought, and what it offers.
 *
 * @param remarks what the reader of the file has to say
 * @param candidates how many it offers
 */
public record Gathering(
        UUID id, String source, String fileName, PersonId by, Instant at, List<String> remarks, int candidates) {}
