package org.postmortemflow.people;

import java.util.Map;
import java.util.Set;
import org.postmortemflow.shared.PersonId;

/** Where {@link RoleGrants} are kept. Every call belongs to the caller's transaction. */
public interface RoleGrantRecords {

    Map<PersonId, Set<String>> all();

    void replace(PersonId person, Set<String> roles);

    void clear();
}
