package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** CVE-2026-77226: nobody makes an administrator through the set-up of the engine's Admin application. */
@DoorTest
class SetupWalledUpTest {

    private static final String NEW_ADMINISTRATOR = """
            {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": "m@demo.example"},
             "credentials": {"password": "mallory"}}
            """;

    private static final List<String> PATHS = List.of(
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/setup/default/",
            "/camunda/api/admin/%73etup/default/user/create",
            "/camunda/api/admin/setup;x=y/default/user/create",
            "/camunda/api/admin//setup/default/user/create",
            "/camunda/api/admin/x/../setup/default/user/create",
            "/camunda/api/admin/auth/user/default/login/tasklist");

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identities;

    @Test
    void noWayInIsOpenToAnybody() {
        long persons = identities.createUserQuery().count();
        long administrators =
                identities.createUserQuery().memberOfGroup("camunda-admin").count();
        for (String path : PATHS) {
            Visitor stranger = Visitor.stranger(port);
            stranger.get("/camunda/app/welcome/default/");
            assertThat(stranger.postFromTasklist(path, NEW_ADMINISTRATOR).statusCode())
                    .as("a stranger at " + path)
                    .isIn(400, 401, 403);
            for (String person : List.of("chloe", "admin")) {
                assertThat(Visitor.person(port, person)
                                .postFromTasklist(path, NEW_ADMINISTRATOR)
                                .statusCode())
                        .as(person + " at " + path)
                        .isIn(400, 403);
            }
        }
        assertThat(identities.createUserQuery().count()).isEqualTo(persons);
        assertThat(identities.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(administrators);
    }
}
