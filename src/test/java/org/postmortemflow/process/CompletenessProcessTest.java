package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.*;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** R8: In Review means complete; R26: the link goes to the reviewers in time all the same. */
@ProcessTest
class CompletenessProcessTest {

    private static final Map<String, ?> WITHOUT_SOURCES = Map.of(
            "timeline",
            List.of(
                    Map.of(
                            "at",
                            "2026-06-10T11:30:00Z",
                            "event",
                            "Payments slow down",
                            "kind",
                            "detected",
                            "source",
                            ""),
                    Map.of(
                            "at",
                            "2026-06-10T12:00:00Z",
                            "event",
                            "Payments are fast",
                            "kind",
                            "resolved",
                            "source",
                            "")));

    @Autowired
    Walk walk;

    @Autowired
    Timelines timelines;

    @Autowired
    ExternalMessages messages;

    @Autowired
    MockMvc web;

    private PostmortemId id;

    @BeforeEach
    void begin() {
        walk.reset();
        id = walk.incident(SEV_1);
        walk.upTo(id, COLLECT_TIMELINE);
    }

    @Test
    void theLastWritingStepWaitsForWhatIsMissingAndSaysWhere() {
        walk.does(id, COLLECT_TIMELINE, People.SCRIBE, WITHOUT_SOURCES);
        Step last = allButOneWritingStep();

        assertThatThrownBy(() -> walk.does(id, last, doing(last)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsKey("/postmortems/" + id + "#timeline")
                                .containsValue("2 of 2 timeline items have no source; at most 50 % may lack one."));

        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);
        assertThat(walk.openSteps(id)).containsExactly(last);
        assertThat(walk.told(id, "review-asked")).isEmpty();
    }

    @Test
    void itIsInReviewOnceWhatWasMissingIsThere() {
        walk.does(id, COLLECT_TIMELINE, People.SCRIBE, WITHOUT_SOURCES);
        Step last = allButOneWritingStep();
        List<TimelineItem> sourced = timelines.of(id).stream()
                .map(item -> TimelineItem.of(item.at(), item.event(), item.kind(), "https://graphs.example/2"))
                .toList();
        timelines.replace(id, sourced, People.SCRIBE);

        walk.does(id, last, doing(last));

        assertThat(walk.status(id)).isEqualTo(Status.IN_REVIEW);
    }

    @Test
    void reviewersGetTheLinkInTimeAlsoOfAnIncompleteOne() {
        walk.does(id, COLLECT_TIMELINE, People.SCRIBE, WITHOUT_SOURCES);
        allButOneWritingStep();

        walk.passUntil(id, walk.meeting(id).start().minus(Duration.ofHours(24)));

        assertThat(walk.told(id, "review-asked")).isNotEmpty();
        assertThat(walk.status(id)).isEqualTo(Status.DRAFT);
    }

    @Test
    void messageAndFollowUpsShowTheirHintsWhereTheyAreWritten() throws Exception {
        walk.does(id, COLLECT_TIMELINE, People.SCRIBE);
        messages.draft(id, "The outage is over.", "We are sorry.", "We add a test.");

        step(DRAFT_EXTERNAL_MESSAGE).andExpect(content().string(containsString("<mark>outage</mark>")));
        step(OPEN_FOLLOW_UPS).andExpect(content().string(not(containsString("<mark>"))));
    }

    private ResultActions step(Step step) throws Exception {
        String person = doing(step).value();
        return web.perform(get("/postmortems/" + id + "/steps/" + step.key()).with(user(person)))
                .andExpect(status().isOk());
    }

    private Step allButOneWritingStep() {
        while (walk.openSteps(id).size() > 1) {
            Step next = walk.openSteps(id).get(0);
            walk.does(id, next, doing(next));
        }
        Step last = walk.openSteps(id).get(0);
        assertThat(last.isWriting()).isTrue();
        return last;
    }

    private PersonId doing(Step step) {
        return People.doing(walk.open(id, step));
    }
}
