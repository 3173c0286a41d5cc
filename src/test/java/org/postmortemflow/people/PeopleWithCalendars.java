package org.postmortemflow.people;

/** Ada, who has a calendar of her own, and Ben, who has none, for tests that start no application. */
public final class PeopleWithCalendars {

    private PeopleWithCalendars() {}

    /** @param calendar the address of Ada's */
    public static Organisation read(String calendar) {
        return SmallOrganisation.read("""
                name: Small
                zone: Europe/Berlin
                country: de
                administrators: [ada]
                persons:
                  - {id: ada, name: Ada, email: ada@small.example, calendar: "%s"}
                  - {id: ben, name: Ben, email: ben@small.example}
                """.formatted(calendar), "");
    }
}
