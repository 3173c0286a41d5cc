package org.postmortemflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.shared.Step.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postmortemflow.people.DemoOrganisation;
import org.postmortemflow.people.TeamsElsewhere;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;

/** Deadlines of the demo organisation, in Berlin. */
class DeadlinesTest {

    /** Wednesday, 14:00 in Berlin. */
    private static final Instant RESOLVED = Instant.parse("2026-06-10T12:00:00Z");

    private static final Instant MEETING = Instant.parse("2026-06-12T07:00:00Z");

    private final OrganisationDeadlines deadlines =
            SlaScene.deadlines(DemoOrganisation.read(), settings("by-severity"));

    @Test
    void atFirstOnlyTheFirstStepsHaveDeadlines() {
        Map<Step, Deadline> known = deadlines.of(SlaScene.inputs(null, RESOLVED, null, null, null, null));

        assertThat(known).containsOnlyKeys(SET_SEVERITY, DESIGNATE_OWNER);
        assertDue(known, SET_SEVERITY, "2026-06-10T13:00:00Z");
        assertDue(known, DESIGNATE_OWNER, "2026-06-10T14:00:00Z");
    }

    @Test
    void theMeetingIsScheduledWithinOneBusinessDayOfTheDesignation() {
        Instant fridayEvening = Instant.parse("2026-06-12T18:00:00Z");

        Map<Step, Deadline> known = deadlines.of(SlaScene.inputs(null, RESOLVED, fridayEvening, null, null, null));

        assertDue(known, SCHEDULE_MEETING, "2026-06-15T22:00:00Z");
        assertThat(because(known, SCHEDULE_MEETING))
                .contains("1 business day", "Sat and Sun not counted", "last day Mon 15 Jun");
    }

    @Test
    void allWritingIsDueADayBeforeTheMeeting() {
        Map<Step, Deadline> known = withMeeting(MEETING);

        for (Step step : Step.values()) {
            if (step.isWriting()) {
                assertDue(known, step, "2026-06-11T07:00:00Z");
            }
        }
        assertThat(deadlines.reviewIsAskedAt(MEETING)).isEqualTo(Instant.parse("2026-06-11T07:00:00Z"));
    }

    @Test
    void theReviewEndsWhenTheMeetingStartsAndTheRecordIsDueFourHoursAfterItsEnd() {
        Map<Step, Deadline> known = withMeeting(MEETING);

        assertDue(known, REVIEW_POSTMORTEM, "2026-06-12T07:00:00Z");
        assertDue(known, HOLD_MEETING, "2026-06-12T11:30:00Z");
        assertThat(known).doesNotContainKey(PUBLISH_EXTERNAL_MESSAGE);
    }

    @Test
    void theExternalMessageIsPostedWithinOneBusinessDayOfTheMeeting() {
        Map<Step, Deadline> known = deadlines.of(
                SlaScene.inputs(Severity.SEV_1, RESOLVED, RESOLVED, MEETING, Duration.ofMinutes(60), MEETING));

        assertDue(known, PUBLISH_EXTERNAL_MESSAGE, "2026-06-15T22:00:00Z");
    }

    @Test
    void theMeetingsDeadlineFollowsTheSeverity() {
        assertThat(deadlines
                        .meetingMustStartBefore(DeadlineInputs.atFirst(Severity.SEV_1, RESOLVED, null, List.of()))
                        .at())
                .isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));
        assertThat(deadlines
                        .meetingMustStartBefore(DeadlineInputs.atFirst(Severity.SEV_2, RESOLVED, null, List.of()))
                        .at())
                .isEqualTo(Instant.parse("2026-06-17T22:00:00Z"));
        assertThat(deadlines
                        .meetingMustStartBefore(DeadlineInputs.atFirst(null, RESOLVED, null, List.of()))
                        .at())
                .isEqualTo(Instant.parse("2026-06-17T22:00:00Z"));
    }

    @Test
    void everyDeadlineSaysWhyWithItsZone() {
        Map<Step, Deadline> known = deadlines.of(
                SlaScene.inputs(Severity.SEV_1, RESOLVED, RESOLVED, MEETING, Duration.ofMinutes(60), MEETING));

        assertThat(known).containsOnlyKeys(Step.values());
        assertThat(known.values())
                .allSatisfy(deadline -> assertThat(deadline.because()).contains("Europe/Berlin"));
        assertThat(deadlines
                        .meetingMustStartBefore(DeadlineInputs.atFirst(Severity.SEV_1, RESOLVED, null, List.of()))
                        .because())
                .isEqualTo("Sev-1, 3 calendar days after Wed 10 Jun 2026; last day Sat 13 Jun (Europe/Berlin)");
    }

    @Test
    void theNextSlotIsOnAHalfHourWithinWorkingHours() {
        assertSlot("2026-06-10T12:01:00Z", 30, "2026-06-10T12:30:00Z");
        assertSlot("2026-06-10T12:30:00Z", 30, "2026-06-10T12:30:00Z");
        assertSlot("2026-06-10T03:00:00Z", 30, "2026-06-10T07:00:00Z");
    }

    @Test
    void aSlotThatWouldEndAfterWorkStartsTheNextWorkingMorning() {
        assertSlot("2026-06-10T14:30:00Z", 30, "2026-06-10T14:30:00Z");
        assertSlot("2026-06-10T14:30:00Z", 60, "2026-06-11T07:00:00Z");
        assertSlot("2026-06-12T20:00:00Z", 30, "2026-06-15T07:00:00Z");
    }

    @Test
    void aSlotLongerThanTheWorkingDayStartsWithTheDay() {
        assertSlot("2026-06-10T12:00:00Z", 600, "2026-06-11T07:00:00Z");
    }

    /** R9: as their deadlines, so that a proposal in Tokyo's night or on Dubai's weekend cannot come about. */
    @Test
    void slotsAreInTheWorkingHoursOfTheTeam() {
        BusinessHours spread = SlaScene.deadlines(TeamsElsewhere.read(""), settings("by-severity"));
        Instant thursdayAfternoon = Instant.parse("2026-06-11T14:00:00Z");
        Duration hour = Duration.ofHours(1);

        assertThat(spread.nextSlot(thursdayAfternoon, hour, List.of("shop"))).isEqualTo("2026-06-11T14:00:00Z");
        assertThat(spread.nextSlot(thursdayAfternoon, hour, List.of("app-tokyo")))
                .isEqualTo("2026-06-12T00:00:00Z");
        assertThat(spread.nextSlot(thursdayAfternoon, hour, List.of("app-dubai")))
                .isEqualTo("2026-06-14T05:00:00Z");
        assertThat(spread.closingBefore(Instant.parse("2026-06-13T15:00:00Z"), List.of("app-tokyo")))
                .as("17:00 of the Saturday that ends then")
                .isEqualTo("2026-06-13T08:00:00Z");
    }

    @Test
    void settingsThatCannotBeMeantStopTheStart() {
        assertThatThrownBy(() -> settings("monthly")).hasMessageContaining("meeting-rule");
        assertThatThrownBy(() -> new DeadlineSettings(
                        "by-severity", "resolution", Duration.ZERO, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO, 1))
                .hasMessageContaining("above zero");
    }

    private void assertSlot(String from, int minutes, String slot) {
        assertThat(deadlines.nextSlot(Instant.parse(from), Duration.ofMinutes(minutes), List.of()))
                .isEqualTo(Instant.parse(slot));
    }

    private Map<Step, Deadline> withMeeting(Instant start) {
        return deadlines.of(SlaScene.inputs(Severity.SEV_2, RESOLVED, RESOLVED, start, Duration.ofMinutes(30), null));
    }

    private static void assertDue(Map<Step, Deadline> known, Step step, String instant) {
        assertThat(Objects.requireNonNull(known.get(step)).at()).isEqualTo(Instant.parse(instant));
    }

    private static String because(Map<Step, Deadline> known, Step step) {
        return Objects.requireNonNull(known.get(step)).because();
    }

    private static DeadlineSettings settings(String meetingRule) {
        return new DeadlineSettings(
                meetingRule,
                "resolution",
                Duration.ofHours(1),
                Duration.ofHours(2),
                1,
                Duration.ofHours(24),
                Duration.ofHours(4),
                1);
    }
}
