package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** R15 on the page: each section is read, written, compared and corrected, without JavaScript as well. */
@ProcessTest
class SectionPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Walk walk;

    @Autowired
    Documents documents;

    @Autowired
    Postmortems postmortems;

    @Autowired
    TestClock clock;

    private PostmortemId id;
    private String page;
    private String overview;

    @BeforeEach
    void anIncident() {
        walk.reset();
        id = walk.incident(SEV_1);
        page = "/postmortems/" + id;
        overview = page + "/sections/overview";
    }

    @Test
    void thePageShowsEverySectionInItsPlaceAndEmptyOnesSayWhatBelongsThere() throws Exception {
        String html = reads("kavya", page).andReturn().getResponse().getContentAsString();

        for (SectionName section : SectionName.values()) {
            assertThat(html)
                    .contains(
                            "id=\"" + section.key() + "\"",
                            section.hint(),
                            "href=\"" + page + "/sections/" + section.key() + "\"");
        }
        assertThat(html).contains("<a href=\"#impact\">Impact</a>");
    }

    @Test
    void markdownIsShownAsSafeHtml() throws Exception {
        documents.write(
                id, Map.of(SectionName.OVERVIEW, "It was **slow** <script>alert(1)</script>"), new PersonId("ben"));

        reads("kavya", page)
                .andExpect(content()
                        .string(allOf(
                                containsString("It was <strong>slow</strong> &lt;script&gt;"),
                                not(containsString("<script>alert")))));
    }

    @Test
    void aSectionIsSavedAndTheReaderReturnsToIt() throws Exception {
        saves("ben", overview, 0, "It was slow.")
                .andExpect(redirectedUrl(page + "#overview"))
                .andExpect(flash().attribute("draftDone", "section " + id + " overview ben"));

        assertThat(text(SectionName.OVERVIEW)).isEqualTo("It was slow.");
    }

    @Test
    void aPreviewSavesNothingAndKeepsWhatWasTyped() throws Exception {
        sends("ben", overview, "text", "It was **slow**", "basedOn", "0", "preview", "yes")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("It was <strong>slow</strong>"),
                                containsString(">It was **slow**</textarea>"))));
        sends("ben", overview + "/preview", "text", "*x* <b>y</b>")
                .andExpect(content().string(allOf(containsString("<em>x</em>"), not(containsString("<b>")))));

        assertThat(text(SectionName.OVERVIEW)).isEmpty();
    }

    @Test
    void whatIsRefusedIsShownAgainWithAMessageBesideIt() throws Exception {
        String longer = "x".repeat(Documents.MAX_TEXT + 1);
        saves("ben", overview, 0, longer)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString(longer),
                                containsString("id=\"overview-problem\""),
                                containsString("data-echo=\"true\""))));
        saves("ben", page + "/sections/visibleMinutes", 0, "many \"x\"")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("value=\"many &quot;x&quot;\"")));
    }

    @Test
    void twoEditsOfOneSectionStandSideBySideAndAreMerged() throws Exception {
        saves("ben", overview, 0, "One.\n\nTwo.");
        saves("ben", overview, 1, "One, said Ben.\n\nTwo.");

        saves("kavya", overview, 1, "One.\n\nTwo, said <b>Kavya</b>.")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("One, said Ben.\n\nTwo."),
                                containsString("One.\n\nTwo, said &lt;b&gt;Kavya&lt;/b&gt;."),
                                containsString(">One, said Ben.\n\nTwo, said &lt;b&gt;Kavya&lt;/b&gt;.</textarea>"),
                                containsString("name=\"basedOn\" data-keep value=\"2\""))));
        assertThat(text(SectionName.OVERVIEW)).isEqualTo("One, said Ben.\n\nTwo.");

        saves("kavya", overview, 2, "One, said Ben.\n\nTwo, said Kavya.").andExpect(status().is3xxRedirection());
        assertThat(text(SectionName.OVERVIEW)).isEqualTo("One, said Ben.\n\nTwo, said Kavya.");
    }

    @Test
    void othersSeeWhoWritesForAMinute() throws Exception {
        reads("ben", overview);
        reads("kavya", page).andExpect(content().string(containsString("Ben Fischer is editing this.")));
        reads("ben", page).andExpect(content().string(not(containsString("is editing this"))));
        sends("kavya", overview + "/editing")
                .andExpect(content().string(containsString("Ben Fischer is editing this.")));

        clock.advance(Duration.ofSeconds(61));
        reads("hana", page).andExpect(content().string(not(containsString("is editing this"))));
    }

    @Test
    void theHistoryTellsWhoChangedWhatAndRestores() throws Exception {
        saves("ben", overview, 0, "It was slow.");
        saves("kavya", overview, 1, "It was down.");

        reads("hana", overview + "/history")
                .andExpect(content()
                        .string(allOf(
                                containsString("<del>slow</del><ins>down</ins>"),
                                containsString("Kavya Raman, "),
                                containsString("Ben Fischer, "))));
        reads("hana", overview + "/history?from=0&to=1")
                .andExpect(content().string(containsString("<ins>It was slow.</ins>")));
        reads("hana", overview + "/history?from=7").andExpect(status().isNotFound());

        sends("hana", overview + "/history/restore", "number", "1").andExpect(status().is3xxRedirection());
        assertThat(text(SectionName.OVERVIEW)).isEqualTo("It was slow.");
        sends("hana", overview + "/history/restore", "number", "9").andExpect(status().isNotFound());
    }

    @Test
    void aCorrectionAfterClosingIsMarkedOnThePageAndInTheHistory() throws Exception {
        saves("ben", overview, 0, "It was slow.");
        postmortems.moveTo(id, Status.IN_REVIEW, null, null);
        postmortems.moveTo(id, Status.REVIEWED, null, null);
        postmortems.moveTo(id, Status.CLOSED, null, null);

        reads("kavya", overview).andExpect(content().string(containsString("marked as a correction")));
        saves("kavya", overview, 1, "It was down.");

        reads("ben", page).andExpect(content().string(containsString("Corrected after closing: Kavya Raman")));
        reads("ben", overview + "/history").andExpect(content().string(containsString("Corrected after closing")));
    }

    @Test
    void aCancelledPostmortemIsReadButNotWritten() throws Exception {
        saves("ben", overview, 0, "It was slow.");
        postmortems.moveTo(id, Status.CANCELLED, new PersonId("ada"), "No incident");

        reads("kavya", page)
                .andExpect(content()
                        .string(allOf(
                                containsString("It was slow."), not(containsString("href=\"" + overview + "\"")))));
        reads("kavya", overview).andExpect(status().isConflict());
        saves("kavya", overview, 1, "x");
        assertThat(text(SectionName.OVERVIEW)).isEqualTo("It was slow.");
    }

    @Test
    void aStepThatWasOpenedBeforeSomebodyElseSavedTellsItBesideTheField() throws Exception {
        walk.upTo(id, Step.COLLECT_TIMELINE);
        saves("ben", overview, 0, "Ben's text");

        String owner = String.valueOf(walk.open(id, Step.ANALYSE).assignee());
        sends(
                        owner,
                        page + "/steps/analyse",
                        "overview",
                        "My text",
                        "whatHappened",
                        "b",
                        "contributingFactors",
                        "c",
                        "resolution",
                        "d",
                        "writtenFrom",
                        "overview=0")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"overview-problem\""),
                                        containsString("Ben Fischer saved another text"),
                                containsString(">My text</textarea>"), containsString("value=\"overview=0\""))));
        assertThat(text(SectionName.OVERVIEW)).isEqualTo("Ben's text");
    }

    @Test
    void nobodyWritesWithoutATokenAndUnknownSectionsAreNotThere() throws Exception {
        browser.perform(post(overview).with(user("ben")).param("text", "x").param("basedOn", "0"))
                .andExpect(status().isForbidden());
        reads("ben", page + "/sections/nothing").andExpect(status().isNotFound());
        reads("ben", "/postmortems/" + PostmortemId.random() + "/sections/overview")
                .andExpect(status().isNotFound());

        assertThat(text(SectionName.OVERVIEW)).isEmpty();
    }

    private ResultActions reads(String person, String address) throws Exception {
        return browser.perform(get(address).with(user(person)));
    }

    private ResultActions saves(String person, String address, int basedOn, String text) throws Exception {
        return sends(person, address, "text", text, "basedOn", String.valueOf(basedOn));
    }

    private ResultActions sends(String person, String address, String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return browser.perform(request);
    }

    private String text(SectionName section) {
        return documents.of(id).text(section);
    }
}
