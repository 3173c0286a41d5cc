package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;

class FilterQueryTest {

    private static final FactFilter USUAL = FactFilter.ALL.within(YearMonth.of(2026, 1), YearMonth.of(2026, 6));

    @Test
    void nothingSaidIsTheUsual() {
        assertThat(FilterQuery.read(Map.of(), USUAL)).isEqualTo(USUAL);
        assertThat(FilterQuery.read(Map.of("from", List.of(""), "team", List.of(" ")), USUAL))
                .isEqualTo(USUAL);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        FactFilter filter = new FactFilter(
                YearMonth.of(2025, 12),
                YearMonth.of(2026, 2),
                Set.of("checkout", ""),
                Set.of("checkout-api"),
                Set.of(Severity.SEV_1, Severity.SEV_2),
                Set.of(new PersonId("ada")),
                Set.of(Status.IN_REVIEW));

        Map<String, List<String>> written = FilterQuery.write(filter);

        assertThat(written).containsEntry("team", List.of("checkout", "none"));
        assertThat(FilterQuery.read(written, USUAL)).isEqualTo(filter);
    }

    @ParameterizedTest
    @CsvSource({
        "from, June",
        "from, 2026-13",
        "to, 99999-01",
        "severity, bad",
        "status, gone",
        "from, 2026-07",
        "from, 1990-01"
    })
    void whatCannotBeReadIsRefusedBesideItsField(String field, String value) {
        Map<String, List<String>> params = new HashMap<>(Map.of("to", List.of("2026-06")));
        params.put(field, List.of(value));

        assertThatThrownBy(() -> FilterQuery.read(params, USUAL))
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .satisfies(refused -> assertThat(refused.problems()).containsOnlyKeys(field));
    }

    @Test
    void aFirstMonthAfterTheUsualOnesIsLookedAtAlone() {
        FactFilter filter = FilterQuery.read(Map.of("from", List.of("2026-09")), USUAL);

        assertThat(filter.from()).isEqualTo(filter.to()).isEqualTo(YearMonth.of(2026, 9));
    }
}
