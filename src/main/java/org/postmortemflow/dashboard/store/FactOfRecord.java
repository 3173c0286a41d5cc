package org.postmortemflow.dashboard.store;

import static org.postmortemflow.dashboard.store.Columns.instant;
import static org.postmortemflow.dashboard.store.Columns.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Detection;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.dashboard.PostmortemFact.Course;
import org.postmortemflow.dashboard.PostmortemFact.FollowUps;
import org.postmortemflow.dashboard.PostmortemFact.Meeting;
import org.postmortemflow.dashboard.PostmortemFact.Next;
import org.postmortemflow.dashboard.PostmortemFact.Progress;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes facts from the record. */
@Component
class FactOfRecord {

    /**
     * The process asks for the review in the minute in which that is due: see {@code StoredDeadline.lateFrom}. A meeting that is
     * to begin in time is nothing that is still to be done for its deadline.
     */
    private static final String SELECT = """
            select p.id, p.title, p.status, p.severity, p.clock_start, p.opened_at, p.closed_at, p.end_reason, p.imported_at,
              i.started_at, i.detected_at, i.resolved_at,
              t.cause_began, t.noticed, t.paged, t.mitigated, t.resolved,
              (select string_agg(s.service, chr(10) order by s.position) from incident_service s where s.incident_id = i.id)
                as services,
              (select r.person_id from incident_responder r where r.incident_id = i.id and r.role = 'INCIDENT_COMMANDER'
                 and r.person_id is not null order by r.position fetch first 1 rows only) as commander,
              exists (select 1 from incident_criterion c where c.incident_id = i.id and c.criterion = 'MONITORING_MISSED')
                as unnoticed,
              (select string_agg(s.step || ' ' || s.state || ' ' || MILLIS(s.opened_at) || ' ' || coalesce(MILLIS(s.due), '')
                  || ' ' || coalesce(MILLIS(s.done_at), ''), chr(10) order by s.position)
                from postmortem_step s where s.postmortem_id = :id) as visits,
              (select count(*) from postmortem_reader r where r.postmortem_id = :id and r.must_read) as must_read,
              (select count(*) from postmortem_reader r where r.postmortem_id = :id and r.must_read and r.read_at is not null)
                as has_read,
              o.owner, o.owner_at,
              v.postmortem_id as hidden,
              m.starts_at, m.held_at, m.cancelled,
              coalesce(w.sent_back, 0) as sent_back,
              d.meeting_due, d.late_reason, d.excuse, d.written_at, d.in_time, d.follow_up_due, d.follow_ups_due,
              d.missed, d.reason_at,
              n.kind as next_kind, n.due as next_due, n.because as next_because,
              coalesce(f.still_open, 0) as still_open, coalesce(f.done, 0) as done, coalesce(f.declined, 0) as declined,
              f.declined_at, f.answers
            from postmortem p
            join incident i on i.id = p.incident_id
            left join postmortem_private v on v.postmortem_id = p.id
            left join meeting m on m.postmortem_id = p.id
            left join (
              select postmortem_id,
                min(case when kind = 'cause-began' then at end) as cause_began,
                min(case when kind = 'detected' then at end) as noticed,
                min(case when kind = 'page' then at end) as paged,
                max(case when kind = 'mitigated' then at end) as mitigated,
                max(case when kind = 'resolved' then at end) as resolved
              from timeline_item where postmortem_id = :id and not hidden group by postmortem_id) t on t.postmortem_id = p.id
            left join (
              select postmortem_id, min(since) as owner_at, max(case when until is null then person_id end) as owner
              from postmortem_owner where postmortem_id = :id group by postmortem_id) o on o.postmortem_id = p.id
            left join (
              select postmortem_id, count(*) as sent_back
              from review where postmortem_id = :id and not approved group by postmortem_id) w on w.postmortem_id = p.id
            left join (
              select postmortem_id,
                max(case when kind = 'meeting-held' then due end) as meeting_due,
                max(case when kind = 'meeting-held' then late_reason end) as late_reason,
                max(case when kind = 'meeting-held' then excuse_reason end) as excuse,
                max(case when kind = 'content-complete' then met_at end) as written_at,
                string_agg(case when breached_at is not null
                    then kind || case when excused_at is null then '' else ' excused' end end, chr(10) order by kind, subject)
                  as missed,
                max(case when breached_at is not null then
                    case when excuse_reason is not null then excused_at when late_reason is not null then late_reason_at end end)
                  as reason_at,
                sum(case when kind = 'follow-up-done' and met_at < due then 1 else 0 end) as in_time,
                min(case when kind = 'follow-up-done' and met_at is null and ended_at is null then due end) as follow_up_due,
                string_agg(case when kind = 'follow-up-done' and met_at is null and ended_at is null then MILLIS(due) end,
                    chr(10) order by due) as follow_ups_due
              from deadline where postmortem_id = :id group by postmortem_id) d on d.postmortem_id = p.id
            left join (
              select postmortem_id, kind, due, because, row_number() over (partition by postmortem_id
                order by case when kind = 'review-asked' then due + interval '15' minute else due end, kind, subject) as place
              from deadline
              where postmortem_id = :id and met_at is null and ended_at is null and excused_at is null
                and (expected_at is null or expected_at >= due)) n on n.postmortem_id = p.id and n.place = 1
            left join (
              select postmortem_id,
                sum(case when state in ('OPEN', 'IN_PROGRESS') then 1 else 0 end) as still_open,
                sum(case when state = 'DONE' then 1 else 0 end) as done,
                sum(case when state = 'DECLINED' then 1 else 0 end) as declined,
                max(case when state = 'DECLINED' then state_at end) as declined_at,
                string_agg(kind || ' ' || state || ' ' || replace(factor, chr(10), ' '), chr(10) order by position, id) as answers
              from follow_up where postmortem_id = :id group by postmortem_id) f on f.postmortem_id = p.id
            where p.id = :id
            """.replaceAll(
            "MILLIS\\(([a-z_.]+)\\)", "cast(cast(floor(extract(epoch from $1) * 1000) as bigint) as varchar(20))");

    private static final Duration ASKED_BY_THE_PROCESS = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Organisation organisation;

    FactOfRecord(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    /** One by one: with a list of ids, H2 computes each part for all of them, once for each of them. */
    List<PostmortemFact> compute(Collection<PostmortemId> ids) {
        return ids.stream()
                .flatMap(id -> jdbc.sql(SELECT).param("id", id.value()).query(this::read).optional().stream())
                .toList();
    }

    private PostmortemFact read(ResultSet row, int number) throws SQLException {
        List<String> services = Columns.lines(row.getString("services"));
        List<Service> known = services.stream()
                .flatMap(name -> organisation.service(name).stream())
                .toList();
        Status status = Status.valueOf(row.getString("status"));
        String severity = row.getString("severity");
        return new PostmortemFact(
                new PostmortemId(row.getObject("id", UUID.class)),
                row.getString("title"),
                status,
                severity == null ? null : Severity.valueOf(severity),
                known.stream().findFirst().map(Service::teamId).orElse(""),
                services.stream().map(this::idOf).distinct().toList(),
                person(row, "owner"),
                person(row, "commander"),
                row.getObject("hidden", UUID.class) != null,
                instant(row, "imported_at"),
                Columns.always(row, "clock_start"),
                Columns.always(row, "opened_at"),
                row.getString("end_reason"),
                course(row),
                new Progress(
                        instant(row, "owner_at"),
                        instant(row, "written_at"),
                        status == Status.REVIEWED || status == Status.CLOSED ? instant(row, "held_at") : null,
                        instant(row, "closed_at"),
                        row.getInt("sent_back")),
                meeting(row),
                next(row),
                new FollowUps(
                        row.getInt("still_open"),
                        row.getInt("done"),
                        row.getInt("in_time"),
                        row.getInt("declined"),
                        instant(row, "follow_up_due")),
                TallyColumns.read(row));
    }

    private String idOf(String service) {
        return organisation.service(service).map(Service::id).orElse(service);
    }

    private static Course course(ResultSet row) throws SQLException {
        Instant noticed = instant(row, "noticed");
        Instant paged = instant(row, "paged");
        Detection detection = Detection.UNKNOWN;
        if (row.getBoolean("unnoticed") || noticed != null && (paged == null || noticed.isBefore(paged))) {
            detection = Detection.PEOPLE;
        } else if (paged != null) {
            detection = Detection.MONITORING;
        }
        return new Course(
                first(instant(row, "cause_began"), instant(row, "started_at")),
                first(noticed, first(paged, instant(row, "detected_at"))),
                detection,
                instant(row, "mitigated"),
                first(instant(row, "resolved"), instant(row, "resolved_at")));
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        boolean off = row.getBoolean("cancelled");
        return new Meeting(
                off ? null : instant(row, "starts_at"),
                off ? null : instant(row, "held_at"),
                instant(row, "meeting_due"),
                row.getString("late_reason"),
                row.getString("excuse"));
    }

    private static @Nullable Next next(ResultSet row) throws SQLException {
        Instant due = instant(row, "next_due");
        if (due == null) {
            return null;
        }
        DeadlineKind kind = DeadlineKind.ofKey(row.getString("next_kind"));
        Instant lateFrom = kind == DeadlineKind.REVIEW_ASKED ? due.plus(ASKED_BY_THE_PROCESS) : due;
        return new Next(kind, due, lateFrom, row.getString("next_because"));
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return Optional.ofNullable(one).orElse(other);
    }
}
