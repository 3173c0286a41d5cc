package org.postmortemflow.dashboard.store;

import static org.postmortemflow.dashboard.store.Columns.instant;
import static org.postmortemflow.dashboard.store.Columns.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.postmortemflow.dashboard.PostmortemFact.Progress;
import org.postmortemflow.dashboard.Tallies;
import org.postmortemflow.dashboard.Visit;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes facts from the record. */
@Component
class FactOfRecord {

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
              (select count(*) from postmortem_reader r where r.postmortem_id = :id and r.must_read) as must_read,
              (select count(*) from postmortem_reader r where r.postmortem_id = :id and r.must_read and r.read_at is not null)
                as has_read,
              (select min(o.since) from postmortem_owner o where o.postmortem_id = :id) as owner_at,
              (select max(o.person_id) from postmortem_owner o where o.postmortem_id = :id and o.until is null) as owner,
              (select count(*) from review w where w.postmortem_id = :id and not w.approved) as sent_back,
              v.postmortem_id as hidden,
              m.starts_at, m.held_at, m.cancelled
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
            where p.id = :id
            """;

    private final JdbcClient jdbc;
    private final StoredDeadlines deadlines;
    private final Organisation organisation;

    FactOfRecord(JdbcClient jdbc, StoredDeadlines deadlines, Organisation organisation) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.organisation = organisation;
    }

    List<PostmortemFact> compute(Collection<PostmortemId> ids) {
        return ids.stream().flatMap(id -> compute(id).stream()).toList();
    }

    /**
     * By several small statements: PostgreSQL plans each of them in a moment, and one that joins all of it for milliseconds, each
     * time anew. Nothing is taken from what rooms have read earlier in the transaction, as another one may have written since.
     */
    private Optional<PostmortemFact> compute(PostmortemId id) {
        DeadlinesOfRecord due = new DeadlinesOfRecord(deadlines.of(id));
        FollowUpsOfRecord followUps = FollowUpsOfRecord.read(jdbc, id);
        List<Visit> visits = VisitsOfRecord.read(jdbc, id);
        return jdbc.sql(SELECT)
                .param("id", id.value())
                .query((row, number) -> fact(row, visits, due, followUps))
                .optional();
    }

    private PostmortemFact fact(ResultSet row, List<Visit> visits, DeadlinesOfRecord due, FollowUpsOfRecord followUps)
            throws SQLException {
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
                        due.writtenAt(),
                        status == Status.REVIEWED || status == Status.CLOSED ? instant(row, "held_at") : null,
                        instant(row, "closed_at"),
                        row.getInt("sent_back")),
                meeting(row, due),
                due.next(),
                new FollowUps(
                        followUps.open(),
                        followUps.in(State.DONE),
                        due.followUpsInTime(),
                        followUps.in(State.DECLINED),
                        due.followUpsDue().stream().findFirst().orElse(null)),
                new Tallies(
                        visits,
                        due.missed(),
                        due.reasonAt(),
                        followUps.declinedAt(),
                        followUps.answers(),
                        due.followUpsDue().stream()
                                .map(one -> one.truncatedTo(ChronoUnit.MILLIS))
                                .toList(),
                        new Share(row.getInt("has_read"), row.getInt("must_read"))));
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

    private static Meeting meeting(ResultSet row, DeadlinesOfRecord due) throws SQLException {
        boolean off = row.getBoolean("cancelled");
        return new Meeting(
                off ? null : instant(row, "starts_at"),
                off ? null : instant(row, "held_at"),
                due.ofMeeting(StoredDeadline::due),
                due.ofMeeting(one -> reason(one.lateReason())),
                due.ofMeeting(one -> reason(one.excuse())));
    }

    private static @Nullable String reason(@Nullable Word word) {
        return word == null ? null : word.reason();
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return Optional.ofNullable(one).orElse(other);
    }
}
