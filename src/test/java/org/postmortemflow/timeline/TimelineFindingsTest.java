package org.postmortemflow.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.postmortemflow.timeline.Items.item;
import static org.postmortemflow.timeline.TimelineKind.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.timeline.TimelineFindings.OutOfOrder;

/** R17: gaps, times out of order, rows without evidence and moments that nobody told are pointed out. */
class TimelineFindingsTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void aLongTimeOfTheResponseWithoutARowIsAGap() {
        TimelineFindings findings = of(
                item("08:00", CAUSE_BEGAN),
                item("12:00", DETECTED),
                item("12:30", ACTION),
                item("13:01", MITIGATED),
                item("13:10", RESOLVED),
                item("18:00", LEARNED_LATER));

        assertThat(findings.gaps())
                .extracting(gap -> gap.from().kind(), TimelineFindings.Gap::length)
                .containsExactly(tuple(ACTION, Duration.ofMinutes(31)));
    }

    @Test
    void whatWasPutAsideNeitherFillsAGapNorIsCounted() {
        TimelineFindings findings =
                of(item("12:00", DETECTED), item("12:20", ACTION).hidden(true), item("12:40", RESOLVED));

        assertThat(findings.gaps()).hasSize(1);
        assertThat(findings.shown()).isEqualTo(2);
    }

    @Test
    void twoRowsThatWereSwappedArePointedOutOnce() {
        List<OutOfOrder> strays = of(
                        item("11:00", ACTION), item("11:08", ACTION), item("11:07", ACTION), item("11:59", ACTION))
                .outOfOrder();

        assertThat(strays).singleElement().satisfies(stray -> {
            assertThat(stray.row().item().at()).isEqualTo(Items.at("11:07"));
            assertThat(stray.row().written()).isEqualTo(2);
            assertThat(stray.neighbour().at()).isEqualTo(Items.at("11:08"));
            assertThat(stray.writtenAfter()).isTrue();
        });
    }

    @Test
    void oneSlipFarAwayDoesNotAccuseAllTheOthers() {
        assertThat(of(item("11:00", ACTION), item("23:08", ACTION), item("11:07", ACTION), item("11:59", ACTION))
                        .outOfOrder())
                .singleElement()
                .satisfies(stray -> {
                    assertThat(stray.row().item().at()).isEqualTo(Items.at("23:08"));
                    assertThat(stray.writtenAfter()).isFalse();
                });
    }

    @Test
    void rowsThatWereTypedOneByOneAreNeverOutOfOrder() {
        List<TimelineRow> typed = Stream.of(item("12:00", ACTION), item("11:00", ACTION))
                .map(TimelineRow::typed)
                .toList();

        assertThat(TimelineFindings.of(typed, HALF_AN_HOUR).outOfOrder()).isEmpty();
    }

    @Test
    void evidenceIsCountedAndMissingMomentsAreNamed() {
        TimelineItem shown = TimelineItem.of(Items.at("12:00"), "Paged", PAGE, "https://pager.example/1");

        TimelineFindings findings = of(shown, item("12:10", ACTION));

        assertThat(findings.withEvidence()).isEqualTo(1);
        assertThat(findings.shown()).isEqualTo(2);
        assertThat(findings.missing()).containsExactly(CAUSE_BEGAN, STATUS_PAGE_UPDATED, MITIGATED, RESOLVED);
        assertThat(of(Items.wholeIncident().toArray(TimelineItem[]::new)).missing())
                .isEmpty();
    }

    @Test
    void whateverIsWrittenTheRowsThatAreNotPointedOutAreInOrder() {
        Random random = new Random(17);
        for (int turn = 0; turn < 1000; turn++) {
            List<TimelineRow> rows = Items.written(Items.any(random));
            TimelineFindings findings = TimelineFindings.of(rows, HALF_AN_HOUR);
            List<UUID> strays = findings.outOfOrder().stream()
                    .map(stray -> stray.row().item().id())
                    .toList();

            assertThat(rows.stream()
                            .map(TimelineRow::item)
                            .filter(item -> !item.hidden() && !strays.contains(item.id())))
                    .isSortedAccordingTo(Comparator.comparing(TimelineItem::at));
            assertThat(findings.gaps())
                    .allSatisfy(gap -> assertThat(gap.length()).isGreaterThan(HALF_AN_HOUR));
            List<TimelineItem> sorted =
                    new ArrayList<>(rows.stream().map(TimelineRow::item).toList());
            sorted.sort(Comparator.comparing(TimelineItem::at));
            assertThat(TimelineFindings.of(Items.written(sorted), HALF_AN_HOUR).outOfOrder())
                    .isEmpty();
        }
    }

    private static TimelineFindings of(TimelineItem... written) {
        return TimelineFindings.of(Items.written(List.of(written)), HALF_AN_HOUR);
    }
}
