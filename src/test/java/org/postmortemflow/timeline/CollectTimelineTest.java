package org.postmortemflow.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.COLLECT_TIMELINE;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R17: facts with their time, kept in UTC and in order. */
@RoomSlice
class CollectTimelineTest {

    @Autowired
    Scene scene;

    @Autowired
    Timelines timelines;

    @Autowired
    TimelineRows rows;

    @Autowired
    EditTimeline edit;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void rowsAreKeptInOrderOfTime() {
        collect(
                row("2026-06-10 12:30", "Rolled back", "mitigated", "https://ci.example/42"),
                row("2026-06-10T11:58", "Release 17 went out", "cause-began", ""));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::at, TimelineItem::event, TimelineItem::kind, TimelineItem::source)
                .containsExactly(
                        tuple(
                                Instant.parse("2026-06-10T09:58:00Z"),
                                "Release 17 went out",
                                TimelineKind.CAUSE_BEGAN,
                                ""),
                        tuple(
                                Instant.parse("2026-06-10T10:30:00Z"),
                                "Rolled back",
                                TimelineKind.MITIGATED,
                                "https://ci.example/42"));
    }

    @Test
    void whatIsFilledInAgainIsTheSameTimelineToTheSecond() {
        collect(
                row("2026-06-10T11:58:07", "Release 17 went out", "cause-began", ""),
                row("2026-10-25T02:30+02:00", "Before the clock went back", "", ""),
                row("2026-10-25T02:30+01:00", "After the clock went back", "", ""));
        List<TimelineItem> before = timelines.of(id);

        scene.does(id, COLLECT_TIMELINE, "ada", Map.of());

        assertThat(timelines.of(id)).isEqualTo(before).hasSize(3);
        assertThat(before.get(2).at()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void whatTheFormDoesNotNameStaysAndNoOtherPostmortemIsTouched() {
        PostmortemId other = scene.postmortem(SEV_1);
        collect(row("2026-06-10 12:00", "Paged", "page", ""));
        scene.does(
                other,
                COLLECT_TIMELINE,
                "ada",
                Map.of("timeline", List.of(row("2026-06-10 12:00", "Elsewhere", "page", ""))));

        collect(row("2026-06-10 12:01", "Acknowledged", "acknowledged", ""));
        collect(row("2026-06-10 12:01", "Acknowledged", "acknowledged", ""));

        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Paged", "Acknowledged");
        assertThat(timelines.of(other)).extracting(TimelineItem::event).containsExactly("Elsewhere");
    }

    @Test
    void theFormChangesOnlyWhatItChanges() {
        timelines.add(
                id,
                List.of(
                        item("09:58", "Release 17 went out", false),
                        item("10:00", "Paged", false),
                        item("10:01", "Chatter", true)),
                new PersonId("ben"));
        TimelineItem severe = new TimelineItem(
                UUID.randomUUID(), at("10:05"), "Sev-1", TimelineKind.STATUS_CHANGE, "", false, SEV_1, null);
        timelines.add(id, List.of(severe), new PersonId("ben"));
        List<TimelineRow> before = rows.of(id);

        List<Map<String, Object>> form = form();
        assertThat(form).extracting(row -> row.get("event")).doesNotContain("Chatter");
        form.get(1).put("event", "Paged the on-call");
        form.get(2).put("at", "2026-06-10 12:06");
        collect(form.toArray(Map[]::new));

        List<TimelineRow> after = rows.of(id);
        assertThat(after)
                .extracting(row -> row.item().event())
                .containsExactly("Release 17 went out", "Paged the on-call", "Chatter", "Sev-1");
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(after.get(1).item().id()).isEqualTo(before.get(1).item().id());
        assertThat(after.get(1).written()).isEqualTo(1);
        assertThat(after.get(3).item().severity()).isEqualTo(SEV_1);
        assertThat(rows.changes(id)).hasSize(6);
    }

    @Test
    void aRowOfWhichOnlyTheIdIsLeftIsDeleted() {
        collect(row("2026-06-10 12:00", "Paged", "page", ""), row("2026-06-10 12:01", "Noise", "", ""));
        List<Map<String, Object>> form = form();
        form.get(1).putAll(Map.of("at", "", "event", "", "source", ""));

        collect(form.toArray(Map[]::new));

        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Paged");
    }

    @Test
    void whatOthersWroteMeanwhileStaysUnlessBothChangedTheSameRow() {
        collect(row("2026-06-10 12:00", "Paged", "page", ""), row("2026-06-10 12:01", "Looked", "", ""));
        List<Map<String, Object>> form = form();
        edit.save(id, item(0, "Paged the on-call of Checkout"), 0, new PersonId("ben"));
        edit.add(id, List.of(item("10:30", "Rolled back", false)), null, new PersonId("ben"));

        collect(form.toArray(Map[]::new));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::event)
                .containsExactly("Paged the on-call of Checkout", "Looked", "Rolled back");

        form.get(0).put("event", "The alert paged");
        assertThat(problemsOf(form.toArray(Map[]::new)))
                .containsOnlyKeys("timeline[0].event")
                .allSatisfy((field, message) -> assertThat(message).contains("Paged the on-call of Checkout"));
        assertThat(timelines.of(id).get(0).event()).isEqualTo("Paged the on-call of Checkout");
    }

    @Test
    void whatSomebodyDeletedMeanwhileDoesNotComeBackUnlessItWasChangedHere() {
        collect(row("2026-06-10 12:00", "Paged", "page", ""), row("2026-06-10 12:01", "Looked", "", ""));
        List<Map<String, Object>> form = form();
        edit.delete(id, timelines.of(id).get(1).id(), 0, new PersonId("ben"));

        collect(form.toArray(Map[]::new));
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Paged");

        form.get(1).put("event", "Looked at the graphs");
        collect(form.toArray(Map[]::new));
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Paged", "Looked at the graphs");
    }

    @Test
    void anEmptyTimelineIsRefusedAlsoWhenOnlyAKindWasChosen() {
        assertThat(problemsOf()).containsOnlyKeys("timeline");
        assertThat(problemsOf(row("", "", "page", ""), row("", "", "", ""))).containsOnlyKeys("timeline");
    }

    @Test
    void everyRowSaysWhatItLacksAndNothingIsKept() {
        assertThat(problemsOf(
                        row("2026-06-10 12:00", "Paged", "page", ""),
                        row("noon", "", "gossip", ""),
                        row("2026-06-10 12:00", "x".repeat(4001), "", "x".repeat(4001))))
                .containsOnlyKeys(
                        "timeline[1].at",
                        "timeline[1].event",
                        "timeline[1].kind",
                        "timeline[2].event",
                        "timeline[2].source")
                .allSatisfy((field, message) -> assertThat(message).startsWith("Row "));
        assertThat(timelines.of(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-10", "12:00", "2026-13-40 12:00", "20026-06-10 12:00", "0026-06-10 12:00", "now()"})
    void aTimeThatCannotBeReadOrMeantIsRefused(String time) {
        assertThat(problemsOf(row(time, "Paged", "page", ""))).containsOnlyKeys("timeline[0].at");
    }

    @Test
    void thereIsAnEndToRows() {
        assertThat(problemsOf(Collections.nCopies(501, row("2026-06-10 12:00", "Again", "", ""))
                        .toArray(Map[]::new)))
                .containsOnlyKeys("timeline");
    }

    @Test
    void hostileTextIsKeptAsText() {
        collect(row("2026-06-10 12:00", "<script>alert(1)</script> '); drop table timeline_item; --", "", ""));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::event)
                .containsExactly("<script>alert(1)</script> '); drop table timeline_item; --");
    }

    private List<Map<String, Object>> form() {
        return new StepAnswers(scene.prefill(id, COLLECT_TIMELINE))
                .rows("timeline").stream()
                        .map(row -> (Map<String, Object>) new HashMap<String, Object>(row))
                        .toList();
    }

    private TimelineItem item(int place, String event) {
        TimelineItem now = timelines.of(id).get(place);
        return new TimelineItem(now.id(), now.at(), event, now.kind(), now.source(), now.hidden());
    }

    private static TimelineItem item(String utc, String event, boolean hidden) {
        return new TimelineItem(UUID.randomUUID(), at(utc), event, TimelineKind.ACTION, "", hidden);
    }

    private static Instant at(String utc) {
        return Instant.parse("2026-06-10T" + utc + ":00Z");
    }

    private void collect(Map<?, ?>... rows) {
        scene.does(id, COLLECT_TIMELINE, "ada", Map.of("timeline", List.of(rows)));
    }

    private Map<String, String> problemsOf(Map<?, ?>... rows) {
        return scene.problemsOf(id, COLLECT_TIMELINE, "ada", Map.of("timeline", List.of(rows)));
    }

    private static Map<String, String> row(String at, String event, String kind, String source) {
        return Map.of("at", at, "event", event, "kind", kind, "source", source);
    }
}
