package org.postmortemflow.dashboard.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.Distribution;

/** The arithmetic of figures on values that can be counted on fingers. */
class FiguresTest {

    @Test
    void aPercentileIsAValueThatWasThereByNearestRank() {
        Distribution ten = hours(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

        assertThat(ten.count()).isEqualTo(10);
        assertThat(ten.median()).isEqualTo(Duration.ofHours(5));
        assertThat(ten.p90()).isEqualTo(Duration.ofHours(9));
        assertThat(ten.worst()).isEqualTo(Duration.ofHours(10));
    }

    @Test
    void ofAnOddNumberTheMedianIsTheMiddle() {
        assertThat(hours(100, 1, 3).median()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void fewerThanFiveHaveNoNinetiethPercentile() {
        assertThat(hours(1, 2, 3, 4).p90()).isNull();
        assertThat(hours(1, 2, 3, 4, 5).p90()).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void nothingHasNoPercentiles() {
        assertThat(hours().median()).isNull();
        assertThat(hours().p90()).isNull();
        assertThat(hours().worst()).isNull();
    }

    @Test
    void aShareIsRoundedButNeverToAllOrNone() {
        assertThat(new Share(2, 3).percent()).isEqualTo(67);
        assertThat(new Share(999, 1000).percent()).isEqualTo(99);
        assertThat(new Share(1, 1000).percent()).isEqualTo(1);
        assertThat(new Share(3, 3).words()).isEqualTo("100 % (3 of 3)");
        assertThat(new Share(0, 0).percent()).isNull();
        assertThat(new Share(0, 0).words()).isEqualTo("none to count");
    }

    @Test
    void underEightyPercentIsExactAndNothingIsNotUnder() {
        assertThat(new Share(4, 5).isUnder(80)).isFalse();
        assertThat(new Share(7999, 10000).isUnder(80)).isTrue();
        assertThat(new Share(0, 0).isUnder(80)).isFalse();
    }

    @Test
    void whatIsLeftIsWhatWasThereAndCameAndDidNotGo() {
        Flow flow = Flow.from(2, List.of(3, 0, 1), List.of(1, 2, 1));

        assertThat(flow.left()).containsExactly(4, 2, 2);
        assertThat(flow.growth()).isZero();
        assertThat(flow.direction()).isEqualTo("steady");
        assertThat(Flow.from(0, List.of(2), List.of(1)).direction()).isEqualTo("growing");
        assertThat(Flow.from(2, List.of(0), List.of(1)).direction()).isEqualTo("shrinking");
    }

    private static Distribution hours(int... hours) {
        return Distribution.of(IntStream.of(hours).mapToObj(Duration::ofHours).toList());
    }
}
