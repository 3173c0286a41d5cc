package org.postmortemflow.lifecycle.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.StepAnswers;
import org.springframework.util.LinkedMultiValueMap;

class TypedAnswersTest {

    private final LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    private StepAnswers read() {
        return TypedAnswers.read(typed);
    }

    @Test
    void rowsKeepTheOrderOfTheirNumbersAndEmptyOnesAreLeftOut() {
        typed.add("timeline[10].event", "second");
        typed.add("timeline[2].event", "first");
        typed.add("timeline[2].source", "log");
        typed.add("timeline[3].event", "  ");

        assertThat(read().values().get("timeline"))
                .isEqualTo(List.of(Map.of("event", "first", "source", "log"), Map.of("event", "second")));
    }

    @Test
    void aListOfBoxesIsAListHoweverManyAreTicked() {
        typed.add("_invitees", "none");
        assertThat(read().values().get("invitees")).isEqualTo(List.of());

        typed.add("invitees", "ada");
        assertThat(read().values().get("invitees")).isEqualTo(List.of("ada"));

        typed.add("invitees", "ben");
        assertThat(read().values().get("invitees")).isEqualTo(List.of("ada", "ben"));
    }

    @Test
    void aBoxThatIsNotTickedIsNo() {
        typed.add("_customersAffected", "no");
        assertThat(read().yes("customersAffected")).isFalse();
        assertThat(read().values()).containsKey("customersAffected");

        typed.add("customersAffected", "true");
        assertThat(read().yes("customersAffected")).isTrue();
    }

    @Test
    void aLineEndIsOneCharacterAsTheBrowserCountsIt() {
        typed.add("overview", "one\r\ntwo");

        assertThat(read().values().get("overview")).isEqualTo("one\ntwo");
    }

    @Test
    void strangeNamesAreLeftOut() {
        typed.add("a[1", "x");
        typed.add("rows[99999].event", "x");
        typed.add("rows[1].a.b", "x");
        typed.add("${x}", "x");

        assertThat(read().values()).isEmpty();
    }
}
