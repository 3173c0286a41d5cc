package org.postmortemflow.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.shared.PostmortemId;

/** R29: small histories, counted by hand. */
class CountingTest {

    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    @Test
    void aFactorThatComesBackAtAnotherServiceIsNoRecurrence() {
        List<Case> cases = List.of(
                one(1, false, List.of("checkout", "search"), "pool", "alert"),
                one(2, false, List.of("checkout"), "pool"),
                one(3, false, List.of("portal"), "pool", "alert"));

        assertThat(Recurrence.in(cases)).singleElement().satisfies(again -> {
            assertThat(again.service()).isEqualTo("checkout");
            assertThat(again.factor()).isEqualTo("pool");
            assertThat(again.times()).isEqualTo(2);
        });
        assertThat(Tally.of(cases, Case::factors))
                .extracting(tally -> tally.name() + " " + tally.count())
                .containsExactly("pool 3", "alert 2");
    }

    @Test
    void whatOnlyPrivatePostmortemsNameMayNotBeNamed() {
        List<Case> cases = List.of(
                one(1, true, List.of("checkout"), "insider"),
                one(2, true, List.of("checkout"), "pool"),
                one(3, false, List.of("checkout"), "pool"));

        assertThat(Tally.of(cases, Case::factors))
                .extracting(tally -> tally.name() + " " + tally.count() + " " + tally.mayBeNamed())
                .containsExactly("pool 2 true", "insider 1 false");
        assertThat(Tally.of(cases, Case::factors).get(0).readable()).hasSize(1);
    }

    @Test
    void aLengthWhoseEndsAreTheWrongWayRoundIsNotKnown() {
        assertThat(Case.between(START.plusSeconds(1), START)).isNull();
        assertThat(Case.between(null, START)).isNull();
        assertThat(Case.between(START, START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void caseAndSpacesTellNoFactorsApart() {
        assertThat(FactorNames.of(" Connection  Pool, alert;alert\n,")).containsExactly("connection pool", "alert");
        assertThat(FactorNames.of("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "connection pool, CAPACITY",
        "missing alert, DETECTION",
        "expired certificate, DEPENDENCY",
        "config rollout, CHANGE",
        "slow failover, RECOVERY",
        "no runbook, PROCESS",
        "carpool, OTHER"
    })
    void aFactorsClassIsToldByItsWords(String factor, FactorClass expected) {
        assertThat(FactorClass.of(factor)).isEqualTo(expected);
    }

    @Test
    void quartersAreThoseOfTheYear() {
        assertThat(Period.QUARTER.between(YearMonth.of(2025, 12), YearMonth.of(2026, 4)))
                .extracting(Period.QUARTER::name)
                .containsExactly("Q4 2025", "Q1 2026", "Q2 2026");
        assertThat(Period.MONTH.between(YearMonth.of(2026, 5), YearMonth.of(2026, 5)))
                .extracting(Period.MONTH::name)
                .containsExactly("May 2026");
    }

    private static Case one(int day, boolean hidden, List<String> services, String... factors) {
        return new Case(
                PostmortemId.random(),
                "Checkout was slow",
                START.plus(Duration.ofDays(day)),
                YearMonth.of(2026, 5),
                hidden,
                services,
                Set.of(factors),
                null,
                null,
                null,
                "People");
    }
}
