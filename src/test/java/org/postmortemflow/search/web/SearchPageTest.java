package org.postmortemflow.search.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** R25: the page and the REST of the search. */
@ApplicationTest
class SearchPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Documents documents;

    @Test
    void nobodySearchesUnknown() throws Exception {
        web.perform(get("/search?q=x")).andExpect(redirectedUrlPattern("**/login"));
        web.perform(get("/api/search?q=x")).andExpect(status().isUnauthorized());
    }

    @Test
    void everyPageHasTheBoxAndTheEmptyPageHasExamples() throws Exception {
        page("/").andExpect(content().string(containsString("action=\"/search\"")));
        page("/search")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("For example:")))
                .andExpect(content().string(not(containsString("Nothing was found"))));
        page("/search?q=neverwrittenanywhere").andExpect(content().string(containsString("Nothing was found")));
    }

    @Test
    void hitsAreMarkedAndTextIsEscaped() throws Exception {
        PostmortemId id = incident("<b>Quokka</b> & friends");
        documents.write(
                id,
                Map.of(SectionName.OVERVIEW, "<script>alert('quokkas')</script> \"><img src=x onerror=alert(1)>"),
                new PersonId("ada"));
        page("/search?q=quokka")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;b&gt;")))
                .andExpect(content().string(containsString("<mark>Quokka</mark>")))
                .andExpect(content().string(containsString("<mark>quokkas</mark>")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img"))));
        rest("/api/search?q=quokka")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.allWords").value(true))
                .andExpect(jsonPath("$.postmortems[0].id").value(id.toString()))
                .andExpect(jsonPath("$.postmortems[0].excerpts[0].heading").value("Overview"))
                .andExpect(
                        jsonPath("$.postmortems[0].excerpts[0].pieces[1].hit").value(true));
    }

    @Test
    void theAddressOfTheNextPageKeepsWhatWasAskedFor() throws Exception {
        for (int i = 0; i < 21; i++) {
            incident("Wombat & \"co\" " + i);
        }
        page("/search?q=wombat%20%26%20%22co%22&severity=sev-2")
                .andExpect(content().string(containsString("21 postmortems")))
                .andExpect(content()
                        .string(containsString("/search?q=wombat%20%26%20%22co%22&amp;severity=sev-2&amp;page=2")));
        page("/search?q=wombat&severity=sev-2&page=2")
                .andExpect(content().string(containsString("Previous page")))
                .andExpect(content().string(not(containsString("Next page"))));
        page("/search?q=wombat&page=9000").andExpect(status().isOk());
    }

    @Test
    void aProgramReadsOnWithTheCursor() throws Exception {
        for (int i = 0; i < 5; i++) {
            incident("Bandicoot " + i);
        }
        List<String> read = new ArrayList<>();
        String next = "";
        do {
            String body = rest("/api/search?q=bandicoot&size=2&after=" + next)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total").value(5))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            read.addAll(com.jayway.jsonpath.JsonPath.read(body, "$.postmortems[*].id"));
            next = com.jayway.jsonpath.JsonPath.read(body, "$.next");
        } while (next != null);
        org.assertj.core.api.Assertions.assertThat(read).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "severity=sev-9, severity",
        "status=open, status",
        "from=yesterday, from",
        "from=%2B99999-01-01, from",
        "from=2026-06-10&to=2026-06-09, to",
        "size=101, size",
        "size=-1, size",
        "q=x&after=nonsense, after"
    })
    void whatCannotBeReadIsSaidBesideItsField(String query, String field) throws Exception {
        rest("/api/search?" + query)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[0].field").value(field));
        if (!Set.of("size", "after").contains(field)) {
            page("/search?q=kept&" + query)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("value=\"kept\"")))
                    .andExpect(content().string(containsString("class=\"problem\"")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "%", "_", "\\", "a' or 1=1 --", "${7*7}", "__${7*7}__", "<script>", "*(-+"})
    void hostileWordsDoNoHarm(String words) throws Exception {
        for (String field : List.of("q", "factor", "service")) {
            web.perform(get("/search").param(field, words).with(user("liam")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("<script>"))));
            web.perform(get("/api/search").param(field, words).with(httpBasic("liam", "demo")))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void tenThousandCharactersAreRefusedKindly() throws Exception {
        web.perform(get("/search").param("q", "pool ".repeat(2000)).with(user("liam")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please use at most 1,000 characters.")));
    }

    @Test
    void onlyAnAdministratorRebuilds() throws Exception {
        web.perform(post("/api/search/rebuild").with(httpBasic("ada", "demo"))).andExpect(status().isConflict());
        web.perform(post("/api/search/rebuild").with(httpBasic("admin", "demo")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.waiting").isNumber());
        rest("/api/search/rebuild").andExpect(status().isOk());
    }

    private PostmortemId incident(String title) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                Severity.SEV_2,
                null,
                null,
                Resolution.at(TestClock.START),
                List.of(),
                List.of(),
                "",
                Set.of(),
                null);
        return Objects.requireNonNull(reportIncident.report(report).postmortem());
    }

    private ResultActions page(String address) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(user("liam")));
    }

    private ResultActions rest(String address) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(httpBasic("liam", "demo")));
    }
}
