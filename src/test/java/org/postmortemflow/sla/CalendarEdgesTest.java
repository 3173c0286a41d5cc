package org.postmortemflow.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.TeamsElsewhere;
import org.postmortemflow.shared.Severity;

/** What a team, a company and the calendar itself do to R9. */
class CalendarEdgesTest {

    /** Wednesday, 14:00 in Berlin. */
    private static final Instant RESOLVED = Instant.parse("2026-06-10T12:00:00Z");

    private final Organisation organisation = TeamsElsewhere.read("");
    private final OrganisationDeadlines deadlines = SlaScene.deadlines(organisation, settings("resolution"));

    @Test
    void theTeamOfTheFirstKnownServiceSaysZoneHolidaysAndWeekend() {
        Deadline tokyo = meeting(Severity.SEV_2, "2026-05-04T01:00:00Z", "unheard-of", "app-tokyo", "shop");
        Deadline dubai = meeting(Severity.SEV_2, "2026-06-10T12:00:00Z", "app-dubai");

        assertThat(tokyo.at()).isEqualTo(Instant.parse("2026-05-12T15:00:00Z"));
        assertThat(tokyo.because())
                .contains(
                        "Sev-2, 5 business days after Mon 4 May 2026",
                        "Asia/Tokyo",
                        "Tue 5 May (",
                        "last day Tue 12 May");
        assertThat(dubai.because()).contains("; Fri and Sat, ", "last day Thu 18 Jun", "Asia/Dubai");
        assertThat(meeting(Severity.SEV_2, "2026-05-04T01:00:00Z", "unheard-of").because())
                .contains("Europe/Berlin");
    }

    @Test
    void aTeamsOwnRuleWinsOverTheSetting() {
        assertThat(meeting(Severity.SEV_1, RESOLVED.toString(), "app-tokyo").rule())
                .isEqualTo("R9: 5 business days");
        assertThat(meeting(Severity.SEV_1, RESOLVED.toString(), "shop").rule()).isEqualTo("R9: 3 calendar days");
    }

    @Test
    void whatIsExplainedNamesTheWeekendOnceAndEachHoliday() {
        assertThat(meeting(Severity.SEV_2, "2026-12-22T09:00:00Z", "shop").because())
                .startsWith(
                        "Sev-2, 5 business days after Tue 22 Dec 2026; Sat and Sun, Thu 24 Dec (Company day), Fri 25 Dec (")
                .contains("Thu 31 Dec (Company day)", "Fri 1 Jan (", "not counted; last day Mon 4 Jan (Europe/Berlin)");
    }

    @Test
    void aLongCompanyHolidayStaysReadable() {
        StringBuilder holidays = new StringBuilder();
        for (int day = 11; day <= 30; day++) {
            holidays.append("  - {date: 2026-06-%d, name: %s}%n".formatted(day, "x".repeat(100)));
        }
        OrganisationDeadlines closed =
                SlaScene.deadlines(TeamsElsewhere.read(holidays.toString()), settings("resolution"));

        Deadline deadline =
                closed.meetingMustStartBefore(DeadlineInputs.atFirst(Severity.SEV_2, RESOLVED, null, List.of("shop")));

        assertThat(deadline.because()).hasSizeLessThan(1000).contains("more days off");
        assertThat(deadline.at()).isEqualTo(Instant.parse("2026-07-07T22:00:00Z"));
    }

    @Test
    void onlyTheMeetingCountsFromTheIncidentsStartWhenThatIsSet() {
        OrganisationDeadlines fromStart = SlaScene.deadlines(organisation, settings("incident-start"));
        Instant started = Instant.parse("2026-06-08T06:00:00Z");
        DeadlineInputs known = DeadlineInputs.atFirst(Severity.SEV_1, RESOLVED, started, List.of("shop"));
        DeadlineInputs unknown = DeadlineInputs.atFirst(Severity.SEV_1, RESOLVED, null, List.of("shop"));

        assertThat(fromStart.meetingMustStartBefore(known).at()).isEqualTo(Instant.parse("2026-06-11T22:00:00Z"));
        assertThat(fromStart.meetingMustStartBefore(known).because()).contains("when the incident started");
        assertThat(fromStart.meetingMustStartBefore(unknown).at()).isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));
        assertThat(fromStart.meetingMustStartBefore(unknown).because()).contains("start is not known");
        assertThat(Objects.requireNonNull(fromStart.all(known).get(DeadlineKind.SEVERITY_SET))
                        .at())
                .isEqualTo(RESOLVED.plus(Duration.ofHours(1)));
        assertThat(deadlines.meetingMustStartBefore(known).at()).isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));
        assertThatThrownBy(() -> settings("noon")).hasMessageContaining("meeting-counts-from");
    }

    @Test
    void aLeapDayCounts() {
        assertThat(meeting(Severity.SEV_1, "2028-02-27T10:00:00Z", "shop").because())
                .contains("last day Wed 1 Mar");
    }

    @Test
    void workingTimeIsTheTeamsOwn() {
        Instant tokyoMorning = Instant.parse("2026-06-10T00:30:00Z");
        Instant fridayNight = Instant.parse("2026-06-12T20:00:00Z");

        assertThat(deadlines.isWorkingTime(tokyoMorning, List.of("app-tokyo"))).isTrue();
        assertThat(deadlines.isWorkingTime(tokyoMorning, List.of())).isFalse();
        assertThat(deadlines.nextWorkingTime(tokyoMorning, List.of("app-tokyo")))
                .isEqualTo(tokyoMorning);
        assertThat(deadlines.nextWorkingTime(fridayNight, List.of())).isEqualTo(Instant.parse("2026-06-15T07:00:00Z"));
        assertThat(deadlines.nextWorkingTime(tokyoMorning, List.of())).isEqualTo(Instant.parse("2026-06-10T07:00:00Z"));
    }

    @Test
    void theVersionChangesWithEveryThingThatDecidesAndWithNothingElse() {
        String version = deadlines.version();

        assertThat(SlaScene.deadlines(TeamsElsewhere.read(""), settings("resolution"))
                        .version())
                .isEqualTo(version);
        assertThat(SlaScene.deadlines(organisation, settings("incident-start")).version())
                .isNotEqualTo(version);
        assertThat(SlaScene.deadlines(
                                TeamsElsewhere.read("  - {date: 2026-06-11, name: Fair}\n"), settings("resolution"))
                        .version())
                .isNotEqualTo(version);
    }

    private Deadline meeting(Severity severity, String resolved, String... services) {
        return deadlines.meetingMustStartBefore(
                DeadlineInputs.atFirst(severity, Instant.parse(resolved), null, List.of(services)));
    }

    private static DeadlineSettings settings(String countsFrom) {
        return new DeadlineSettings(
                "by-severity",
                countsFrom,
                Duration.ofHours(1),
                Duration.ofHours(2),
                1,
                Duration.ofHours(24),
                Duration.ofHours(4),
                1);
    }
}
