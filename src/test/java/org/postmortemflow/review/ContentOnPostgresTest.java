package org.postmortemflow.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.review.Reviews.Verdict;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;

/** What is written, followed up, reviewed and announced, on PostgreSQL. */
@RoomSlice
@OnPostgres
class ContentOnPostgresTest {

    @Autowired
    Scene scene;

    @Autowired
    Documents documents;

    @Autowired
    Timelines timelines;

    @Autowired
    FollowUps followUps;

    @Autowired
    Reviews reviews;

    @Autowired
    AskForReview askForReview;

    @Autowired
    ExternalMessages messages;

    @Test
    void allOfItIsKeptAndChangedInPlace() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        Map<String, Object> row = Map.of("at", "2026-06-10 12:00", "event", "Paged", "kind", "page");
        scene.does(id, Step.COLLECT_TIMELINE, "ben", Map.of("timeline", List.of(row, row)));
        scene.does(id, Step.DESCRIBE_IMPACT, "kavya", Map.of("visibleMinutes", 4L, "functionality", "Paying"));
        scene.does(id, Step.DESCRIBE_IMPACT, "kavya", Map.of("visibleMinutes", 40L));
        Map<String, Object> alert = Map.of("title", "Add an alert", "kind", "detection", "team", "payments");
        scene.does(id, Step.OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(alert)));
        FollowUp opened = followUps.of(id).get(0);
        followUps.decide(opened.id(), Decision.AGREED, "");
        Map<String, Object> changed = new HashMap<>(alert);
        changed.put("id", opened.id().toString());
        changed.put("assignee", "liam");
        scene.does(id, Step.OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(changed)));
        Map<String, Object> draft = Map.of("summary", "Slow.", "whatHappened", "A change.", "whatWeDo", "Tests.");
        scene.does(id, Step.DRAFT_EXTERNAL_MESSAGE, "hana", draft);
        scene.does(id, Step.DRAFT_EXTERNAL_MESSAGE, "hana", draft);
        askForReview.ask(id, true);
        scene.does(id, Step.REVIEW_POSTMORTEM, "liam", Map.of("verdict", "approve", "readable", true));
        messages.decide(id, true);
        Map<String, Object> posted = Map.of("postedWhere", "here", "postedAt", TestClock.START.toString());
        scene.does(id, Step.PUBLISH_EXTERNAL_MESSAGE, "hana", posted);

        assertThat(timelines.of(id)).hasSize(2);
        assertThat(documents.of(id).text(SectionName.VISIBLE_MINUTES)).isEqualTo("40");
        assertThat(followUps.of(id)).hasSize(1).first().satisfies(followUp -> {
            assertThat(followUp.id()).isEqualTo(opened.id());
            assertThat(followUp.assignee()).hasToString("liam");
            assertThat(followUp.decision()).isEqualTo(Decision.AGREED);
        });
        assertThat(reviews.latest(id)).contains(new Verdict(true, Set.of()));
        assertThat(reviews.all(id).get(0).at()).isEqualTo(TestClock.START);
        assertThat(messages.of(id).orElseThrow().approved()).isTrue();
        assertThat(messages.of(id).orElseThrow().postedAt()).isEqualTo(TestClock.START);
    }
}
