package org.postmortemflow.people;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;

/** A small organisation besides the demo, for tests that start no application. */
public final class SmallOrganisation {

    static final String YAML = """
            name: Small
            zone: Europe/Lisbon
            country: pt
            administrators: [admin]
            persons:
              - {id: admin, name: Administrator, email: admin@small.example}
              - {id: jo.o_sousa@small, name: João Sousa, email: Joao@small.example, pagerDutyId: P1}
            teams:
              - {id: web, name: Web, members: [jo.o_sousa@small]}
            services:
              - {id: shop, name: Shop, team: web, pagerDutyId: S1}
            pools:
              reviewers: [jo.o_sousa@small]
            """;

    private SmallOrganisation() {}

    /** Two persons without passwords. */
    public static Organisation read() {
        return read(YAML, "");
    }

    static Organisation read(String yaml, String adminPassword) {
        return OrganisationSetup.read(
                new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "test"), adminPassword);
    }
}
