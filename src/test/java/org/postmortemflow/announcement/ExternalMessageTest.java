package org.postmortemflow.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.DRAFT_EXTERNAL_MESSAGE;
import static org.postmortemflow.shared.Step.PUBLISH_EXTERNAL_MESSAGE;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R23 and R8: a draft until the meeting approves it, then Customer Support posts it and notes where and when. */
@RoomSlice
class ExternalMessageTest {

    private static final Map<String, Object> DRAFT = Map.of(
            "summary", "For 40 minutes paying took long.",
            "whatHappened", "A change slowed our database.",
            "whatWeDo", "We test changes on more data.");

    @Autowired
    Scene scene;

    @Autowired
    ExternalMessages messages;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void aDraftIsNotApprovedAndIsFilledInAgain() {
        scene.does(id, DRAFT_EXTERNAL_MESSAGE, "hana", DRAFT);

        assertThat(message().approved()).isNull();
        assertThat(message().postedAt()).isNull();
        assertThat(scene.prefill(id, DRAFT_EXTERNAL_MESSAGE)).isEqualTo(DRAFT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "whatHappened", "whatWeDo"})
    void everySectionIsNeededAndHasAnEnd(String section) {
        assertThat(scene.problemsOf(id, DRAFT_EXTERNAL_MESSAGE, "hana", with(DRAFT, section, " ")))
                .containsOnlyKeys(section);
        assertThat(scene.problemsOf(id, DRAFT_EXTERNAL_MESSAGE, "hana", with(DRAFT, section, "x".repeat(4001))))
                .containsOnlyKeys(section);
        assertThat(messages.of(id)).isEmpty();
    }

    @Test
    void aNewDraftHasToBeApprovedAnew() {
        scene.does(id, DRAFT_EXTERNAL_MESSAGE, "hana", DRAFT);
        messages.decide(id, true);
        assertThat(message().approved()).isTrue();

        scene.does(id, DRAFT_EXTERNAL_MESSAGE, "hana", with(DRAFT, "summary", "For 41 minutes paying took long."));

        assertThat(message().approved()).isNull();
    }

    @Test
    void supportSeesAllOfTheLongestMessage() {
        String longest = "x".repeat(4000);
        scene.does(
                id,
                DRAFT_EXTERNAL_MESSAGE,
                "hana",
                Map.of("summary", longest, "whatHappened", longest, "whatWeDo", longest));

        assertThat(scene.prefill(id, PUBLISH_EXTERNAL_MESSAGE))
                .containsEntry("summary", longest)
                .containsEntry("whatHappened", longest)
                .containsEntry("whatWeDo", longest)
                .containsEntry("postedWhere", "");
    }

    @Test
    void whereAndWhenItWasPostedIsKeptAndNoted() {
        approved();

        publish("https://status.example/7", "2026-06-10T13:45");

        assertThat(message().postedWhere()).isEqualTo("https://status.example/7");
        assertThat(message().postedAt()).isEqualTo(Instant.parse("2026-06-10T11:45:00Z"));
        assertThat(scene.history(id)).anyMatch(line -> line.contains("https://status.example/7"));
    }

    @Test
    void aTimeFromTasklistIsReadAsWell() {
        approved();

        publish("https://status.example/7", "2026-06-10T11:45Z");

        assertThat(message().postedAt()).isEqualTo(Instant.parse("2026-06-10T11:45:00Z"));
    }

    @Test
    void whereAndWhenAreNeededAndTheFutureIsNotTaken() {
        approved();

        assertThat(problemsOf("", "")).containsOnlyKeys("postedWhere", "postedAt");
        assertThat(problemsOf("x".repeat(1001), "yesterday")).containsOnlyKeys("postedWhere", "postedAt");
        assertThat(problemsOf("here", "2026-06-10T12:00:01Z")).containsOnlyKeys("postedAt");
        assertThat(message().postedAt()).isNull();
        assertThat(scene.history(id)).noneMatch(line -> line.contains("posted"));
        assertThat(problemsOf("here", "2026-06-10T12:00:00Z")).isEmpty();
    }

    private void approved() {
        scene.does(id, DRAFT_EXTERNAL_MESSAGE, "hana", DRAFT);
        messages.decide(id, true);
    }

    private void publish(String where, String at) {
        scene.does(id, PUBLISH_EXTERNAL_MESSAGE, "jonas", Map.of("postedWhere", where, "postedAt", at));
    }

    private Map<String, String> problemsOf(String where, String at) {
        return scene.problemsOf(id, PUBLISH_EXTERNAL_MESSAGE, "jonas", Map.of("postedWhere", where, "postedAt", at));
    }

    private ExternalMessage message() {
        return messages.of(id).orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(field, value);
        return changed;
    }
}
