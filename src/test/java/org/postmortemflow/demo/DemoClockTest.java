package org.postmortemflow.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.people.DemoOrganisation;
import org.postmortemflow.shared.ClockMoved;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** The demo lives ahead of time when it is told to; nothing else ever does. */
class DemoClockTest {

    private static final String DEMO = "classpath:organisation/demo.yaml";
    private static final PersonId ADMIN = new PersonId("admin");

    private final TestClock real = new TestClock();
    private final DemoClock clock = new DemoClock(real, Duration.ZERO, DEMO);
    private final List<Object> told = new ArrayList<>();
    private final MoveClock moveClock =
            new MoveClock(clock, new TwoDeadlines(), DemoOrganisation.read(), event -> told.add(event));

    @Test
    void withoutTheSettingItIsTheRealClock() {
        assertThat(clock.instant()).isEqualTo(TestClock.START);
        assertThat(clock.isAhead()).isFalse();
    }

    @Test
    void itGoesOnAheadOfTheRealOneByTheSetting() {
        DemoClock ahead = new DemoClock(real, Duration.ofHours(28), DEMO);
        real.advance(Duration.ofMinutes(5));

        assertThat(ahead.instant()).isEqualTo(real.instant().plus(Duration.ofHours(28)));
        assertThat(ahead.aheadInWords()).isEqualTo("1 day 4 hours");
    }

    @Test
    void aRealOrganisationIsNotStartedInAnotherTime() {
        assertThatThrownBy(
                        () -> new DemoClock(real, Duration.ofHours(1), "file:/etc/postmortem-flow/organisation.yaml"))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason())
                                .contains(
                                        "Only the demo organisation",
                                        "/etc/postmortem-flow",
                                        "leave this setting out"));
        assertThat(new DemoClock(real, Duration.ZERO, "file:/etc/organisation.yaml").isDemo())
                .isFalse();
    }

    @Test
    void itDoesNotGoBack() {
        assertThatThrownBy(() -> new DemoClock(real, Duration.ofHours(-1), DEMO))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void anAdministratorMovesItAndEverybodyWhoWaitsIsTold() {
        moveClock.move("4h", ADMIN);
        moveClock.move("1d", ADMIN);

        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofHours(28)));
        assertThat(told).containsExactly(new ClockMoved(Duration.ofHours(4)), new ClockMoved(Duration.ofHours(28)));
    }

    @Test
    void itMovesToTheNextDeadlineAndThenToTheOneAfterIt() {
        moveClock.move("next", ADMIN);
        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofHours(2)));

        moveClock.move("next", ADMIN);
        assertThat(clock.instant()).isEqualTo(TestClock.START.plus(Duration.ofDays(5)));

        assertThatThrownBy(() -> moveClock.move("next", ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no deadline ahead");
    }

    @Test
    void nobodyElseMovesItAndNobodyMovesThatOfARealOrganisation() {
        assertThatThrownBy(() -> moveClock.move("1h", new PersonId("ada"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moveClock.move("10y", ADMIN)).isInstanceOf(Refused.class);
        MoveClock ofReal = new MoveClock(
                new DemoClock(real, Duration.ZERO, "file:x"), new TwoDeadlines(), DemoOrganisation.read(), told::add);
        assertThatThrownBy(() -> ofReal.move("1h", ADMIN)).isInstanceOf(Refused.class);

        assertThat(clock.isAhead()).isFalse();
        assertThat(told).isEmpty();
    }

    /** In two hours and in five days. */
    private static final class TwoDeadlines implements StoredDeadlines {

        @Override
        public List<StoredDeadline> of(PostmortemId id) {
            return List.of();
        }

        @Override
        public List<StoredDeadline> open(Instant dueBefore) {
            return List.of(due(Duration.ofHours(2)), due(Duration.ofDays(5)));
        }

        @Override
        public void warned(PostmortemId id, DeadlineKind kind, String subject, Instant at) {}

        private static StoredDeadline due(Duration later) {
            return new StoredDeadline(
                    PostmortemId.random(),
                    DeadlineKind.OWNER_DESIGNATED,
                    "",
                    "R2",
                    "",
                    "1",
                    TestClock.START.plus(later),
                    "because",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }
}
