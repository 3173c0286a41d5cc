package org.postmortemflow.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class StepPageTest {

    private static final String HOSTILE = "Checkout <script>alert('x')</script> & more";

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Steps steps;

    @Autowired
    Owners owners;

    @Autowired
    TestClock clock;

    private Pages pages;
    private PostmortemId id;
    private String address;

    @BeforeEach
    void anIncidentWaitsForItsOwner() {
        clock.reset();
        pages = new Pages(web, reportIncident, runtime, management);
        id = pages.incident(HOSTILE, Severity.SEV_1);
        address = "/postmortems/" + id + "/steps/designate-owner";
    }

    @Test
    void theFormSaysWhoseTurnItIsAndWhenItIsDueAndWhy() throws Exception {
        pages.reads("ada", address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ada Okafor (you)")))
                .andExpect(content().string(containsString("Wed 10 Jun 2026 16:00 CEST")))
                .andExpect(content().string(containsString("<select id=\"owner\" name=\"owner\"")))
                .andExpect(content().string(containsString("name=\"_csrf\"")));
    }

    @Test
    void aHostileTitleIsShownAsText() throws Exception {
        for (String page :
                new String[] {"/", "/postmortems/" + id, address, "/postmortems/" + id + "/actions/cancel"}) {
            pages.reads("ada", page)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Checkout &lt;script&gt;")))
                    .andExpect(content().string(not(containsString("<script>"))))
                    .andExpect(content().string(not(containsString("style="))))
                    .andExpect(header().string("Content-Security-Policy", containsString("script-src 'self'")));
        }
    }

    @Test
    void aStepThatIsDoneLeadsBackWithThanksAndTheNextOneOpens() throws Exception {
        pages.sends("ada", address, "owner", "kavya", "_customersAffected", "no")
                .andExpect(redirectedUrl("/postmortems/" + id))
                .andExpect(flash().attribute("notice", "Thank you: \"Designate owner\" is done."));

        assertThat(owners.current(id).map(Owners.Ownership::owner)).contains(new PersonId("kavya"));
        assertThat(steps.open(id, Step.DESIGNATE_OWNER)).isEmpty();
    }

    @Test
    void aRefusalStandsBesideItsFieldAndWhatWasTypedStays() throws Exception {
        pages.sends("ada", address, "owner", "", "customersAffected", "true", "_customersAffected", "no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"owner-problem\"")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")))
                .andExpect(content().string(containsString("<a href=\"#owner\">")))
                .andExpect(content().string(containsString("checked=\"checked\"")));
        pages.sends("ada", address, "owner", "", "_customersAffected", "no")
                .andExpect(content().string(not(containsString("checked=\"checked\""))));

        assertThat(steps.open(id, Step.DESIGNATE_OWNER)).isPresent();
    }

    @Test
    void othersAreToldWhoseTurnItIs() throws Exception {
        pages.reads("ben", address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("the turn of Ada Okafor")))
                .andExpect(content().string(not(containsString("<select"))));
        pages.sends("ben", address, "owner", "kavya")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("It is the turn of Ada Okafor to do this step.")));

        assertThat(owners.current(id)).isEmpty();
    }

    @Test
    void administratorsMayDoAnyStepAndTheHistorySaysThatItWasThem() throws Exception {
        pages.reads("admin", address).andExpect(content().string(containsString("You may do it as well")));
        pages.sends("admin", address, "owner", "kavya").andExpect(status().is3xxRedirection());

        assertThat(steps.of(id).get(0).doneBy()).isEqualTo(new PersonId("admin"));
    }

    @Test
    void aStepThatIsNotOpenSaysSoAndLeadsBack() throws Exception {
        pages.reads("ada", "/postmortems/" + id + "/steps/hold-meeting")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This step is not open")))
                .andExpect(content().string(not(containsString("Save and finish"))));
        pages.sends("ada", "/postmortems/" + id + "/steps/hold-meeting", "notes", "x")
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void fieldsThatTheFormDoesNotHaveReachNobody() throws Exception {
        pages.sends("ada", address, "owner", "kavya", "severity", "sev-5", "status", "closed")
                .andExpect(status().is3xxRedirection());

        pages.reads("ada", "/postmortems/" + id).andExpect(content().string(containsString("badge sev-1")));
    }

    @Test
    void whoCameFromTasklistReturnsThereAndNobodyIsLedElsewhere() throws Exception {
        String tasklist = "/camunda/app/tasklist/default/#/?task=1";
        pages.sends("ada", address, "owner", "kavya", "callbackUrl", "http://localhost" + tasklist)
                .andExpect(redirectedUrl(tasklist));
        PostmortemId other = pages.incident("Another", Severity.SEV_2);
        pages.sends(
                        "ada",
                        address.replace(id.toString(), other.toString()),
                        "owner",
                        "kavya",
                        "callbackUrl",
                        "https://evil.example/")
                .andExpect(redirectedUrl("/postmortems/" + other));
    }

    @Test
    void aMessageStandsBesideItsRowAndMoreRowsCanBeHadWithoutSaving() throws Exception {
        pages.sends("ada", address, "owner", "kavya");
        pages.runJobs(id);
        pages.sends("kavya", "/postmortems/" + id + "/steps/schedule-meeting").andExpect(status().is3xxRedirection());
        pages.runJobs(id);
        String timeline = "/postmortems/" + id + "/steps/collect-timeline";

        pages.reads("kavya", timeline).andExpect(content().string(containsString("name=\"timeline[4].event\"")));
        pages.sends("kavya", timeline, "timeline[3].at", "", "timeline[3].event", "Disk \"A\" was <full>")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("<a href=\"#timeline[0].at\">")))
                .andExpect(content().string(containsString("id=\"timeline[0].at-problem\"")))
                .andExpect(content().string(containsString("Disk &quot;A&quot; was &lt;full&gt;")));
        pages.sends("kavya", timeline, "timeline[0].event", "Kept for now", "moreRows", "yes")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Kept for now")))
                .andExpect(content().string(containsString("name=\"timeline[5].event\"")));

        assertThat(steps.open(id, Step.COLLECT_TIMELINE)).isPresent();
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        pages.reads("ada", "/postmortems/" + id + "/steps/dance").andExpect(status().isNotFound());
        pages.reads("ada", "/postmortems/" + PostmortemId.random()).andExpect(status().isNotFound());
        pages.reads("ada", "/postmortems/x").andExpect(status().isNotFound());
        pages.reads("ada", "/postmortems/" + id + "/actions/dance").andExpect(status().isNotFound());
    }
}
