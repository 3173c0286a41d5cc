package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.process.security.Visitor.header;
import static org.postmortemflow.process.security.Visitor.location;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Sign-in at an OpenID provider that runs beside the test, over real HTTP, from our form to Tasklist and back out. */
@DoorTest
@DirtiesContext
class ProviderSignInTest {

    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    private static final String ISSUER = "acme";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final long VALID = 3600;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient browser = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        PROVIDER.start();
        settings.add("postmortem.oidc.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        settings.add("postmortem.oidc.client-id", () -> "postmortem-flow");
        settings.add("postmortem.oidc.client-secret", () -> "of-the-test");
        settings.add("postmortem.oidc.name", () -> "Acme");
        settings.add("postmortem.oidc.roles.administrators", () -> "pm-admins,operators");
        settings.add("postmortem.oidc.roles.reviewers", () -> "pm-reviewers");
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @Test
    void thePersonOfTheClaimIsSignedInHereAndInTasklist() {
        Visitor chloe = Visitor.stranger(port);
        assertThat(chloe.get("/login").body()).contains("Log in with Acme");
        assertThat(location(signIn(chloe, "chloe"))).doesNotContain("login");

        assertThat(chloe.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(chloe.get("/camunda/api/admin/auth/user/default").body()).contains("\"userId\":\"chloe\"");
        assertThat(chloe.get(COCKPIT).statusCode()).isEqualTo(403);
    }

    @Test
    void theRequestCarriesStateNonceAndChallenge() {
        assertThat(location(Visitor.stranger(port).get("/oauth2/authorization/organisation")))
                .startsWith(PROVIDER.issuerUrl(ISSUER).toString())
                .contains(
                        "response_type=code",
                        "state=",
                        "nonce=",
                        "code_challenge=",
                        "code_challenge_method=S256",
                        "client_id=postmortem-flow")
                .doesNotContain("of-the-test");
    }

    /** Each would let somebody put their own sign-in, or an old one, under another person's browser. */
    @ParameterizedTest
    @ValueSource(strings = {"state", "nonce", "code_challenge"})
    void anAnswerThatDoesNotFitTheRequestIsRefused(String parameter) {
        Visitor victim = Visitor.stranger(port);
        String asked = location(victim.get("/oauth2/authorization/organisation"));
        String forged = asked.replaceFirst("([?&]" + parameter + "=)[^&]*", "$1" + "A".repeat(43));
        assertThat(location(victim.get(answer(forged)))).endsWith("/login?why=provider");
        assertThat(victim.get("/login?why=provider").body()).contains("did not work");
        assertThat(victim.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatHasExpiredIsRefused() {
        Visitor chloe = Visitor.stranger(port);
        assertThat(location(signIn(chloe, "chloe", List.of(), -VALID))).endsWith("/login?why=provider");
    }

    @Test
    void whoIsNotInTheOrganisationFileIsToldSo() {
        Visitor stranger = Visitor.stranger(port);
        assertThat(location(signIn(stranger, "stranger"))).endsWith("/login?why=unknown");
        assertThat(stranger.get("/login?why=unknown").body()).contains("not known here yet");
        assertThat(location(stranger.get("/", "Accept", "text/html"))).endsWith("/login");
    }

    @Test
    void groupsBecomeRolesUntilTheNextSignInSaysOtherwise() {
        Visitor deniz = Visitor.stranger(port);
        signIn(deniz, "deniz", List.of("everybody", "operators"), VALID);
        assertThat(deniz.get(COCKPIT).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select about from audit_entry where kind = 'permissions-changed'")
                        .query(String.class)
                        .list())
                .anyMatch(about -> about.contains("deniz") && about.contains("administrators"));

        Visitor again = Visitor.stranger(port);
        signIn(again, "deniz", List.of("everybody", "pm-reviewers"), VALID);
        assertThat(again.get(COCKPIT).statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("select role from role_grant where person_id = 'deniz'")
                        .query(String.class)
                        .list())
                .containsExactly("reviewers");
    }

    @Test
    void signingOutSignsOutAtTheProviderToo() {
        Visitor chloe = Visitor.stranger(port);
        signIn(chloe, "chloe");
        HttpResponse<String> left = chloe.postForm("/logout", "_csrf", chloe.token("/login"));
        assertThat(location(left))
                .startsWith(PROVIDER.endSessionEndpointUrl(ISSUER).toString())
                .contains("id_token_hint=", "post_logout_redirect_uri=", "why%3Dleft");
        assertThat(location(chloe.get("/", "Accept", "text/html"))).endsWith("/login");
    }

    @Test
    void programsUseTokensAndNoPasswords() {
        HttpResponse<String> answer = Visitor.program(port, "ada", "demo").get("/engine-rest/task");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate")).noneMatch(way -> way.startsWith("Basic"));
        assertThat(answer.body()).contains("access token");
    }

    private HttpResponse<String> signIn(Visitor visitor, String person) {
        return signIn(visitor, person, List.of(), VALID);
    }

    private HttpResponse<String> signIn(Visitor visitor, String person, List<String> groups, long seconds) {
        says(person, groups, seconds);
        return visitor.get(answer(location(visitor.get("/oauth2/authorization/organisation"))));
    }

    private static void says(String person, List<String> groups, long seconds) {
        PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback(
                ISSUER,
                "subject-of-" + person,
                "JWT",
                null,
                Map.of("preferred_username", person, "groups", groups),
                seconds));
    }

    /** Where the provider leads back to, as a path of ours. */
    private String answer(String asked) {
        try {
            URI back = URI.create(location(browser.send(
                    HttpRequest.newBuilder(URI.create(asked)).build(), HttpResponse.BodyHandlers.ofString())));
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
