package org.postmortemflow.people;

import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Knows in which zone a person reads: the person's own when the organisation file names one, else the organisation's. */
@Component
public class ReaderTimes {

    private final Organisation organisation;

    ReaderTimes(Organisation organisation) {
        this.organisation = organisation;
    }

    public ReaderTime of(PersonId person) {
        return new ReaderTime(organisation.zoneOf(person));
    }
}
