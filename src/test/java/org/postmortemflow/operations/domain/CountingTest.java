package org.postmortemflow.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
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

    /** 1, 2, 3, 4 and 10 minutes. */
    @Test
    void lengthsThatAreNotKnownAreLeftOut() {
        Spread spread = Spread.of(Arrays.asList(minutes(4), null, minutes(10), minutes(1), minutes(3), minutes(2)));

        assertThat(spread.count()).isEqualTo(5);
        assertThat(spread.median()).isEqualTo(minutes(3));
        assertThat(spread.p90()).isEqualTo(minutes(10));
        assertThat(Spread.of(List.of(minutes(1), minutes(2), minutes(3), minutes(4)))
                        .p90())
                .isNull();
        assertThat(Spread.of(List.of()).median()).isNull();
        assertThat(Case.between(START.plusSeconds(1), START)).isNull();
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

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
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
