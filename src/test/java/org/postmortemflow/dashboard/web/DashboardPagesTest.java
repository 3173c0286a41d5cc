package org.postmortemflow.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.dashboard.Figure;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The page of promises, its glossary, the same as JSON, and the button that computes everything again. */
@ApplicationTest
class DashboardPagesTest {

    private static final Pattern GLOSSARY = Pattern.compile("/dashboard/glossary#([a-z-]+)");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    TestClock clock;

    @BeforeEach
    void begin() {
        clock.reset();
    }

    @Test
    void nobodySeesFiguresUnknown() throws Exception {
        web.perform(get("/dashboard")).andExpect(redirectedUrlPattern("**/login"));
        web.perform(get("/api/metrics/promises")).andExpect(status().isUnauthorized());
    }

    @Test
    void everyFigureThatIsShownIsInTheGlossaryAndTheOtherWayRound() throws Exception {
        incident("Checkout was slow");
        String page = page("/dashboard") + page("/dashboard/process") + page("/dashboard/review");

        Set<String> linked = GLOSSARY.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(link.indexOf('#') + 1))
                .collect(Collectors.toSet());
        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Figure.values()).map(Figure::key).toList());
        Document glossary = Jsoup.parse(page("/dashboard/glossary"));
        linked.forEach(key -> assertThat(glossary.getElementById(key)).as(key).isNotNull());
    }

    @Test
    void theScriptsOfTheChartsAreOnOurOwnHost() throws Exception {
        Document page = Jsoup.parse(page("/dashboard"));

        assertThat(page.select("script[src]"))
                .isNotEmpty()
                .allSatisfy(script ->
                        web.perform(get(script.attr("src")).with(user("ben"))).andExpect(status().isOk()));
    }

    @Test
    void monthsWithoutPostmortemsSayWhatToDo() throws Exception {
        assertThat(page("/dashboard?from=1999-01&to=1999-02"))
                .contains("--postmortem.demo.history=24")
                .doesNotContain("<canvas");
    }

    @Test
    void whatCannotBeReadIsSaidBesideTheFilter() throws Exception {
        web.perform(get("/dashboard?from=June&person=ada").with(user("ben")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please write the month like 2026-06.")));
        web.perform(get("/api/metrics/promises?severity=bad").with(httpBasic("ben", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.errors[0].field").value("severity"));
    }

    @Test
    void theSameFiguresAreThereAsJson() throws Exception {
        incident("Checkout was slow");

        web.perform(get("/api/metrics/promises?from=2026-06&to=2026-06&team=checkout")
                        .with(httpBasic("ben", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2026-06"))
                .andExpect(jsonPath("$.coverage.percent").isNumber())
                .andExpect(jsonPath("$.meetingsByMonth.length()").value(1))
                .andExpect(jsonPath("$.timeToOwner.count").isNumber())
                .andExpect(jsonPath("$.followUps[0].month").value("2026-06"));
    }

    @Test
    void aPrivateOneIsNamedToNobodyOutside() throws Exception {
        PostmortemId id = incident("Zanzibar's keys were in the log");
        keepPrivate.makePrivate(id, "Still open", new PersonId("admin"));

        assertThat(page("/dashboard")).doesNotContain("Zanzibar").contains("counted but not listed");
        web.perform(get("/api/metrics/promises").with(httpBasic("ben", "demo")))
                .andExpect(content().string(not(containsString("Zanzibar"))));
    }

    @Test
    void onlyAnAdministratorHasEverythingComputedAgain() throws Exception {
        web.perform(get("/admin/figures").with(user("ben"))).andExpect(status().isConflict());
        web.perform(post("/admin/figures").with(user("ben")).with(csrf())).andExpect(status().isConflict());
        web.perform(post("/api/admin/figures/rebuild").with(httpBasic("ben", "demo")))
                .andExpect(status().isConflict());

        web.perform(get("/admin/figures").with(user("admin"))).andExpect(status().isOk());
        web.perform(post("/admin/figures").with(user("admin")).with(csrf())).andExpect(redirectedUrl("/admin/figures"));
        web.perform(post("/api/admin/figures/rebuild").with(httpBasic("admin", "demo")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.waiting").isNumber());
    }

    private String page(String address) throws Exception {
        return web.perform(get(address).with(user("ben")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private PostmortemId incident(String title) {
        IncidentReport report = new IncidentReport(
                "test",
                java.util.UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                Severity.SEV_1,
                null,
                null,
                Resolution.at(TestClock.START),
                java.util.List.of(new Mention("checkout-api", "checkout-api")),
                java.util.List.of(),
                "",
                Set.of(),
                null);
        return java.util.Objects.requireNonNull(reportIncident.report(report).postmortem());
    }
}
