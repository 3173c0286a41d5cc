package org.postmortemflow.dashboard.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.PromisesReport;
import org.postmortemflow.dashboard.PromisesReport.MeetingShare;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.shared.Distribution;

/** The figures for programs. Times are hours, from the resolution. */
@Schema(name = "Promises")
record PromisesJson(
        @Schema(example = "2026-01") String from,
        @Schema(example = "2026-06") String to,

        @Schema(description = "Postmortems of these months, private ones included")
        int postmortems,

        MeetingsJson meetings,
        @Schema(description = "By month") List<MeetingsJson> meetingsByMonth,

        @Schema(description = "By team id; empty for those without")
        List<MeetingsJson> meetingsByTeam,

        @Schema(description = "By severity; empty while unknown")
        List<MeetingsJson> meetingsBySeverity,

        ShareJson coverage,
        HoursJson timeToOwner,
        HoursJson timeToMeeting,
        HoursJson timeToReviewed,
        HoursJson timeToClosed,
        @Schema(description = "By deadline") Map<String, MissedJson> breaches,

        @Schema(description = "How often each rung was told")
        Map<Integer, Integer> escalations,

        HoursJson reviewTurnaround,
        List<FollowUpsJson> followUps,
        ShareJson followUpsInTime,
        int followUpsOverdue,
        int followUpsDeclined,
        ShareJson acknowledgements) {

    @Schema(name = "PromisesMeetings")
    record MeetingsJson(String of, int inTime, int due, int excused) {}

    @Schema(name = "Share")
    record ShareJson(
            int part,
            int whole,

            @Schema(description = "Null of nothing") @Nullable
            Integer percent) {}

    @Schema(name = "Hours")
    record HoursJson(
            int count,
            @Nullable Double median,

            @Schema(description = "Null with fewer than 5 values") @Nullable
            Double p90,

            @Nullable Double worst) {}

    @Schema(name = "Missed")
    record MissedJson(int times, int excused) {}

    @Schema(name = "FollowUpsOfMonth")
    record FollowUpsJson(String month, int opened, int ended, int openAtEnd) {}

    static PromisesJson of(PromisesReport report) {
        List<YearMonth> months = report.months();
        List<FollowUpsJson> followUps = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            followUps.add(new FollowUpsJson(
                    months.get(i).toString(),
                    report.followUps().came().get(i),
                    report.followUps().went().get(i),
                    report.followUps().left().get(i)));
        }
        Map<String, MissedJson> breaches = new LinkedHashMap<>();
        report.breaches().forEach((kind, one) -> breaches.put(kind.key(), new MissedJson(one.all(), one.excused())));
        return new PromisesJson(
                months.get(0).toString(),
                months.get(months.size() - 1).toString(),
                report.counted(),
                json(report.meetings()),
                report.meetingsByMonth().stream().map(PromisesJson::json).toList(),
                report.meetingsByTeam().stream().map(PromisesJson::json).toList(),
                report.meetingsBySeverity().stream().map(PromisesJson::json).toList(),
                json(report.coverage()),
                json(report.toOwner().all()),
                json(report.toMeeting().all()),
                json(report.toReviewed().all()),
                json(report.toClosed().all()),
                breaches,
                report.escalations(),
                json(report.reviews()),
                followUps,
                json(report.followUpsInTime()),
                report.followUpsOverdue(),
                report.declinedCount(),
                json(report.acknowledged()));
    }

    private static MeetingsJson json(MeetingShare one) {
        return new MeetingsJson(one.of(), one.inTime().part(), one.inTime().whole(), one.excused());
    }

    private static ShareJson json(Share share) {
        return new ShareJson(share.part(), share.whole(), share.percent());
    }

    private static HoursJson json(Distribution times) {
        return new HoursJson(times.count(), hours(times.median()), hours(times.p90()), hours(times.worst()));
    }

    private static @Nullable Double hours(@Nullable Duration time) {
        return time == null ? null : Math.round(time.toMinutes() / 0.6) / 100.0;
    }
}
