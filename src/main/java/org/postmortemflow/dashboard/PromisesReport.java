package org.postmortemflow.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.postmortemflow.dashboard.PromiseRecords.Missed;
import org.postmortemflow.dashboard.PromiseRecords.Word;
import org.postmortemflow.dashboard.domain.Flow;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.shared.Distribution;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;

/**
 * The figures of one look at promises; what each means is in {@link Figure}.
 *
 * @param counted how many postmortems there are in these months, {@code hidden} how many of them the viewer may not read
 * @param followUps one entry for each month
 * @param reasons some, of what the viewer may read; {@code declined} likewise
 */
public record PromisesReport(
        List<YearMonth> months,
        int counted,
        int hidden,
        MeetingShare meetings,
        List<MeetingShare> meetingsByMonth,
        List<MeetingShare> meetingsByTeam,
        List<MeetingShare> meetingsBySeverity,
        Share coverage,
        Times toOwner,
        Times toMeeting,
        Times toReviewed,
        Times toClosed,
        Map<DeadlineKind, Missed> breaches,
        List<Word> reasons,
        Map<Integer, Integer> escalations,
        Distribution reviews,
        Flow followUps,
        Share followUpsInTime,
        int followUpsOverdue,
        int declinedCount,
        List<Word> declined,
        Share acknowledged) {

    private static final int ALARM_UNDER = 80;

    /** Whether too few major incidents got a postmortem. */
    public boolean coverageAlarm() {
        return coverage.isUnder(ALARM_UNDER);
    }

    /**
     * @param of the month, team or severity; empty for all, or for those without
     * @param inTime of those that were due
     * @param excused how many of the late ones a manager has excused
     */
    public record MeetingShare(String of, Share inTime, int excused) {

        /** Late and not excused. */
        public int late() {
            return inTime.whole() - inTime.part() - excused;
        }
    }

    /** @param longest the longest ones that the viewer may read, the longest first */
    public record Times(Distribution all, Map<YearMonth, Distribution> byMonth, List<Took> longest) {}

    /** How long it took from the resolution. */
    public record Took(PostmortemId postmortem, String title, Instant from, Duration time) {}
}
