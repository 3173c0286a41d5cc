package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Severity.SEV_3;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.TestClock;
import org.postmortemflow.dashboard.PromiseRecords.Missed;
import org.postmortemflow.dashboard.PromisesReport.MeetingShare;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each figure on a small history that is counted by hand: April and May 2026, looked at on 10 June. */
@RoomSlice
class PromisesTest {

    private static final Instant APRIL = Instant.parse("2026-04-10T10:00:00Z");
    /** Still April in UTC, but May in Berlin. */
    private static final Instant MAY = Instant.parse("2026-04-30T22:30:00Z");

    private static final PersonId INES = new PersonId("ines");
    private static final PersonId ADMIN = new PersonId("admin");

    @Autowired
    Promises promises;

    @Autowired
    RebuildFacts rebuild;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final String service = UUID.randomUUID().toString();
    private SmallHistory history;
    private PostmortemId inTime;
    private PostmortemId late;
    private PostmortemId excused;

    @BeforeEach
    void aSmallHistory() {
        clock.reset();
        history = new SmallHistory(jdbc, service);
        inTime = history.resolved(APRIL, SEV_1, "DRAFT");
        history.owner(inTime, APRIL.plus(Duration.ofHours(1)));
        history.meeting(inTime, APRIL.plus(Duration.ofHours(48)), APRIL.plus(Duration.ofHours(72)), null);
        history.closed(inTime, APRIL.plus(Duration.ofHours(60)));
        late = history.resolved(APRIL, SEV_2, "DRAFT");
        history.owner(late, APRIL.plus(Duration.ofHours(3)));
        history.meeting(late, APRIL.plus(Duration.ofHours(100)), APRIL.plus(Duration.ofHours(72)), null);
        history.closed(late, APRIL.plus(Duration.ofHours(120)));
        excused = history.resolved(MAY, SEV_2, "DRAFT");
        history.owner(excused, MAY.plus(Duration.ofHours(5)));
        history.meeting(excused, MAY.plus(Duration.ofHours(72)), MAY.plus(Duration.ofHours(72)), "A holiday");
    }

    @Test
    void meetingsInTimeAreCountedByMonthTeamAndSeverity() {
        PostmortemId open = history.resolved(MAY, SEV_1, "DRAFT");
        history.deadline(open, "meeting-held", "", TestClock.START.plusSeconds(1), null, null, false, null);
        PostmortemId never = history.resolved(MAY, SEV_1, "DRAFT");
        history.deadline(never, "meeting-held", "", TestClock.START, null, null, false, null);

        PromisesReport report = report();

        assertThat(report.meetings()).isEqualTo(new MeetingShare("", new Share(1, 4), 1));
        assertThat(report.meetingsByMonth())
                .containsExactly(
                        new MeetingShare("2026-04", new Share(1, 2), 0),
                        new MeetingShare("2026-05", new Share(0, 2), 1));
        assertThat(report.meetingsByTeam()).containsExactly(new MeetingShare("", new Share(1, 4), 1));
        assertThat(report.meetingsBySeverity())
                .containsExactly(
                        new MeetingShare("sev-1", new Share(1, 2), 0), new MeetingShare("sev-2", new Share(0, 2), 1));
        assertThat(report.meetingsByMonth().get(1).late()).isEqualTo(1);
    }

    @Test
    void coverageIsOfMajorIncidentsAndAlarmsUnderEightyPercent() {
        history.resolved(MAY, SEV_1, "DRAFT");
        history.resolved(MAY, SEV_1, "WAIVED");
        history.resolved(MAY, SEV_3, "WAIVED");
        history.resolved(MAY, SEV_1, "CANCELLED");

        assertThat(report().coverage()).isEqualTo(new Share(4, 5));
        assertThat(report().coverageAlarm()).isFalse();

        history.resolved(MAY, SEV_2, "WAIVED");
        assertThat(report().coverage()).isEqualTo(new Share(4, 6));
        assertThat(report().coverageAlarm()).isTrue();
    }

    @Test
    void timesAreTakenFromTheResolution() {
        PromisesReport report = report();

        assertThat(report.toOwner().all().sorted()).containsExactly(hours(1), hours(3), hours(5));
        assertThat(report.toMeeting().all().sorted()).containsExactly(hours(48), hours(72), hours(100));
        assertThat(report.toReviewed().all().sorted()).containsExactly(hours(49), hours(101));
        assertThat(report.toClosed().all().sorted()).containsExactly(hours(60), hours(120));
        assertThat(report.toOwner().byMonth().get(YearMonth.of(2026, 5)).median())
                .isEqualTo(hours(5));
        assertThat(report.toOwner().longest().get(0).postmortem()).isEqualTo(excused);
    }

    @Test
    void missedDeadlinesAreCountedByWhatWasToBeDoneWithTheirReasons() {
        history.deadline(late, "owner-designated", "", APRIL, APRIL, null, true, null);
        history.deadline(inTime, "owner-designated", "", APRIL, null, null, false, null);

        PromisesReport report = report();

        assertThat(report.breaches())
                .containsOnly(
                        entry(DeadlineKind.OWNER_DESIGNATED, new Missed(1, 0)),
                        entry(DeadlineKind.MEETING_HELD, new Missed(2, 1)));
        assertThat(report.reasons()).singleElement().satisfies(word -> {
            assertThat(word.postmortem()).isEqualTo(excused);
            assertThat(word.about()).isEqualTo("Meeting held");
            assertThat(word.reason()).isEqualTo("A holiday");
        });
    }

    @Test
    void anEscalationOfOneRungToTwoPersonsCountsOnce() {
        history.escalated(late, 1, "ada");
        history.escalated(late, 1, "kavya");
        history.escalated(late, 2, "ines");
        history.escalated(excused, 1, "ada");

        assertThat(report().escalations()).containsExactly(entry(1, 2), entry(2, 1));
    }

    @Test
    void eachRoundOfAReviewCountsByItself() {
        history.reviewed(inTime, APRIL, APRIL.plus(Duration.ofHours(2)));
        history.reviewed(inTime, APRIL, APRIL.plus(Duration.ofHours(8)));

        assertThat(report().reviews().sorted()).containsExactly(hours(2), hours(8));
    }

    @Test
    void followUpsAreCountedInTheMonthInWhichTheyWereOpenedAndEnded() {
        Instant june = TestClock.START;
        history.followUp(inTime, APRIL, APRIL.plus(Duration.ofDays(15)), "DONE", APRIL.plus(Duration.ofDays(10)));
        history.followUp(inTime, APRIL, APRIL.plus(Duration.ofDays(15)), "DONE", MAY.plus(Duration.ofDays(5)));
        history.followUp(late, APRIL, APRIL.plus(Duration.ofDays(30)), "DECLINED", MAY.plus(Duration.ofDays(1)));
        history.followUp(late, MAY, june, "OPEN", null);
        history.followUp(late, MAY, june.plusSeconds(1), "OPEN", null);
        history.followUp(late, MAY, june.plus(Duration.ofDays(9)), "DONE", june);

        PromisesReport report = report();

        assertThat(report.followUps().came()).containsExactly(3, 3);
        assertThat(report.followUps().went()).containsExactly(1, 2);
        assertThat(report.followUps().left()).containsExactly(2, 3);
        assertThat(report.followUpsOverdue()).isEqualTo(1);
        assertThat(report.followUpsInTime()).isEqualTo(new Share(2, 4));
        assertThat(report.declinedCount()).isEqualTo(1);
        assertThat(report.declined()).extracting("reason").containsExactly("Costs too much");
    }

    /** They are counted in another way then, and all others of this database with them. */
    @Test
    void withoutAFilterFollowUpsAreCountedInTheSameMonths() {
        PromisesReport before = everything();
        history.followUp(inTime, APRIL, APRIL.plus(Duration.ofDays(15)), "DONE", MAY.plus(Duration.ofDays(5)));
        history.followUp(late, APRIL, APRIL.plus(Duration.ofDays(30)), "DECLINED", APRIL.plus(Duration.ofDays(1)));
        history.followUp(late, MAY, TestClock.START, "OPEN", null);

        PromisesReport after = everything();

        assertThat(more(after.followUps().came(), before.followUps().came())).containsExactly(2, 1);
        assertThat(more(after.followUps().went(), before.followUps().went())).containsExactly(1, 1);
        assertThat(more(after.followUps().left(), before.followUps().left())).containsExactly(1, 1);
    }

    private PromisesReport everything() {
        report();
        return promises.report(FactFilter.ALL.within(YearMonth.of(2026, 4), YearMonth.of(2026, 5)), INES);
    }

    private static List<Integer> more(List<Integer> after, List<Integer> before) {
        return IntStream.range(0, after.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }

    @Test
    void requiredReadersOfClosedOnesCount() {
        history.reader(inTime, "ben", APRIL);
        history.reader(inTime, "liam", null);
        history.reader(excused, "liam", null);

        assertThat(report().acknowledged()).isEqualTo(new Share(1, 2));
    }

    @Test
    void whatWasImportedIsCountedNowhere() {
        jdbc.sql("update postmortem set imported_at = ? where id = ?")
                .params(APRIL.atOffset(java.time.ZoneOffset.UTC), late.value())
                .update();

        PromisesReport report = report();

        assertThat(report.counted()).isEqualTo(2);
        assertThat(report.meetings().inTime()).isEqualTo(new Share(1, 2));
    }

    @Test
    void aPrivateOneCountsForEverybodyButIsNamedToItsReadersOnly() {
        history.keepPrivate(excused);

        PromisesReport outside = report();
        assertThat(outside.hidden()).isEqualTo(1);
        assertThat(outside.meetings()).isEqualTo(new MeetingShare("", new Share(1, 3), 1));
        assertThat(outside.breaches()).containsEntry(DeadlineKind.MEETING_HELD, new Missed(2, 1));
        assertThat(outside.reasons()).isEmpty();
        assertThat(outside.toOwner().all().count()).isEqualTo(3);
        assertThat(outside.toOwner().longest())
                .extracting("postmortem")
                .doesNotContain(excused)
                .hasSize(2);

        PromisesReport inside = promises.report(filter(), ADMIN);
        assertThat(inside.hidden()).isZero();
        assertThat(inside.toOwner().longest()).extracting("postmortem").contains(excused);
        assertThat(inside.reasons()).hasSize(1);
    }

    @Test
    void nobodyIsMeasured() {
        assertThatThrownBy(() -> promises.read(Map.of("person", List.of("kavya"))))
                .isInstanceOf(Refused.class)
                .hasMessage("These figures are about the organisation, not about persons.");
    }

    private PromisesReport report() {
        rebuild.markAll(ADMIN);
        rebuild.catchUp();
        return promises.report(filter(), INES);
    }

    private FactFilter filter() {
        return new FactFilter(
                YearMonth.of(2026, 4), YearMonth.of(2026, 5), Set.of(), Set.of(service), Set.of(), Set.of(), Set.of());
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
