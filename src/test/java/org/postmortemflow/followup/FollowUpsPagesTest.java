package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of follow-ups as people use them (R20 to R22). */
@ApplicationTest
class FollowUpsPagesTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    FollowUps followUps;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    ChangeState changeState;

    @Autowired
    History history;

    @Autowired
    TestClock clock;

    private PostmortemId id;
    private String here;

    @BeforeEach
    void anIncident() {
        id = incident("Checkout was slow");
        here = "/postmortems/" + id + "/follow-ups";
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void aFollowUpIsAddedBesideTheStep() throws Exception {
        reads("ben", here + "?title=Add%20an%20alert%20%3Cb%3E&context=Seen%20in%20chat")
                .andExpect(content().string(containsString("value=\"Add an alert &lt;b&gt;\"")))
                .andExpect(content().string(containsString("Seen in chat")));

        sends("ben", here, "title", "Add an alert for failed payments", "kind", "detection", "team", "payments")
                .andExpect(redirectedUrl(here));

        FollowUp added = followUps.of(id).get(0);
        assertThat(added.openedBy()).isEqualTo(new PersonId("ben"));
        assertThat(Objects.requireNonNull(added.ticket()).key()).matches("FU-\\d+");
        assertThat(lines()).anyMatch(line -> line.contains("Follow-up added: \"Add an alert for failed payments\""));
        reads("kavya", "/postmortems/" + id)
                .andExpect(content().string(containsString("Add an alert for failed payments")));
    }

    @Test
    void whatCannotBeTakenIsSaidBesideItsFieldAndNothingTypedIsLost() throws Exception {
        sends("ben", here, "title", "Monitoring", "context", "All <i>of</i> it", "assignee", "ben")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"title-problem\"")))
                .andExpect(content().string(containsString("id=\"team-problem\"")))
                .andExpect(content().string(containsString("id=\"assignee-problem\"")))
                .andExpect(content().string(containsString("All &lt;i&gt;of&lt;/i&gt; it")));

        assertThat(followUps.of(id)).isEmpty();
    }

    @Test
    void twoEditorsDoNotOverwriteOneAnotherSilently() throws Exception {
        String one = here + "/" + added("Add an alert for failed payments");
        sends("ben", one, written("Add an alert for failed refunds", "0")).andExpect(redirectedUrl(here));

        sends("liam", one, written("Add a dashboard for failed payments", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("value=\"Add a dashboard for failed payments\"")))
                .andExpect(content().string(containsString("Add an alert for failed refunds")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
        assertThat(followUps.of(id).get(0).title()).isEqualTo("Add an alert for failed refunds");

        sends("liam", one, written("Add a dashboard for failed payments", "1")).andExpect(redirectedUrl(here));
        assertThat(followUps.of(id).get(0).title()).isEqualTo("Add a dashboard for failed payments");
    }

    @Test
    void theOwningTeamSaysHowFarItIsAndOthersMayNot() throws Exception {
        String one = here + "/" + added("Add an alert for failed payments");

        sends("hana", one + "/state", "state", "done")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("the team that does it")));
        sends("chloe", one + "/state", "state", "declined").andExpect(status().isUnprocessableEntity());
        sends("chloe", one + "/state", "state", "in-progress", "seen", "open").andExpect(redirectedUrl(here));
        sends("emeka", one + "/state", "state", "done", "seen", "open")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Chloé Martin")));

        assertThat(followUps.of(id).get(0).progress().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(lines())
                .filteredOn(line -> line.startsWith("Follow-up in progress"))
                .hasSize(1);
    }

    @Test
    void aFollowUpIsNotFoundUnderAnotherPostmortem() throws Exception {
        UUID added = added("Add an alert for failed payments");
        PostmortemId other = incident("Another one");

        reads("ben", "/postmortems/" + other + "/follow-ups/" + added).andExpect(status().isNotFound());
        sends("chloe", "/postmortems/" + other + "/follow-ups/" + added + "/state", "state", "done")
                .andExpect(status().isNotFound());
        assertThat(followUps.get(added).progress().state()).isEqualTo(State.OPEN);
    }

    @Test
    void oneThatNobodyWorkedOnIsTakenBackAndAnotherIsNot() throws Exception {
        UUID first = added("Add an alert for failed payments");
        UUID second = added("Add an alert for failed refunds");
        changeState.change(second, State.IN_PROGRESS, "", null, new PersonId("chloe"));

        sends("ben", here + "/" + first + "/take-back").andExpect(redirectedUrl(here));
        sends("ben", here + "/" + second + "/take-back").andExpect(status().isConflict());

        assertThat(followUps.of(id)).extracting(FollowUp::id).containsExactly(second);
    }

    @Test
    void openOnesOfAllTeamsAreListedOverdueFirstAndMarked() throws Exception {
        added("Add an alert for slow payments");
        clock.advance(Duration.ofDays(14));
        added("Write a runbook for payments");
        clock.advance(Duration.ofDays(2));

        String page = reads("ines", "/follow-ups?team=payments")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page)
                .containsSubsequence("Add an alert for slow payments", "1 day overdue", "Write a runbook for payments");
        reads("ines", "/follow-ups?team=payments&overdue=yes")
                .andExpect(content().string(containsString("Add an alert for slow payments")))
                .andExpect(content().string(not(containsString("Write a runbook for payments"))));
        reads("ines", "/follow-ups?team=platform&kind=nonsense&page=-7&priority=P9")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Write a runbook for payments"))));
    }

    /** A title may begin like a formula; a spreadsheet must not run it. */
    @Test
    void theSpreadsheetRunsNoFormula() throws Exception {
        added("=HYPERLINK(\"http://x.example\") for \"free\" money");

        String file = reads("ines", "/follow-ups.csv?team=payments")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(file).contains("\"'=HYPERLINK(\"\"http://x.example\"\") for \"\"free\"\" money\"");
        assertThat(file.lines().map(line -> line.replace("\uFEFF", "")))
                .allMatch(line -> !line.matches("[=+\\-@\\t].*"));
    }

    @Test
    void nobodySeesThemWithoutSigningIn() throws Exception {
        web.perform(get("/follow-ups")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/follow-ups")).andExpect(status().isUnauthorized());
        web.perform(post(here).with(user("ben"))).andExpect(status().isForbidden());
    }

    private PostmortemId incident(String title) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                SEV_1,
                TestClock.START.minus(Duration.ofHours(2)),
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("checkout-api", "checkout-api")),
                List.of(),
                "",
                Set.of(),
                null);
        return Objects.requireNonNull(reportIncident.report(report).postmortem());
    }

    private UUID added(String title) {
        return editFollowUp.add(
                id, Map.of("title", title, "kind", "detection", "team", "payments"), new PersonId("ben"));
    }

    private static String[] written(String title, String version) {
        return new String[] {"title", title, "kind", "detection", "team", "payments", "version", version};
    }

    private List<String> lines() {
        return history.of(id).stream().map(History.Entry::text).toList();
    }

    private ResultActions reads(String person, String address) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(user(person)));
    }

    private ResultActions sends(String person, String address, String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }
}
