package org.postmortemflow.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.access.AccessToken;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a token opens and what it does not, and the page where persons make and revoke theirs. */
@ApplicationTest
class TokenDoorsTest {

    @Autowired
    MockMvc web;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Test
    void aTokenReadsAndChangesAsItsPersonWithoutATokenAgainstForgery() throws Exception {
        String ada = token("ada", Scope.READ, Scope.WRITE);
        String body = "{\"title\": \"Slow %s\", \"resolvedAt\": \"2026-06-10T11:00:00Z\"}".formatted(UUID.randomUUID());

        String location = Objects.requireNonNull(with(
                        ada,
                        post("/api/incidents")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));

        with(ada, get(location)).andExpect(status().isOk());
        with(ada, get("/api/follow-ups?assignee=mine")).andExpect(status().isOk());
    }

    @Test
    void whatItsScopesLeaveOutIsRefusedByName() throws Exception {
        String reader = token("admin", Scope.READ);
        String writer = token("admin", Scope.WRITE);

        refused(with(reader, post("/api/incidents")), "write");
        refused(with(writer, get("/api/postmortems")), "read");
        refused(with(reader, get("/api/outbox")), "admin");
        refused(with(writer, post("/api/outbox/resume")), "admin");
        refused(with(writer, post("/api/search/rebuild")), "admin");
        refused(with(writer, post("/api/calendar/replies")), "calendar-replies");
        refused(with(reader, get("/actuator/prometheus")), "metrics");
        refused(with(token("admin", Scope.METRICS), get("/api/postmortems")), "read");
        with(token("admin", Scope.ADMIN), get("/api/outbox")).andExpect(status().isOk());
        with(
                        token("ben", Scope.CALENDAR_REPLIES),
                        post("/api/calendar/replies")
                                .contentType("text/calendar")
                                .content("x"))
                .andExpect(status().isBadRequest());
    }

    private static void refused(ResultActions answer, String scope) throws Exception {
        answer.andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.scope").value(scope))
                .andExpect(jsonPath("$.detail").value(containsString(scope)))
                .andExpect(header().string(
                                "WWW-Authenticate",
                                allOf(
                                        containsString("insufficient_scope"),
                                        containsString("scope=\"" + scope + "\""))));
    }

    @Test
    void unknownRevokedAndExpiredTokensAreAnsweredAlike() throws Exception {
        Tokens.Made revoked = tokens.make("x", Set.of(Scope.READ), 7, new PersonId("ada"));
        tokens.revoke(revoked.token().id(), new PersonId("ada"));
        String expired = token("ada", Scope.READ);
        clock.advance(Duration.ofDays(8));

        for (String secret : List.of("pmf_unknown", "x", revoked.secret(), expired)) {
            with(secret, get("/api/postmortems"))
                    .andExpect(status().isUnauthorized())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.detail").value(containsString("unknown, revoked or expired")))
                    .andExpect(header().string("WWW-Authenticate", containsString("invalid_token")));
        }
    }

    @Test
    void aTokenOpensNoPageAndNoTasklist() throws Exception {
        String admin = token("admin", Scope.values());

        for (String page : List.of("/", "/settings/tokens", "/admin/outbox", "/camunda/app/cockpit/default/")) {
            with(admin, get(page)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrlPattern("**/login"));
        }
        with(
                        admin,
                        post("/settings/tokens")
                                .param("name", "more")
                                .param("scopes", "read")
                                .param("days", "7"))
                .andExpect(redirectedUrl("/login?why=expired"));
        assertThat(tokens.of(new PersonId("admin")))
                .extracting(AccessToken::name)
                .doesNotContain("more");
        with(admin, get("/actuator/env")).andExpect(status().is3xxRedirection());
    }

    @Test
    void theEnginesRestHasAScopeOfItsOwnAndTheDescriptionNone() throws Exception {
        String reader = token("ada", Scope.READ, Scope.WRITE);
        with(reader, get("/engine-rest/task"))
                .andExpect(status().isForbidden())
                .andExpect(header().string("WWW-Authenticate", containsString("scope=\"engine\"")));
        with(reader, get("/v3/api-docs")).andExpect(status().isOk());
        String engineer = token("ada", Scope.ENGINE);
        // the engine's servlet is not in this test: behind the door there is nothing
        with(engineer, get("/engine-rest/task")).andExpect(status().isNotFound());
        with(engineer, get("/api/postmortems")).andExpect(status().isForbidden());
    }

    @Test
    void withoutAnythingBothWaysInAreShown() throws Exception {
        web.perform(get("/api/postmortems"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().stringValues("WWW-Authenticate", hasItem(containsString("Basic"))))
                .andExpect(header().stringValues("WWW-Authenticate", hasItem(containsString("Bearer"))));
        web.perform(get("/api/postmortems").header("X-Requested-With", "XMLHttpRequest"))
                .andExpect(header().stringValues("WWW-Authenticate", not(hasItem(containsString("Basic")))));
        web.perform(get("/api/postmortems").with(httpBasic("ada", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        web.perform(get("/api/postmortems").with(httpBasic("ada", "demo"))).andExpect(status().isOk());
        web.perform(post("/api/incidents").with(httpBasic("ada", "demo")).header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void metricsAreForAdministratorsAndTokensForThem() throws Exception {
        with(token("admin", Scope.METRICS), get("/actuator/prometheus")).andExpect(status().isOk());
        web.perform(get("/actuator/prometheus").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk());
        web.perform(get("/actuator/prometheus").with(httpBasic("ada", "demo"))).andExpect(status().isForbidden());
        web.perform(get("/actuator/prometheus").with(user("admin").roles("USER", "ADMIN")))
                .andExpect(status().isOk());
        web.perform(get("/actuator/prometheus").with(user("ada"))).andExpect(status().isForbidden());
        web.perform(get("/actuator/prometheus").accept("text/html")).andExpect(status().is3xxRedirection());
    }

    @Test
    void theSecretIsShownOnceAndNeverAgain() throws Exception {
        MvcResult posted = web.perform(form("ben")
                        .param("name", "<b>Report</b>")
                        .param("scopes", "read", "write")
                        .param("days", "90"))
                .andExpect(redirectedUrl("/settings/tokens"))
                .andReturn();
        Tokens.Made made =
                (Tokens.Made) Objects.requireNonNull(posted.getFlashMap().get("made"));
        Cookie session = Objects.requireNonNull(posted.getResponse().getCookie("JSESSIONID"));

        web.perform(get("/settings/tokens").with(user("ben")).cookie(session))
                .andExpect(content().string(containsString(made.secret())))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        web.perform(get("/settings/tokens").with(user("ben")).cookie(session))
                .andExpect(content().string(not(containsString(made.secret()))))
                .andExpect(content().string(containsString("&lt;b&gt;Report&lt;/b&gt;")));
        web.perform(get("/settings/tokens").with(user("liam")))
                .andExpect(content().string(not(containsString("Report&lt;/b&gt;"))));
        web.perform(get("/settings/tokens").with(user("admin")))
                .andExpect(content().string(containsString("Ben Fischer")));

        web.perform(post("/settings/tokens/" + made.token().id() + "/revoke")
                        .with(user("liam"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        with(made.secret(), get("/api/postmortems")).andExpect(status().isOk());
        web.perform(post("/settings/tokens/" + made.token().id() + "/revoke")
                        .with(user("ben"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/settings/tokens"));
        with(made.secret(), get("/api/postmortems")).andExpect(status().isUnauthorized());
        web.perform(get("/settings/tokens").with(user("ben")))
                .andExpect(content().string(containsString("Revoked by Ben Fischer")));
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedStays() throws Exception {
        String page = web.perform(form("ben").param("name", "My <script>").param("days", "never"))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).contains("Please choose at least one.", "Please choose 1 to 365 days.", "My &lt;script&gt;");
    }

    private static MockHttpServletRequestBuilder form(String person) {
        return post("/settings/tokens").with(user(person)).with(csrf());
    }

    private String token(String person, Scope... scopes) {
        return tokens.make("Test", Set.of(scopes), 7, new PersonId(person)).secret();
    }

    private ResultActions with(String secret, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + secret));
    }
}
