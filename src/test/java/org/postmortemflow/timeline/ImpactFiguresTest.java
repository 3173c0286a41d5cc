package org.postmortemflow.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.timeline.Items.item;
import static org.postmortemflow.timeline.TimelineKind.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.Severity;

/** R16: exact numbers, computed from what the timeline says (R17) and nothing else. */
class ImpactFiguresTest {

    @Test
    void aWholeTimelineTellsEverything() {
        ImpactFigures figures = ImpactFigures.of(Items.wholeIncident());

        assertThat(figures.visible().minutes()).isEqualTo(67);
        assertThat(figures.sev1().minutes()).isEqualTo(57);
        assertThat(figures.sev2().minutes()).isEqualTo(9 + 28);
        assertThat(figures.toDetect().minutes()).isEqualTo(24);
        assertThat(figures.toAcknowledge().minutes()).isEqualTo(3);
        assertThat(figures.toMitigate().minutes()).isEqualTo(91);
        assertThat(figures.toResolve().minutes()).isEqualTo(119);
        assertThat(figures.sev2().stretches()).hasSize(2);
        assertThat(figures.toDetect().stretches().get(0).from().kind()).isEqualTo(CAUSE_BEGAN);
    }

    @Test
    void anEmptyTimelineTellsNothingAndSaysWhatIsLacking() {
        assertThat(all(ImpactFigures.of(List.of()))).allSatisfy(figure -> {
            assertThat(figure.length()).isNull();
            assertThat(figure.minutes()).isNull();
            assertThat(figure.lacking()).isNotBlank();
        });
        assertThat(ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN)))
                        .toDetect()
                        .lacking())
                .contains("'Detected'")
                .doesNotContain("'Cause began'");
    }

    @Test
    void withoutADetectionTheFirstPageIsOne() {
        ImpactFigures figures =
                ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN), item("12:05", PAGE), item("12:30", PAGE)));

        assertThat(figures.toDetect().minutes()).isEqualTo(5);
        assertThat(figures.toDetect().stretches().get(0).to().kind()).isEqualTo(PAGE);
    }

    @Test
    void anIncidentThatCameBackIsResolvedWhenItIsResolvedForGood() {
        ImpactFigures figures =
                ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN), item("13:00", RESOLVED), item("14:00", RESOLVED)));

        assertThat(figures.toResolve().minutes()).isEqualTo(120);
    }

    @Test
    void whatWasPutAsideDoesNotCount() {
        ImpactFigures figures = ImpactFigures.of(
                List.of(item("12:00", CAUSE_BEGAN), item("12:05", DETECTED).hidden(true), item("12:10", DETECTED)));

        assertThat(figures.toDetect().minutes()).isEqualTo(10);
    }

    @Test
    void timesThatContradictEachOtherGiveNoFigureButAHint() {
        Figure figure = ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN), item("11:00", DETECTED)))
                .toDetect();

        assertThat(figure.length()).isNull();
        assertThat(figure.lacking()).contains("before");
    }

    @Test
    void aSeverityLastsUntilTheNextAndTheSameOneTwiceIsOneStretch() {
        ImpactFigures figures = ImpactFigures.of(List.of(
                item("12:00", STATUS_CHANGE, Severity.SEV_1, null),
                item("12:20", STATUS_CHANGE, Severity.SEV_1, null),
                item("12:30", RESOLVED),
                item("12:50", STATUS_CHANGE, Severity.SEV_2, null)));

        assertThat(figures.sev1().minutes()).isEqualTo(30);
        assertThat(figures.sev1().stretches()).hasSize(1);
        assertThat(figures.sev2().minutes()).isZero();
    }

    @Test
    void withoutWordsAboutCustomersTheImpactGoesFromItsFirstChangeToTheMitigation() {
        ImpactFigures figures = ImpactFigures.of(
                List.of(item("12:00", IMPACT_CHANGE), item("12:40", MITIGATED), item("13:00", RESOLVED)));

        assertThat(figures.visible().minutes()).isEqualTo(40);
        assertThat(ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN), item("13:00", RESOLVED)))
                        .visible()
                        .isKnown())
                .isFalse();
    }

    @Test
    void typedMinutesAgreeGiveOrTakeTheRounding() {
        Figure figure = ImpactFigures.of(List.of(item("12:00", CAUSE_BEGAN), item("12:40:50", RESOLVED)))
                .toResolve();

        assertThat(figure.agreesWith(40)).isTrue();
        assertThat(figure.agreesWith(41)).isTrue();
        assertThat(figure.agreesWith(39)).isFalse();
        assertThat(figure.agreesWith(42)).isFalse();
    }

    @Test
    void whateverComesNothingIsNegativeAndTheOrderDoesNotMatter() {
        Random random = new Random(17);
        for (int turn = 0; turn < 2000; turn++) {
            List<TimelineItem> items = Items.any(random);
            ImpactFigures figures = ImpactFigures.of(items);
            List<TimelineItem> byTime = new ArrayList<>(items);
            byTime.sort(Comparator.comparing(TimelineItem::at));

            assertThat(ImpactFigures.of(byTime)).isEqualTo(figures);
            assertThat(all(figures)).allSatisfy(figure -> {
                assertThat(figure.isKnown()).isEqualTo(figure.lacking().isEmpty());
                assertThat(figure.stretches())
                        .allSatisfy(stretch -> assertThat(stretch.length()).isGreaterThanOrEqualTo(Duration.ZERO));
            });
            if (figures.sev1().length() != null && figures.sev2().length() != null) {
                assertThat(figures.sev1().length().plus(figures.sev2().length()))
                        .isLessThanOrEqualTo(Duration.ofDays(1));
            }
        }
    }

    private static List<Figure> all(ImpactFigures figures) {
        return Stream.of(
                        figures.visible(),
                        figures.sev1(),
                        figures.sev2(),
                        figures.toDetect(),
                        figures.toAcknowledge(),
                        figures.toMitigate(),
                        figures.toResolve())
                .toList();
    }
}
