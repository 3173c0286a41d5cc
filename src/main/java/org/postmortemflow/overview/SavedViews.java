package org.postmortemflow.overview;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;

/** Where saved views are written down. */
public interface SavedViews {

    /** By name. */
    List<SavedView> of(PersonId person);

    Optional<SavedView> find(UUID id);

    void add(SavedView view);

    void rename(UUID id, String name);

    void delete(UUID id);
}
