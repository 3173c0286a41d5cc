package org.postmortemflow.wording.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.wording.CheckWording;
import org.postmortemflow.wording.CheckedWording;
import org.postmortemflow.wording.DismissFinding;
import org.postmortemflow.wording.Dismissals;
import org.postmortemflow.wording.ReviewBlockers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Kind checks as a writer meets them (R18 to R23, R27). */
@ApplicationTest
class ChecksPageTest {

    private static final PersonId KAVYA = new PersonId("kavya");
    private static final String BLAME = "The <b>engineer</b> should have known. The disk was full.";

    @Autowired
    MockMvc web;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Documents documents;

    @Autowired
    FollowUps followUps;

    @Autowired
    ExternalMessages messages;

    @Autowired
    CheckWording checkWording;

    @Autowired
    DismissFinding dismissFinding;

    @Autowired
    Dismissals dismissals;

    @Autowired
    ReviewBlockers blockers;

    private PostmortemId id;
    private String page;

    @BeforeEach
    void written(@Autowired org.postmortemflow.incident.ReportIncident reportIncident) {
        id = java.util.Objects.requireNonNull(reportIncident
                .report(new org.postmortemflow.incident.IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        TestClock.START,
                        null,
                        "Exports stopped",
                        Severity.SEV_1,
                        null,
                        null,
                        org.postmortemflow.incident.Resolution.at(TestClock.START),
                        List.of(new org.postmortemflow.incident.Mention("checkout-api", "checkout-api")),
                        List.of(),
                        "",
                        java.util.Set.of(),
                        null))
                .postmortem());
        page = "/postmortems/" + id + "/checks";
        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, BLAME), KAVYA);
    }

    @Test
    void aFindingShowsRulePlaceWhyAndABetterWordingAndHostileTextStaysText() throws Exception {
        reads(page)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("R19")))
                .andExpect(content().string(containsString("<mark>should have known</mark>")))
                .andExpect(content().string(containsString("Contributing factors")))
                .andExpect(content().string(containsString("Better:")))
                .andExpect(content().string(containsString("&lt;b&gt;engineer")))
                .andExpect(content().string(not(containsString("<b>engineer"))));
        reads("/postmortems/" + id)
                .andExpect(content().string(containsString("Kind checks")))
                .andExpect(content().string(containsString("<mark>should have known</mark>")));
    }

    @Test
    void aDismissedFindingStaysSoWhileItsSentenceStaysAndCanBeBroughtBack() throws Exception {
        sends(page + "/dismissals", "fingerprint", only(), "reason", "It quotes the <i>audit</i>.")
                .andExpect(status().is3xxRedirection());
        reads(page)
                .andExpect(content().string(containsString("No hints")))
                .andExpect(content().string(containsString("It quotes the &lt;i&gt;audit")))
                .andExpect(content().string(containsString("Kavya Raman")));

        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, "More.  " + BLAME + " And more."), KAVYA);
        assertThat(open()).isEmpty();

        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, "The owner should have known."), KAVYA);
        assertThat(open()).hasSize(1);

        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, BLAME), KAVYA);
        UUID dismissal = dismissals.of(id).get(0).id();
        sends(page + "/dismissals/" + dismissal + "/remove").andExpect(status().is3xxRedirection());
        assertThat(open()).hasSize(1);
        assertThat(dismissals.of(id)).isEmpty();
    }

    @Test
    void withoutAReasonNothingIsDismissedAndThePageSaysSoBesideIt() throws Exception {
        sends(page + "/dismissals", "fingerprint", only(), "reason", " ")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please give the reason")));
        sends(page + "/dismissals", "fingerprint", "gone", "reason", "x")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("This hint is gone")));

        assertThat(open()).hasSize(1);
    }

    @Test
    void theSameInAnotherPostmortemIsNotDismissed(
            @Autowired org.postmortemflow.incident.ReportIncident reportIncident) {
        PostmortemId first = id;
        written(reportIncident);
        dismissFinding.dismiss(first, only(), "A quotation", KAVYA);

        assertThat(checkWording.of(first).open()).isEmpty();
        assertThat(open()).hasSize(1);
    }

    @Test
    void everythingIsJsonAsWell() throws Exception {
        followUps.write(
                id,
                List.of(new FollowUps.Draft(
                        null, "Better alerts", FollowUp.Kind.DETECTION, "payments", "P1", null, false, "")),
                "",
                KAVYA);

        reads("/api/postmortems/" + id + "/checks")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings[0].rule").value("hindsight"))
                .andExpect(jsonPath("$.findings[0].requirement").value("R19"))
                .andExpect(jsonPath("$.findings[0].place").value("section/contributingFactors"))
                .andExpect(jsonPath("$.findings[0].from").value(BLAME.indexOf("should")))
                .andExpect(jsonPath("$.findings[*].rule", hasItem("verb-first")))
                .andExpect(jsonPath("$.findings[?(@.rule == 'kind-missing')].sentence")
                        .value(hasItem(containsString("Prevention"))))
                .andExpect(jsonPath("$.blockers[*].block", hasItem("empty-sections")))
                .andExpect(jsonPath("$.spellingReady").value(true));
        reads("/api/postmortems/" + UUID.randomUUID() + "/checks").andExpect(status().isNotFound());
        reads("/postmortems/" + UUID.randomUUID() + "/checks").andExpect(status().isNotFound());
    }

    @Test
    void outageIsFineOnceTheImpactIsMarkedAsFull() throws Exception {
        documents.write(id, Map.of(SectionName.CONTRIBUTING_FACTORS, ""), KAVYA);
        messages.draft(
                id, "For 20 minutes there was an outage. All pages were down.", "We are sorry.", "We add a test.");
        assertThat(open()).extracting(hint -> hint.finding().rule().key()).containsExactly("outage");

        sends(page + "/full-outage", "full", "true").andExpect(status().is3xxRedirection());

        assertThat(open()).isEmpty();
        reads(page).andExpect(content().string(containsString("It was not a full outage")));
    }

    @Test
    void aStoppedPostmortemStaysAsItIs() {
        String fingerprint = only();
        postmortems.moveTo(id, Status.CANCELLED, KAVYA, "a test");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> dismissFinding.dismiss(id, fingerprint, "x", KAVYA))
                .isInstanceOf(Refused.class);
        assertThat(dismissals.of(id)).isEmpty();
    }

    @Test
    void aTeamThatIsNoneBlocksTheReviewAndAHintDoesNot() {
        followUps.write(
                id,
                List.of(new FollowUps.Draft(null, "Alerts", FollowUp.Kind.DETECTION, "nobody", "P1", null, false, "")),
                "",
                KAVYA);

        assertThat(blockers.of(id))
                .extracting(ReviewBlockers.Blocker::text)
                .contains(
                        "The follow-up \"Alerts\" has no owning team.",
                        "\"Timeline\" is empty.",
                        "\"Overview\" is empty.");
        assertThat(blockers.of(id)).extracting(ReviewBlockers.Blocker::text).noneMatch(text -> text.contains("verb"));
    }

    private List<CheckedWording.Hint> open() {
        return checkWording.of(id).open();
    }

    private String only() {
        return open().get(0).fingerprint();
    }

    private ResultActions reads(String address) throws Exception {
        return web.perform(get(address).with(user("kavya")));
    }

    private ResultActions sends(String address, String... typed) throws Exception {
        var request = post(address).with(user("kavya")).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }
}
