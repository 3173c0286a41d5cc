package org.postmortemflow.deadline.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.DeadlineRecords;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcDeadlines implements DeadlineRecords {

    private static final String KEY = "postmortem_id = ? and kind = ? and subject = ?";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcDeadlines(JdbcClient jdbc, JdbcOperations batches, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<StoredDeadline> of(PostmortemId id) {
        return jdbc
                .sql("select * from deadline where postmortem_id = ?")
                .param(id.value())
                .query(JdbcDeadlines::read)
                .list()
                .stream()
                .sorted(Comparator.comparing(StoredDeadline::kind)
                        .thenComparing(StoredDeadline::due)
                        .thenComparing(StoredDeadline::subject))
                .toList();
    }

    @Override
    public List<StoredDeadline> open(Instant dueBefore) {
        return jdbc.sql("""
                select * from deadline where met_at is null and ended_at is null and due < ?
                order by due, postmortem_id, kind, subject
                """)
                .param(dueBefore.atOffset(UTC))
                .query(JdbcDeadlines::read)
                .list();
    }

    @Override
    public void warned(PostmortemId id, DeadlineKind kind, String subject, Instant at) {
        jdbc.sql("update deadline set warned_at = ? where " + KEY)
                .params(at.atOffset(UTC), id.value(), kind.key(), subject)
                .update();
    }

    @Override
    public void add(List<StoredDeadline> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().atOffset(UTC);
        try {
            batches.batchUpdate(
                    """
                    insert into deadline (rule, inputs, version, due, because, expected_at, met_at, breached_at, ended_at,
                      postmortem_id, kind, subject, set_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, values(deadlines).stream().map(one -> with(one, now)).toList());
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Somebody changed the deadlines at the same moment", e);
        }
        tellOf(deadlines);
    }

    @Override
    public void change(List<StoredDeadline> deadlines) {
        if (!deadlines.isEmpty()) {
            batches.batchUpdate("""
                    update deadline set rule = ?, inputs = ?, version = ?, due = ?, because = ?, expected_at = ?, met_at = ?,
                      breached_at = ?, ended_at = ?
                    where\s""" + KEY, values(deadlines));
            tellOf(deadlines);
        }
    }

    private void tellOf(List<StoredDeadline> deadlines) {
        deadlines.stream()
                .map(StoredDeadline::postmortem)
                .distinct()
                .forEach(id -> events.publishEvent(new Recorded(id)));
    }

    private static @Nullable Object[] with(@Nullable Object[] values, Object last) {
        @Nullable Object[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = last;
        return longer;
    }

    private static List<@Nullable Object[]> values(List<StoredDeadline> deadlines) {
        return deadlines.stream()
                .map(one -> new @Nullable Object[] {
                    one.rule(),
                    one.inputs(),
                    one.version(),
                    one.due().atOffset(UTC),
                    one.because(),
                    offset(one.expectedAt()),
                    offset(one.metAt()),
                    offset(one.breachedAt()),
                    offset(one.endedAt()),
                    one.postmortem().value(),
                    one.kind().key(),
                    one.subject()
                })
                .toList();
    }

    @Override
    public void explain(PostmortemId id, Word reason) {
        jdbc.sql("update deadline set late_reason = ?, late_reason_by = ?, late_reason_at = ? where " + KEY)
                .params(
                        reason.reason(),
                        reason.by().value(),
                        reason.at().atOffset(UTC),
                        id.value(),
                        DeadlineKind.MEETING_HELD.key(),
                        "")
                .update();
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void unexplain(PostmortemId id) {
        jdbc.sql("update deadline set late_reason = null, late_reason_by = null, late_reason_at = null where " + KEY
                        + " and late_reason is not null")
                .params(id.value(), DeadlineKind.MEETING_HELD.key(), "")
                .update();
        events.publishEvent(new Recorded(id));
    }

    @Override
    public boolean excuse(PostmortemId id, DeadlineKind kind, String subject, Word reason) {
        int excused = jdbc.sql("update deadline set excuse_reason = ?, excused_by = ?, excused_at = ? where " + KEY)
                .params(
                        reason.reason(),
                        reason.by().value(),
                        reason.at().atOffset(UTC),
                        id.value(),
                        kind.key(),
                        subject)
                .update();
        events.publishEvent(new Recorded(id));
        return excused > 0;
    }

    @Override
    public List<StoredDeadline> unmarked(Instant now, int most) {
        return jdbc.sql("""
                select * from deadline
                where met_at is null and ended_at is null and breached_at is null and due <= ?
                  and (expected_at is null or expected_at >= due)
                order by due fetch first ? rows only
                """).params(now.atOffset(UTC), most).query(JdbcDeadlines::read).list().stream()
                .filter(deadline -> deadline.isMissed(now))
                .toList();
    }

    @Override
    public boolean markBreached(StoredDeadline deadline) {
        return jdbc.sql("update deadline set breached_at = due where " + KEY
                                + " and due = ? and breached_at is null and met_at is null and ended_at is null")
                        .params(
                                deadline.postmortem().value(),
                                deadline.kind().key(),
                                deadline.subject(),
                                deadline.due().atOffset(UTC))
                        .update()
                > 0;
    }

    @Override
    public List<PostmortemId> outdated(String version, int most) {
        return jdbc.sql("""
                select p.id from postmortem p
                where p.imported_at is null
                  and (exists (select 1 from deadline d where d.postmortem_id = p.id
                         and d.met_at is null and d.ended_at is null and d.version <> ?)
                    or p.status in ('DRAFT', 'IN_REVIEW', 'REVIEWED')
                       and not exists (select 1 from deadline d where d.postmortem_id = p.id))
                order by p.opened_at desc fetch first ? rows only
                """)
                .params(version, most)
                .query((row, number) -> new PostmortemId(row.getObject("id", UUID.class)))
                .list();
    }

    private static StoredDeadline read(ResultSet row, int number) throws SQLException {
        return new StoredDeadline(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                DeadlineKind.ofKey(row.getString("kind")),
                row.getString("subject"),
                row.getString("rule"),
                row.getString("inputs"),
                row.getString("version"),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                row.getString("because"),
                instant(row, "expected_at"),
                instant(row, "warned_at"),
                instant(row, "met_at"),
                instant(row, "breached_at"),
                instant(row, "ended_at"),
                word(row, "late_reason", "late_reason_by", "late_reason_at"),
                word(row, "excuse_reason", "excused_by", "excused_at"));
    }

    private static @Nullable Word word(ResultSet row, String reason, String by, String at) throws SQLException {
        String text = row.getString(reason);
        Instant when = instant(row, at);
        return text == null || when == null ? null : new Word(text, new PersonId(row.getString(by)), when);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }
}
