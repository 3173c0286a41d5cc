package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StayWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, under 1 min, 0 min",
        "PT59M59S, 59 min, 59 min",
        "PT1H, 1 h, 1 h",
        "PT29H31M, 1 d 5 h, 30 h",
        "PT48H, 2 d, 2 d",
        "PT239H, 9 d 23 h, 10 d",
        "PT240H, 10 d, 10 d"
    })
    void aLengthIsSaidInTwoUnitsAtMostAndRoughlyInOne(Duration length, String words, String rough) {
        assertThat(StayWords.words(length)).isEqualTo(words);
        assertThat(StayWords.rough(length)).isEqualTo(rough);
    }
}
