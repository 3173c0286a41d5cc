package org.postmortemflow.overview;

import java.util.UUID;
import org.postmortemflow.shared.PersonId;

/**
 * A list that somebody gave a name.
 *
 * @param query what follows the question mark in the list's address; may be empty
 */
public record SavedView(UUID id, String name, String query, PersonId madeBy) {}
