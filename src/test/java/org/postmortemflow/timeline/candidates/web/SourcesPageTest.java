package org.postmortemflow.timeline.candidates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.CandidateFilter;

/** R4, R7, R17: a person brings a file and chooses; nothing lands in the timeline untold. */
@ApplicationTest
class SourcesPageTest extends SourcesScene {

    @Test
    void thePageSaysFirstWhatToBring() throws Exception {
        page("").andExpect(status().isOk())
                .andExpect(content().string(containsString("Slack export")))
                .andExpect(content().string(not(containsString("Throw away"))));
        web.perform(get("/postmortems/" + id).with(user("ben")))
                .andExpect(content().string(containsString(address)));
    }

    @Test
    void whatIsBroughtIsOfferedAndNotYetInTheTimeline() throws Exception {
        bring(slack()).andExpect(redirectedUrl(address + "#offered"));

        page("").andExpect(content().string(containsString("11 candidates")))
                .andExpect(content().string(containsString("@Chloe Martin please look")))
                .andExpect(content().string(containsString("Lunch?")))
                .andExpect(content().string(containsString("alert on the pool&#39;s size")));
        assertThat(timelines.of(id)).isEmpty();
        assertThat(all())
                .filteredOn(one -> one.text().startsWith("Deployed 17"))
                .extracting(Candidate::kind)
                .containsExactly(TimelineKind.MITIGATED);
    }

    @Test
    void tickedRowsGoIntoTheTimelineAsWordedAndTheOthersDoNot() throws Exception {
        bring(slack());
        Candidate resolved = candidate("Resolved");
        Candidate deployed = candidate("Deployed");

        rows(
                        "take",
                        resolved.id() + "",
                        "text-" + resolved.id(),
                        "Resolved.",
                        "kind-" + resolved.id(),
                        "resolved",
                        "take",
                        deployed.id() + "",
                        "text-" + deployed.id(),
                        deployed.text(),
                        "text-" + candidate("Lunch").id(),
                        "Lunch?")
                .andExpect(flash().attribute("notice", "Added to the timeline: 2 rows."));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::at, TimelineItem::event, TimelineItem::kind)
                .containsExactly(
                        tuple(Instant.parse("2026-06-10T08:55:00.000300Z"), deployed.text(), TimelineKind.MITIGATED),
                        tuple(Instant.parse("2026-06-10T09:20:00.001Z"), "Resolved.", TimelineKind.RESOLVED));
        assertThat(timelines.of(id).get(0).source())
                .isEqualTo("https://demo-shop.slack.com/archives/C0INC/p1781081700000300");
        page("").andExpect(content().string(containsString("Already there")));
    }

    @Test
    void theSameFileBroughtTwiceDoublesNothing() throws Exception {
        bring(slack());
        take("Resolved");

        bring(slack());
        take("Resolved").andExpect(flash().attribute("notice", "The timeline has all of these already."));

        assertThat(all()).hasSize(11);
        assertThat(timelines.of(id)).hasSize(1);
        assertThat(candidates.gatherings(id)).hasSize(1);
        assertThat(todos.of(id)).hasSize(2);
        assertThat(candidates.writers(id)).hasSize(4);
    }

    @Test
    void aRowThatWasRewordedOrMadeAnewIsKnownAgain() throws Exception {
        bring(slack());
        take("Resolved");
        TimelineItem item = timelines.of(id).get(0);
        timelines.replace(
                id,
                List.of(TimelineItem.of(item.at(), "All is well again", item.kind(), item.source())),
                new org.postmortemflow.shared.PersonId("ada"));

        bring(slack());

        take("Resolved");
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("All is well again");
    }

    @Test
    void namesStandBeforeTheWordsWhenThatIsWanted() throws Exception {
        bring(slack());

        rows(
                "take",
                candidate("Resolved").id() + "",
                "text-" + candidate("Resolved").id(),
                "Over.",
                "withNames",
                "true");

        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Ada Okafor: Over.");
    }

    @Test
    void whatCannotBeTakenIsShownAgainWithAllThatWasTyped() throws Exception {
        bring(slack());
        Candidate resolved = candidate("Resolved");
        Candidate deployed = candidate("Deployed");

        rows(
                        "take",
                        resolved.id() + "",
                        "text-" + resolved.id(),
                        "x".repeat(4001),
                        "take",
                        deployed.id() + "",
                        "text-" + deployed.id(),
                        "My own words",
                        "kind-" + deployed.id(),
                        "decision")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("this has 4,001: please shorten it")))
                .andExpect(content().string(containsString("My own words")));

        assertThat(timelines.of(id)).isEmpty();
    }

    @Test
    void nothingTickedAndWhatIsNotOfferedHereIsRefused() throws Exception {
        bring(slack());
        PostmortemId other = incident();

        rows().andExpect(status().isUnprocessableEntity());
        rows("take", UUID.randomUUID() + "").andExpect(status().isUnprocessableEntity());
        web.perform(post("/postmortems/" + other + "/timeline/sources/rows")
                        .with(user("ben"))
                        .with(csrf())
                        .param("take", candidate("Resolved").id() + "")
                        .param("text-" + candidate("Resolved").id(), "stolen"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(timelines.of(other)).isEmpty();
    }

    @Test
    void thrownAwayIsAllButTheTimelineOfThisPostmortem() throws Exception {
        bring(slack());
        take("Resolved");
        PostmortemId other = incident();
        bring(other, slack());
        UUID gathering = candidates.gatherings(id).get(0).id();

        web.perform(post("/postmortems/" + other + "/timeline/sources/" + gathering + "/throw-away")
                .with(user("ben"))
                .with(csrf()));
        assertThat(all()).hasSize(11);
        web.perform(post(address + "/" + gathering + "/throw-away")
                .with(user("ben"))
                .with(csrf()));

        assertThat(all()).isEmpty();
        assertThat(todos.of(id)).isEmpty();
        assertThat(candidates.gatherings(id)).isEmpty();
        assertThat(timelines.of(id)).hasSize(1);
        assertThat(candidates.count(other, CandidateFilter.ALL)).isEqualTo(11);
    }

    @Test
    void aPostmortemThatHasEndedIsReadOnly() throws Exception {
        bring(slack());
        postmortems.moveTo(id, Status.CANCELLED, null, "a drill");

        bring(slack()).andExpect(status().isUnprocessableEntity());
        rows(
                        "take",
                        candidate("Resolved").id() + "",
                        "text-" + candidate("Resolved").id(),
                        "Over.")
                .andExpect(status().isUnprocessableEntity());
        page("").andExpect(status().isOk()).andExpect(content().string(not(containsString("Read it"))));
        assertThat(timelines.of(id)).isEmpty();
    }
}
