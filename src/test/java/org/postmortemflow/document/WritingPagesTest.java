package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.StepForms;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The writing steps on our own page: rows that repeat without JavaScript, messages beside cells, nothing typed is lost. */
@ProcessTest
class WritingPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    StepForms forms;

    @Autowired
    Documents documents;

    @Autowired
    Timelines timelines;

    @Autowired
    FollowUps followUps;

    private PostmortemId id;

    @BeforeEach
    void writingHasBegun() {
        walk.reset();
        id = walk.incident(SEV_1);
        walk.upTo(id, Step.COLLECT_TIMELINE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "COLLECT_.*|DESCRIBE_.*|ANALYSE|OPEN_.*|DRAFT_.*")
    void everyWritingStepShowsAllItsFields(Step step) throws Exception {
        String page = browser.perform(as(step, get(address(step))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(forms.of(step).prefill(id).keySet())
                .filteredOn(field -> !field.endsWith("Options") && !field.equals("zone"))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(page).contains("id=\"" + field + "\""));
    }

    @Test
    void aTimelineIsTypedInRowsAndEmptyOnesAreLeftOut() throws Exception {
        browser.perform(as(Step.COLLECT_TIMELINE, post(address(Step.COLLECT_TIMELINE)))
                        .param("timeline[0].at", "2026-06-10T13:30")
                        .param("timeline[0].event", "Payments take long")
                        .param("timeline[0].kind", "detected")
                        .param("timeline[1].at", "")
                        .param("timeline[1].event", "")
                        .param("timeline[3].at", "2026-06-10T12:00")
                        .param("timeline[3].event", "Release 7 goes out"))
                .andExpect(status().is3xxRedirection());

        assertThat(timelines.of(id))
                .extracting(TimelineItem::event)
                .containsExactly("Release 7 goes out", "Payments take long");
    }

    @Test
    void aRowThatIsWrongGetsItsMessageAndKeepsWhatWasTyped() throws Exception {
        browser.perform(as(Step.COLLECT_TIMELINE, post(address(Step.COLLECT_TIMELINE)))
                        .param("timeline[0].at", "about noon")
                        .param("timeline[0].event", "<script>alert('x')</script>")
                        .param("timeline[0].source", "\"><img src=x>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"timeline[0].at-problem\"")))
                .andExpect(content().string(containsString("value=\"about noon\"")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x"))));

        assertThat(timelines.of(id)).isEmpty();
    }

    @Test
    void moreRowsCanBeAskedForWithoutSaving() throws Exception {
        browser.perform(as(Step.COLLECT_TIMELINE, post(address(Step.COLLECT_TIMELINE)))
                        .param("timeline[0].at", "2026-06-10T13:30")
                        .param("timeline[0].event", "Payments take long")
                        .param("moreRows", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Payments take long")))
                .andExpect(content().string(containsString("name=\"timeline[5].event\"")));

        assertThat(timelines.of(id)).isEmpty();
    }

    @Test
    void aFollowUpThatAReviewSentBackIsChangedInItsRow() throws Exception {
        walk.upTo(id, Step.REVIEW_POSTMORTEM);
        FollowUp before = followUps.of(id).get(0);
        walk.does(
                id,
                Step.REVIEW_POSTMORTEM,
                new PersonId("deniz"),
                Map.of("verdict", "changes", "comments", "Which limit?", "revise", List.of("open-follow-ups")));
        browser.perform(as(Step.OPEN_FOLLOW_UPS, get(address(Step.OPEN_FOLLOW_UPS))))
                .andExpect(content().string(containsString("value=\"" + before.id() + "\"")));

        browser.perform(as(Step.OPEN_FOLLOW_UPS, post(address(Step.OPEN_FOLLOW_UPS)))
                        .param("followUps[0].id", before.id().toString())
                        .param("followUps[0].title", "Add an alert for payments slower than 3 s")
                        .param("followUps[0].kind", "detection")
                        .param("followUps[0].team", "payments")
                        .param("followUps[0].discuss", "true"))
                .andExpect(status().is3xxRedirection());

        FollowUp after = followUps.of(id).get(0);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.title()).isEqualTo("Add an alert for payments slower than 3 s");
        assertThat(after.discuss()).isTrue();
    }

    private String address(Step step) {
        return "/postmortems/" + id + "/steps/" + step.key();
    }

    private MockHttpServletRequestBuilder as(Step step, MockHttpServletRequestBuilder request) {
        String person = String.valueOf(steps.open(id, step).orElseThrow().assignee());
        return request.with(user(person)).with(csrf());
    }
}
