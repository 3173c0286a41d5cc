package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;
import static org.postmortemflow.dashboard.store.Columns.always;
import static org.postmortemflow.dashboard.store.Columns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.dashboard.PromiseRecords;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPromises implements PromiseRecords {

    private final JdbcClient jdbc;
    private final Organisation organisation;

    JdbcPromises(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public List<Case> cases(FactFilter filter) {
        FactCondition where = where(filter);
        return jdbc.sql("""
                select f.postmortem_id, f.title, f.status, f.severity, f.team, f.is_private, f.clock_start, f.owner_at,
                  f.meeting_starts_at, f.meeting_held_at, f.meeting_due, f.meeting_late_reason, f.meeting_excuse,
                  f.reviewed_at, f.closed_at, f.follow_ups_done, f.follow_ups_done_in_time
                from postmortem_fact f\s""" + where.sql() + " order by f.clock_start, f.postmortem_id")
                .params(where.params())
                .query(JdbcPromises::read)
                .list();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        String severity = row.getString("severity");
        return new Case(
                id(row),
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                severity == null ? null : Severity.valueOf(severity),
                row.getString("team"),
                row.getBoolean("is_private"),
                always(row, "clock_start"),
                instant(row, "owner_at"),
                new PostmortemFact.Meeting(
                        instant(row, "meeting_starts_at"),
                        instant(row, "meeting_held_at"),
                        instant(row, "meeting_due"),
                        row.getString("meeting_late_reason"),
                        row.getString("meeting_excuse")),
                instant(row, "reviewed_at"),
                instant(row, "closed_at"),
                row.getInt("follow_ups_done"),
                row.getInt("follow_ups_done_in_time"));
    }

    @Override
    public Map<DeadlineKind, Missed> missed(FactFilter filter) {
        FactCondition where = where(filter).and("d.breached_at is not null");
        Map<DeadlineKind, Missed> missed = new EnumMap<>(DeadlineKind.class);
        jdbc.sql("""
                select d.kind, count(*) as times, sum(case when d.excused_at is null then 0 else 1 end) as excused
                from postmortem_fact f join deadline d on d.postmortem_id = f.postmortem_id\s""" + where.sql() + " group by d.kind")
                .params(where.params())
                .query((row, number) -> missed.put(
                        DeadlineKind.ofKey(row.getString("kind")),
                        new Missed(row.getInt("times"), row.getInt("excused"))))
                .list();
        return missed;
    }

    @Override
    public List<Word> reasons(FactFilter filter, int most) {
        FactCondition where = where(filter)
                .and("d.breached_at is not null and (d.excuse_reason is not null or d.late_reason is not null)");
        return jdbc.sql("""
                select f.postmortem_id, f.title, d.kind, coalesce(d.excuse_reason, d.late_reason) as reason
                from postmortem_fact f join deadline d on d.postmortem_id = f.postmortem_id\s"""
                        + where.sql()
                        + " order by coalesce(d.excused_at, d.late_reason_at) desc, d.kind fetch first ? rows only")
                .params(where.params())
                .param(most)
                .query((row, number) -> new Word(
                        id(row),
                        row.getString("title"),
                        DeadlineKind.ofKey(row.getString("kind")).label(),
                        row.getString("reason")))
                .list();
    }

    @Override
    public Map<Integer, Integer> escalations(FactFilter filter) {
        FactCondition where = where(filter).and("o.template = 'step-overdue'");
        Map<Integer, Integer> rungs = new TreeMap<>();
        jdbc.sql("""
                select distinct o.postmortem_id, o.occasion
                from postmortem_fact f join outbox_message o on o.postmortem_id = f.postmortem_id\s""" + where.sql())
                .params(where.params())
                .query((row, number) -> rungs.merge(rung(row.getString("occasion")), 1, Integer::sum))
                .list();
        return rungs;
    }

    /** The last part of {@code step/due/rung}. */
    private static int rung(String occasion) {
        String last = occasion.substring(occasion.lastIndexOf('/') + 1);
        return last.matches("\\d{1,4}") ? Integer.parseInt(last) : 0;
    }

    @Override
    public List<Duration> reviews(FactFilter filter) {
        FactCondition where = where(filter).and("s.step = 'review-postmortem' and s.state = 'DONE'");
        return jdbc.sql("""
                select s.opened_at, s.done_at
                from postmortem_fact f join postmortem_step s on s.postmortem_id = f.postmortem_id\s""" + where.sql())
                .params(where.params())
                .query((row, number) -> Duration.between(always(row, "opened_at"), always(row, "done_at")))
                .list();
    }

    @Override
    public int countDeclined(FactFilter filter) {
        FactCondition where = where(filter).and("f.follow_ups_declined > 0");
        return jdbc.sql("select coalesce(sum(f.follow_ups_declined), 0) from postmortem_fact f " + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Word> declined(FactFilter filter, int most) {
        FactCondition where = where(filter).and("f.follow_ups_declined > 0 and u.state = 'DECLINED'");
        return jdbc.sql("""
                select f.postmortem_id, f.title, u.title as about, u.state_reason as reason
                from postmortem_fact f join follow_up u on u.postmortem_id = f.postmortem_id\s""" + where.sql() + " order by u.state_at desc, u.id fetch first ? rows only")
                .params(where.params())
                .param(most)
                .query((row, number) ->
                        new Word(id(row), row.getString("title"), row.getString("about"), row.getString("reason")))
                .list();
    }

    @Override
    public Share acknowledged(FactFilter filter) {
        FactCondition where = where(filter).and("f.status = 'CLOSED' and r.must_read");
        return jdbc.sql("""
                select count(*) as required, count(r.read_at) as done
                from postmortem_fact f join postmortem_reader r on r.postmortem_id = f.postmortem_id\s""" + where.sql())
                .params(where.params())
                .query((row, number) -> new Share(row.getInt("done"), row.getInt("required")))
                .single();
    }

    @Override
    public int overdue(FactFilter filter, Instant now) {
        FactCondition where = where(filter)
                .and(
                        "d.kind = 'follow-up-done' and d.met_at is null and d.ended_at is null and d.due <= ?"
                                + " and f.follow_ups_next_due <= ?",
                        now.atOffset(UTC),
                        now.atOffset(UTC));
        return jdbc.sql("select count(*) from postmortem_fact f join deadline d on d.postmortem_id = f.postmortem_id "
                        + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    @Override
    public Changes followUps(FactFilter filter, List<Instant> borders) {
        FactCondition where = where(filter.within(null, null));
        int openNow = jdbc.sql("select coalesce(sum(f.follow_ups_open), 0) from postmortem_fact f " + where.sql()
                        + " and f.follow_ups_open > 0")
                .params(where.params())
                .query(Integer.class)
                .single();
        int[] opened = counts("u.opened_at", "1 = 1", where, borders);
        int[] ended = counts("u.done_at", "u.state = 'DONE'", where, borders);
        int[] declined = counts("u.state_at", "u.state = 'DECLINED'", where, borders);
        int openBefore = openNow
                - Arrays.stream(opened).sum()
                + Arrays.stream(ended).sum()
                + Arrays.stream(declined).sum();
        int periods = borders.size() - 1;
        return new Changes(
                openBefore,
                IntStream.range(0, periods).mapToObj(i -> opened[i]).toList(),
                IntStream.range(0, periods)
                        .mapToObj(i -> ended[i] + declined[i])
                        .toList());
    }

    /** In each period, and in the time after the last. */
    private int[] counts(String column, String condition, FactCondition where, List<Instant> borders) {
        int[] counts = new int[borders.size()];
        jdbc.sql(
                        "select %s as at from postmortem_fact f join follow_up u on u.postmortem_id = f.postmortem_id %s and %s and %s >= ?"
                                .formatted(column, where.sql(), condition, column))
                .params(where.params())
                .param(borders.get(0).atOffset(UTC))
                .query((row, number) -> counts[period(always(row, "at"), borders)]++)
                .list();
        return counts;
    }

    private static int period(Instant at, List<Instant> borders) {
        int place = Collections.binarySearch(borders, at);
        return place >= 0 ? place : -place - 2;
    }

    /** Of postmortems made here: the process of the others was elsewhere. */
    private FactCondition where(FactFilter filter) {
        return FactCondition.of(filter, organisation.zone()).and("f.imported_at is null");
    }

    private static PostmortemId id(ResultSet row) throws SQLException {
        return new PostmortemId(row.getObject("postmortem_id", UUID.class));
    }
}
