package org.postmortemflow.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Lists, saved views, nudging and escalating as people use them. */
@ApplicationTest
class PostmortemsPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String title = "=HYPERLINK(\"x\") <b>" + UUID.randomUUID();
    private Pages pages;
    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        clock.reset();
        // lists show some: those of other tests are left out
        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact").update();
        pages = new Pages(web, reportIncident, runtime, management);
        id = pages.incident(title, Severity.SEV_1);
    }

    @AfterEach
    void stop() {
        clock.reset();
    }

    @Test
    void aListIsFilteredByItsAddress() throws Exception {
        String here = "/postmortems/" + id;
        pages.reads(
                        "ben",
                        "/postmortems?step=designate-owner&team=checkout&severity=sev-1&person=ada&from=2026-06&to=2026-06")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(here)))
                .andExpect(content().string(containsString(here + "/nudge")))
                .andExpect(content().string(not(containsString(here + "/escalate"))))
                .andExpect(content().string(not(containsString("<b>"))));
        pages.reads("ada", "/postmortems?person=me").andExpect(content().string(containsString(here + "/escalate")));
        pages.reads("ben", "/postmortems?step=hold-meeting").andExpect(content().string(not(containsString(here))));
        pages.reads("ben", "/postmortems?from=2026-13&severity=bad&after=zzz&status=x&team=%00")
                .andExpect(status().isOk());
    }

    @Test
    void theExplanationStandsOnceOnAPage() throws Exception {
        String page = Objects.requireNonNull(pages.reads("ben", "/postmortems/" + id)
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.substring(page.indexOf("Whose turn it is"), page.indexOf("class=\"paper\"")))
                .containsOnlyOnce("2 h after the resolution");
    }

    @Test
    void theSpreadsheetRunsNoFormulaAndHonoursTheFilter() throws Exception {
        String file = csv("/postmortems.csv?person=ada");
        assertThat(file).contains("\"'=HYPERLINK(\"\"x\"\") <b>").contains("/postmortems/" + id);
        assertThat(csv("/postmortems.csv?step=hold-meeting")).doesNotContain(id.toString());
        web.perform(get("/api/postmortems?person=ada").accept("text/csv").with(user("ben")))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.parseMediaType("text/csv")))
                .andExpect(content().string(containsString(id.toString())));
    }

    @Test
    void aPrivateOneIsInNoListFileOrCursorOfOthers() throws Exception {
        keepPrivate.makePrivate(id, "The hole is open", new PersonId("ada"));

        for (String address : new String[] {"/", "/postmortems", "/postmortems?status=all", "/postmortems.csv"}) {
            assertThat(text("liam", address)).as(address).doesNotContain(id.toString());
            assertThat(text("ada", address)).as(address).contains(id.toString());
        }
        assertThat(text("liam", "/api/postmortems?size=200&status=open")).doesNotContain(id.toString());
        String newest = text("liam", "/api/postmortems?size=1");
        assertThat(newest).doesNotContain(id.toString());
    }

    @Test
    void aViewIsSavedSharedRenamedAndDeletedByItsMakerAlone() throws Exception {
        String name = "Late <i> " + UUID.randomUUID();
        String address = Objects.requireNonNull(pages.sends("ben", "/views?team=checkout&person=me", "name", name)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());

        pages.reads("ada", address)
                .andExpect(redirectedUrl(
                        "/postmortems?team=checkout&person=me&view=" + address.substring("/views/".length())));
        String shown =
                text("ada", "/postmortems?team=checkout&person=me&view=" + address.substring("/views/".length()));
        assertThat(shown)
                .contains("Late &lt;i&gt;", "Ben Fischer", id.toString())
                .doesNotContain("Delete this view");
        pages.sends("ada", address + "/rename", "name", "Mine").andExpect(status().isConflict());
        pages.sends("ada", address + "/delete").andExpect(status().isConflict());
        pages.sends("ben", "/views", "name", name)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("You have a view of this name already.")));
        pages.sends("ben", address + "/rename", "name", name + "!").andExpect(redirectedUrl(address));
        assertThat(text("ben", "/")).contains("Late &lt;i&gt;");
        pages.sends("ben", address + "/delete").andExpect(redirectedUrl("/"));
        pages.reads("ben", address).andExpect(status().isNotFound());
    }

    @Test
    void whatWasTypedStaysWhenANudgeOrAnEscalationIsRefused() throws Exception {
        String here = "/postmortems/" + id;
        pages.reads("ben", here + "/nudge").andExpect(content().string(containsString("Ada Okafor")));
        pages.sends("ben", here + "/nudge", "message", "Take <i>your</i> time").andExpect(redirectedUrl(here));
        pages.sends("kavya", here + "/nudge", "message", "And <i>mine</i>")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("And &lt;i&gt;mine&lt;/i&gt;")));
        pages.sends("admin", here + "/escalate", "reason", "Nobody <i>answers</i>")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Nobody &lt;i&gt;answers&lt;/i&gt;")));
        pages.sends("ben", here + "/escalate", "choice", "designate-owner/engineering-manager", "reason", "Hurry")
                .andExpect(status().isUnprocessableEntity());
        pages.sends(
                        "admin",
                        here + "/escalate",
                        "choice",
                        "designate-owner/engineering-manager",
                        "reason",
                        "Ada is ill")
                .andExpect(redirectedUrl(here));

        String ledger = text("ben", here + "/ledger?kind=escalation");
        assertThat(ledger)
                .containsSubsequence("Nudged: Ada Okafor", "Escalated by hand: Designate owner; told Emeka Nwosu");
        web.perform(get("/api" + here + "/ledger?kind=mail").with(user("ben")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.delivery.to == 'Emeka Nwosu')].delivery.state", hasItem("waiting")));
        web.perform(get("/api" + here + "/ledger?kind=nonsense").with(user("ben")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void nobodyReadsListsWithoutSigningIn() throws Exception {
        web.perform(get("/postmortems")).andExpect(status().is3xxRedirection());
        web.perform(get("/postmortems.csv")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/postmortems")).andExpect(status().isUnauthorized());
        web.perform(post("/views").with(user("ben"))).andExpect(status().isForbidden());
    }

    private String csv(String address) throws Exception {
        return text("ben", address);
    }

    private String text(String person, String address) throws Exception {
        return web.perform(get(URI.create(address)).with(user(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
