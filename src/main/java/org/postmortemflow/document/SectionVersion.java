package org.postmortemflow.document;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;

/**
 * A section as it was saved once. Versions are never changed.
 *
 * @param number counted from 1, without gaps
 * @param at UTC
 * @param correction whether the postmortem was Closed already
 */
public record SectionVersion(
        SectionName section, int number, String text, PersonId author, Instant at, boolean correction) {}
