package org.postmortemflow.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.COLLECT_TIMELINE;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R17: facts with their time, kept in UTC and in order. */
@RoomSlice
class CollectTimelineTest {

    @Autowired
    Scene scene;

    @Autowired
    Timelines timelines;

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

        assertThat(timelines.of(id))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .isEqualTo(before)
                .hasSize(3);
        assertThat(before.get(2).at()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void aLaterTimelineReplacesTheEarlierOneAndNoOtherPostmortems() {
        PostmortemId other = scene.postmortem(SEV_1);
        collect(row("2026-06-10 12:00", "Paged", "page", ""));
        scene.does(
                other,
                COLLECT_TIMELINE,
                "ada",
                Map.of("timeline", List.of(row("2026-06-10 12:00", "Elsewhere", "page", ""))));

        collect(row("2026-06-10 12:01", "Paged by the alert", "page", ""));

        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Paged by the alert");
        assertThat(timelines.of(other)).extracting(TimelineItem::event).containsExactly("Elsewhere");
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
