package org.postmortemflow.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class ActionPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Owners owners;

    @Autowired
    Steps steps;

    @Autowired
    TestClock clock;

    private Pages pages;
    private PostmortemId id;
    private String page;

    @BeforeEach
    void anIncidentWaitsForItsOwner() {
        clock.reset();
        pages = new Pages(web, reportIncident, runtime, management);
        id = pages.incident("Checkout was slow", Severity.SEV_2);
        page = "/postmortems/" + id;
    }

    private Postmortem now() {
        return postmortems.get(id);
    }

    private ResultActions asks(String person, String what, String json) throws Exception {
        return web.perform(post("/api/postmortems/" + id + what)
                .with(httpBasic(person, "demo"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    @Test
    void onlyWhatMakesSenseAndIsPermittedIsOffered() throws Exception {
        pages.reads("ada", page)
                .andExpect(content().string(containsString("/actions/severity")))
                .andExpect(content().string(containsString("/actions/waive")))
                .andExpect(content().string(containsString("/actions/cancel")))
                .andExpect(content().string(not(containsString("/actions/meeting"))))
                .andExpect(content().string(not(containsString("/actions/owner"))))
                .andExpect(content().string(not(containsString("/actions/open"))));
        pages.reads("ben", page).andExpect(content().string(not(containsString("/actions/"))));
    }

    @Test
    void cancellingNeedsAReasonAndEndsOpenSteps() throws Exception {
        pages.sends("ada", page + "/actions/cancel", "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("reason-problem")));
        assertThat(now().status()).isEqualTo(Status.DRAFT);

        pages.sends("ada", page + "/actions/cancel", "reason", "It was a <test>")
                .andExpect(redirectedUrl(page));
        pages.runJobs(id);

        assertThat(now().status()).isEqualTo(Status.CANCELLED);
        assertThat(now().endReason()).isEqualTo("It was a <test>");
        assertThat(steps.of(id)).extracting(StepState::state).containsOnly(StepState.State.DROPPED);
        pages.reads("ben", page).andExpect(content().string(containsString("It was a &lt;test&gt;")));
        pages.sends("ada", page + "/actions/cancel", "reason", "again").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whoMayNotIsRefusedAndNothingChanges() throws Exception {
        for (String action : new String[] {"cancel", "waive", "severity"}) {
            pages.sends("ben", page + "/actions/" + action, "reason", "I think so", "severity", "sev-1")
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("This is for the")));
        }

        assertThat(now().status()).isEqualTo(Status.DRAFT);
        assertThat(now().severity()).isEqualTo(Severity.SEV_2);
    }

    @Test
    void aChangedSeverityMovesTheDeadlinesAndWhatWasTypedSurvivesARefusal() throws Exception {
        pages.sends("ada", page + "/actions/severity", "severity", "sev-1", "reason", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("<option value=\"sev-1\" selected=\"selected\">")));
        pages.sends("ada", page + "/actions/severity", "severity", "sev-1", "reason", "Data was lost")
                .andExpect(redirectedUrl(page));

        assertThat(now().severity()).isEqualTo(Severity.SEV_1);
        pages.reads("ben", page).andExpect(content().string(containsString("Severity: Sev-1: Data was lost")));
    }

    /** R1: the commander can overrule either way, and the reasons stay visible. */
    @Test
    void aPostmortemIsWaivedAndOpenedAfterAll() throws Exception {
        asks("ada", "/requirement", "{\"required\": false, \"reason\": \"A drill\"}")
                .andExpect(status().isNoContent());
        pages.runJobs(id);
        assertThat(now().status()).isEqualTo(Status.WAIVED);
        pages.reads("ben", page).andExpect(content().string(containsString("A drill")));

        asks("ada", "/requirement", "{\"required\": true, \"reason\": \"It was real\"}")
                .andExpect(status().isNoContent());
        pages.runJobs(id);
        assertThat(now().status()).isEqualTo(Status.DRAFT);
        assertThat(now().requirementReasons()).containsExactly("It was real");
        assertThat(steps.open(id, Step.DESIGNATE_OWNER)).isPresent();
    }

    /** R3: ownership can be handed over; the history of owners stays. */
    @Test
    void theOwnerIsHandedOverAndTheOneBeforeStaysVisible() throws Exception {
        asks("ada", "/steps/designate-owner", "{\"owner\": \"kavya\"}").andExpect(status().isNoContent());
        pages.runJobs(id);
        asks("kavya", "/owner", "{\"owner\": \"liam\", \"reason\": \"Holidays\"}")
                .andExpect(status().isNoContent());

        assertThat(owners.current(id).map(Owners.Ownership::owner)).contains(new PersonId("liam"));
        pages.reads("ben", page)
                .andExpect(content().string(containsString("Owners before")))
                .andExpect(content().string(containsString("Kavya Raman")));
    }

    @Test
    void programsGetOneEntryForEachField() throws Exception {
        asks("ada", "/severity", "{\"severity\": \"huge\", \"reason\": \"x\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("severity"));
        asks("ada", "/requirement", "{}")
                .andExpect(jsonPath("$.errors[0].field").value("required"));
        asks("ada", "/meeting", "{\"start\": \"soon\", \"minutes\": \"x\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2));
        asks("ben", "/cancel", "{\"reason\": \"x\"}").andExpect(status().isConflict());
        asks("ben", "/steps/designate-owner", "{\"owner\": \"ben\"}").andExpect(status().isConflict());
        asks("ada", "/steps/dance", "{}").andExpect(status().isNotFound());

        assertThat(now().status()).isEqualTo(Status.DRAFT);
    }
}
