package org.postmortemflow.search;

import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has all postmortems read into words again, one after the other in the background, while people search and write. */
@Component
public class RebuildSearch {

    private final SearchIndex index;
    private final Organisation organisation;

    RebuildSearch(SearchIndex index, Organisation organisation) {
        this.index = index;
        this.organisation = organisation;
    }

    /** Marks all as outdated; the nodes do the work once that is committed. @throws Refused unless by an administrator */
    @Transactional
    public void markAll(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
        index.forgetVersions();
    }

    /** How many postmortems are still to be read. */
    public long waiting() {
        return index.countChanged();
    }
}
