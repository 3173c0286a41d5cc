package org.postmortemflow.overview.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class PostmortemApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Steps steps;

    @Autowired
    TestClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private PostmortemId opened() {
        Instant resolved = TestClock.START.minus(Duration.ofMinutes(10));
        PostmortemId id = Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        resolved,
                        null,
                        "Exports stopped",
                        Severity.SEV_1,
                        null,
                        null,
                        Resolution.at(resolved),
                        List.of(new Mention(null, "Export")),
                        List.of(new ReportedResponder(ResponderRole.INCIDENT_COMMANDER, new Mention("ada", "Ada"))),
                        "",
                        Set.of(),
                        null))
                .postmortem());
        steps.opened(
                id,
                Step.DESIGNATE_OWNER,
                "task-" + id,
                new PersonId("ada"),
                null,
                resolved.plus(Duration.ofHours(2)),
                "2 h after resolution");
        return id;
    }

    private ResultActions ask(String address) throws Exception {
        return web.perform(get(address).with(user("ada")));
    }

    @Test
    void aPostmortemTellsWhereItStands() throws Exception {
        ask("/api/postmortems/" + opened())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Exports stopped"))
                .andExpect(jsonPath("$.severity").value("sev-1"))
                .andExpect(jsonPath("$.status").value("draft"))
                .andExpect(jsonPath("$.clockStart").value("2026-06-10T11:50:00Z"))
                .andExpect(jsonPath("$.incident.responders[0].person").value("ada"))
                .andExpect(jsonPath("$.owner").isEmpty())
                .andExpect(jsonPath("$.meeting").isEmpty())
                .andExpect(jsonPath("$.requirement.reasons").isArray())
                .andExpect(jsonPath("$.steps[0].step").value("designate-owner"))
                .andExpect(jsonPath("$.steps[0].state").value("open"))
                .andExpect(jsonPath("$.steps[0].assignee").value("ada"))
                .andExpect(jsonPath("$.steps[0].due").value("2026-06-10T13:50:00Z"))
                .andExpect(jsonPath("$.steps[0].because").isNotEmpty())
                .andExpect(jsonPath("$.late").value(false));
    }

    @Test
    void aStepWhoseTimeIsOverMakesItLate() throws Exception {
        PostmortemId id = opened();
        clock.advance(Duration.ofHours(2));

        ask("/api/postmortems/" + id)
                .andExpect(jsonPath("$.late").value(true))
                .andExpect(jsonPath("$.steps[0].late").value(true));
    }

    @Test
    void theListHasTheNewestFirstAndCanBeNarrowed() throws Exception {
        clock.advance(Duration.ofSeconds(1));
        String id = opened().toString();

        ask("/api/postmortems?size=200").andExpect(jsonPath("$.postmortems[*].id", hasItem(id)));
        ask("/api/postmortems?status=open&size=200").andExpect(jsonPath("$.postmortems[*].id", hasItem(id)));
        ask("/api/postmortems?status=closed&size=200").andExpect(jsonPath("$.postmortems[*].id", not(hasItem(id))));
        ask("/api/postmortems?status=happy")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("status"));
        ask("/api/postmortems?size=0")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"));
        ask("/api/postmortems?size=many")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("size"));
    }

    @Test
    void whatDoesNotExistIsAProblemWith404() throws Exception {
        ask("/api/postmortems/" + UUID.randomUUID())
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(containsString("No postmortem")));
        ask("/api/postmortems/no-id")
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }
}
