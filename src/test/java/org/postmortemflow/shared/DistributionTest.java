package org.postmortemflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void eachPercentileIsAValueThatWasThere() {
        Distribution some = Distribution.of(List.of(hours(5), hours(1), hours(4), hours(2), hours(3)));

        assertThat(some.sorted()).containsExactly(hours(1), hours(2), hours(3), hours(4), hours(5));
        assertThat(some.median()).isEqualTo(hours(3));
        assertThat(some.p90()).isEqualTo(hours(5));
        assertThat(some.worst()).isEqualTo(hours(5));
    }

    @Test
    void ofFewAWorstIsKnownAndNo90thPercentile() {
        Distribution few = Distribution.of(List.of(hours(2), hours(1)));

        assertThat(few.p90()).isNull();
        assertThat(few.worst()).isEqualTo(hours(2));
        assertThat(Distribution.of(List.of()).median()).isNull();
    }

    @Test
    void aMistypedYearIsATimeLikeAnyOther() {
        Duration millennia = Duration.ofDays(2_000 * 365L).plusNanos(1_000);

        assertThat(Distribution.of(List.of(millennia, hours(1))).worst()).isEqualTo(millennia);
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
