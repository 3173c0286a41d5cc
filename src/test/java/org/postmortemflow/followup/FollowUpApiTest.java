package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Follow-ups for programs (R22). */
@ApplicationTest
class FollowUpApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                "Portal was slow",
                SEV_1,
                TestClock.START.minus(Duration.ofHours(2)),
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("customer-portal", "customer-portal")),
                List.of(),
                "",
                Set.of(),
                null);
        id = Objects.requireNonNull(reportIncident.report(report).postmortem());
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void theListIsPagedByCursorsAndNoneIsLeftOutOrShownTwice() throws Exception {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            added.add(added("Write a runbook number " + i).toString());
            clock.advance(Duration.ofHours(i));
        }

        List<String> read = new ArrayList<>();
        String after = null;
        do {
            String page = list("team=platform&size=2" + (after == null ? "" : "&after=" + after));
            read.addAll(JsonPath.<List<String>>read(page, "$.items[*].id"));
            after = JsonPath.<@Nullable String>read(page, "$.next");
        } while (after != null);

        assertThat(read).doesNotHaveDuplicates().containsAll(added).endsWith(added.get(3), added.get(4));
    }

    @Test
    void aFollowUpIsSetToDoneByItsTeamAndOpenedAgain() throws Exception {
        UUID added = added("Write a runbook for the portal");

        change("deniz", added, "{\"state\": \"done\", \"seen\": \"open\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.doneBy").value("deniz"))
                .andExpect(jsonPath("$.doneAt").value("2026-06-10T12:00:00Z"));
        change("deniz", added, "{\"state\": \"open\", \"reason\": \"The page moved.\"}")
                .andExpect(jsonPath("$.reopened").value(1))
                .andExpect(jsonPath("$.doneAt").value(nullValue()));
    }

    @Test
    void whatCannotBeTakenIsAProblemPerField() throws Exception {
        UUID added = added("Write a runbook for the portal");

        change("deniz", added, "{\"state\": \"finished\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("state"));
        change("deniz", added, "{\"state\": \"declined\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        change("hana", added, "{\"state\": \"done\"}").andExpect(status().isConflict());
        change("deniz", UUID.randomUUID(), "{\"state\": \"done\"}").andExpect(status().isNotFound());
        web.perform(get("/api/follow-ups?after=x&size=0&priority=P7&kind=x&state=x")
                        .with(httpBasic("ada", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(5));
        web.perform(get("/api/follow-ups/" + added).with(httpBasic("ada", "demo")))
                .andExpect(jsonPath("$.state").value("open"));
    }

    private UUID added(String title) {
        return editFollowUp.add(
                id, Map.of("title", title, "kind", "mitigation", "team", "platform"), new PersonId("ben"));
    }

    private String list(String query) throws Exception {
        return web.perform(get("/api/follow-ups?" + query).with(httpBasic("ada", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions change(String person, UUID followUp, String body) throws Exception {
        return web.perform(patch("/api/follow-ups/" + followUp)
                .with(httpBasic(person, "demo"))
                .contentType("application/json")
                .content(body));
    }
}
