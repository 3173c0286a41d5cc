package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.process.security.Visitor.header;
import static org.postmortemflow.process.security.Visitor.location;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Each test has an account of its own: guesses count for as long as the application runs. */
@DoorTest
@TestPropertySource(properties = {"postmortem.sign-in.guesses=3", "postmortem.limits.refused-webhooks=2"})
class LockoutTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsNoted() {
        jdbc.sql("delete from audit_entry").update();
    }

    @Test
    void whoGuessesIsSlowedDownAndToldWhen() {
        Visitor guesser = Visitor.stranger(port);
        for (int i = 0; i < 3; i++) {
            assertThat(location(guesser.logIn("ben", "wrong" + i))).endsWith("/login?why=failed");
        }
        assertThat(location(guesser.logIn("ben", "demo")))
                .as("right, but not looked at")
                .endsWith("/login?why=slow");
        HttpResponse<String> page = guesser.get("/login?why=slow");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(header(page, "Retry-After").get(0))).isBetween(1L, 300L);
        assertThat(page.body()).contains("Please try again in", "value=\"ben\"").doesNotContain("wrong0");
        assertThat(location(Visitor.stranger(port).logIn("hana", "demo")))
                .as("somebody else at the same address")
                .doesNotContain("login");
        assertThat(kinds())
                .containsExactly("sign-in-failed", "sign-in-failed", "sign-in-failed", "slowed-down", "signed-in");
    }

    @Test
    void theTypedNameStaysAndTheTypedPasswordDoesNot() {
        Visitor stranger = Visitor.stranger(port);
        stranger.logIn("\"><script>mei", "my secret");
        assertThat(stranger.get("/login?why=failed").body())
                .contains("value=\"&quot;&gt;&lt;script&gt;mei\"")
                .doesNotContain("my secret");
        assertThat(jdbc.sql("select person_id, about from audit_entry")
                        .query()
                        .listOfRows()
                        .toString())
                .as("people type their password as their name")
                .doesNotContain("mei", "secret");
    }

    @Test
    void programsThatGuessAreToldInTheirWords() {
        for (String path : List.of("/api/postmortems", "/engine-rest/task", "/v3/api-docs")) {
            assertThat(Visitor.program(port, "kavya", "wrong").get(path).statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> answer = Visitor.program(port, "kavya", "demo").get("/engine-rest/task");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Retry-After")).hasSize(1);
        assertThat(answer.body()).contains("\"status\":429", "too many wrong passwords");
    }

    @Test
    void aRightPasswordIsNeverSlowedDown() {
        for (int i = 0; i < 10; i++) {
            assertThat(Visitor.program(port, "goran", "demo")
                            .get("/engine-rest/engine")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(kinds()).as("programs are not noted at each call").isEmpty();
    }

    @Test
    void comingAndGoingIsNoted() {
        Visitor ada = Visitor.person(port, "ada");
        ada.postForm("/logout", "_csrf", ada.token("/login"));
        assertThat(kinds()).containsExactly("signed-in", "signed-out");
        assertThat(jdbc.sql("select distinct person_id from audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("ada");
        assertThat(jdbc.sql("select distinct address from audit_entry")
                        .query(String.class)
                        .single())
                .matches("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1");
    }

    @Test
    void signInMakesANewSession() {
        Visitor ada = Visitor.stranger(port);
        ada.get("/login");
        String before = ada.cookie("JSESSIONID");
        ada.logIn("ada", "demo");
        assertThat(before).isNotBlank();
        assertThat(ada.cookie("JSESSIONID")).isNotBlank().isNotEqualTo(before);
    }

    @Test
    void anAddressIsBelievedOfAProxyInFrontOnly() {
        Visitor behindProxy = Visitor.stranger(port);
        behindProxy.get("/login");
        behindProxy.postForm("/login", "username", "ines", "password", "demo", "_csrf", behindProxy.token("/login"));
        HttpResponse<String> page =
                behindProxy.get("/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.9");
        assertThat(header(page, "Strict-Transport-Security"))
                .as("the proxy of this machine says that it was https")
                .hasSize(1);
        Visitor.program(port, "liam", "wrong").get("/engine-rest/task", "X-Forwarded-For", "198.51.100.4, 203.0.113.9");
        assertThat(jdbc.sql("select address from audit_entry where kind = 'sign-in-failed'")
                        .query(String.class)
                        .list())
                .as("what the client itself wrote before the last address is not believed")
                .containsExactly("203.0.113.9");
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from audit_entry order by position")
                .query(String.class)
                .list();
    }
}
