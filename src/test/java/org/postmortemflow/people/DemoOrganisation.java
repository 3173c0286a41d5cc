package org.postmortemflow.people;

import org.springframework.core.io.ClassPathResource;

/** The demo organisation, for tests that start no application. */
public final class DemoOrganisation {

    private DemoOrganisation() {}

    public static Organisation read() {
        return OrganisationSetup.read(new ClassPathResource("organisation/demo.yaml"), "");
    }
}
