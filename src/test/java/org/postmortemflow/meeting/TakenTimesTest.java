package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postmortemflow.calendar.BusyTimes.Busy;
import org.postmortemflow.calendar.BusyTimes.Known;
import org.postmortemflow.shared.PersonId;

/** R10: our own calendar and those of people together, and in words what was known. */
class TakenTimesTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId CHLOE = new PersonId("chloe");
    private static final Map<PersonId, String> NAMES = Map.of(ADA, "Ada", BEN, "Ben", CHLOE, "Chloé");
    private static final Instant NINE = Instant.parse("2026-06-11T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

    private final TakenTimes taken = new TakenTimes(
            List.of(
                    new Known(List.of(busy(NINE, BEN)), Set.of(), Set.of()),
                    new Known(List.of(busy(NINE.plusSeconds(1800), ADA)), Set.of(ADA), Set.of(CHLOE))),
            NAMES,
            Duration.ofHours(1));

    @Test
    void whatEitherCalendarKnowsStandsInTheWay() {
        assertThat(taken.busyAt(NINE)).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(taken.isFree(NINE)).isFalse();
        assertThat(taken.isFree(NOON)).isTrue();
    }

    @Test
    void itSaysWhoseCalendarsWereReadAndWhoseWereNot() {
        assertThat(taken.whoseCalendars())
                .contains("free in the own calendars of: Ada.")
                .contains("could not be read just now, so what is in them does not count: Chloé.");
        assertThat(taken.whoIsBusy(NINE)).startsWith("Busy then: Ada, Ben.").contains("does not count: Chloé.");
    }

    @Test
    void whereNobodysOwnCalendarIsKnownNothingIsSaidOfThem() {
        TakenTimes ours = new TakenTimes(List.of(new Known(List.of(), Set.of(), Set.of())), NAMES, Duration.ofHours(1));

        assertThat(ours.whoseCalendars()).isEmpty();
        assertThat(ours.whoIsBusy(NINE)).isEqualTo("Nobody who is required has another postmortem meeting then.");
    }

    private static Busy busy(Instant start, PersonId person) {
        return new Busy(start, start.plus(Duration.ofHours(1)), Set.of(person));
    }
}
