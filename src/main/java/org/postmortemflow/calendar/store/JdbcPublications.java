package org.postmortemflow.calendar.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarMeeting;
import org.postmortemflow.calendar.CalendarPublisher.Stored;
import org.postmortemflow.calendar.Publication;
import org.postmortemflow.calendar.PublicationQueue;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class JdbcPublications implements PublicationQueue {

    private static final int LONGEST_ERROR = 1000;

    private static final String HIDDEN =
            "exists (select 1 from postmortem_private v where v.postmortem_id = m.postmortem_id)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    JdbcPublications(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void note(Instant since, Instant now) {
        try {
            transaction.executeWithoutResult(status -> jdbc.sql("""
                    insert into calendar_publication (postmortem_id, state, attempts, next_attempt_at)
                    select m.postmortem_id, 'WAITING', 0, ? from meeting m
                    where m.starts_at > ? and not m.cancelled and not %s
                      and not exists (select 1 from calendar_publication c where c.postmortem_id = m.postmortem_id)
                    """.formatted(HIDDEN))
                    .params(now.atOffset(UTC), since.atOffset(UTC))
                    .update());
        } catch (DuplicateKeyException anotherNode) {
            return; // it noted the same at the same moment; what is left comes with the next poll
        }
        transaction.executeWithoutResult(status ->
                jdbc.sql("""
                update calendar_publication set state = 'WAITING', attempts = 0, next_attempt_at = ?
                where state <> 'WAITING' and exists (
                  select 1 from meeting m join postmortem p on p.id = m.postmortem_id
                  where m.postmortem_id = calendar_publication.postmortem_id
                    and (written_sequence is null or written_sequence <> m.sequence or written_title <> p.title
                         or written_hidden <> (%s)))
                """.formatted(HIDDEN)).param(now.atOffset(UTC)).update());
    }

    @Override
    public Optional<Publication> take(Instant now, Instant leaseEnds) {
        return transaction.execute(status -> {
            Optional<UUID> due =
                    jdbc.sql("""
                    select postmortem_id from calendar_publication where state = 'WAITING' and next_attempt_at <= ?
                    order by next_attempt_at limit 1 for update skip locked
                    """).param(now.atOffset(UTC)).query(UUID.class).optional();
            due.ifPresent(
                    id -> jdbc.sql("""
                            update calendar_publication set attempts = attempts + 1, next_attempt_at = ?
                            where postmortem_id = ?
                            """).params(leaseEnds.atOffset(UTC), id).update());
            return due.flatMap(this::read);
        });
    }

    private Optional<Publication> read(UUID id) {
        return jdbc.sql("select false as mine, " + JdbcCalendarMeetings.COLUMNS + ", c.etag, c.href, c.attempts, "
                        + HIDDEN
                        + " as hidden from calendar_publication c join meeting m on m.postmortem_id = c.postmortem_id"
                        + " join postmortem p on p.id = m.postmortem_id where c.postmortem_id = ?")
                .param(id)
                .query((row, number) -> {
                    CalendarMeeting meeting = JdbcCalendarMeetings.read(row, number);
                    return new Publication(meeting, row.getBoolean("hidden"), stored(row), row.getInt("attempts"));
                })
                .optional();
    }

    @Override
    public void done(Publication publication, @Nullable Stored stored) {
        transaction.executeWithoutResult(status -> {
            written("DONE", publication, null);
            jdbc.sql("update calendar_publication set attempts = 0, etag = ?, href = ? where postmortem_id = ?")
                    .params(
                            stored == null ? null : stored.etag(),
                            stored == null ? null : stored.href(),
                            publication.meeting().postmortem().value())
                    .update();
        });
    }

    @Override
    public void refused(Publication publication, String error) {
        transaction.executeWithoutResult(status -> written("REFUSED", publication, cut(error)));
    }

    private void written(String state, Publication publication, @Nullable String error) {
        CalendarMeeting meeting = publication.meeting();
        jdbc.sql("""
                update calendar_publication set state = ?, last_error = ?, written_sequence = ?, written_title = ?,
                  written_hidden = ? where postmortem_id = ? and state = 'WAITING'
                """)
                .params(
                        state,
                        error,
                        meeting.sequence(),
                        meeting.title(),
                        publication.hidden(),
                        meeting.postmortem().value())
                .update();
    }

    @Override
    public void again(PostmortemId id, Instant next, String error) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("""
                update calendar_publication set next_attempt_at = ?, last_error = ?
                where postmortem_id = ? and state = 'WAITING'
                """).params(next.atOffset(UTC), cut(error), id.value()).update());
    }

    @Override
    public void everythingAgain(Instant now) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update calendar_publication set state = 'WAITING', attempts = 0, next_attempt_at = ?")
                .param(now.atOffset(UTC))
                .update());
    }

    @Override
    public List<Publication.Failure> failures(int most) {
        return jdbc.sql("select false as mine, " + JdbcCalendarMeetings.COLUMNS
                        + ", c.state, c.attempts, c.next_attempt_at, c.last_error from calendar_publication c"
                        + " join meeting m on m.postmortem_id = c.postmortem_id join postmortem p on p.id = m.postmortem_id"
                        + " where c.state <> 'DONE' and c.last_error is not null order by m.starts_at desc limit ?")
                .param(most)
                .query((row, number) -> new Publication.Failure(
                        JdbcCalendarMeetings.read(row, number),
                        row.getString("state").equals("REFUSED"),
                        row.getInt("attempts"),
                        row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(),
                        row.getString("last_error")))
                .list();
    }

    private static @Nullable Stored stored(ResultSet row) throws SQLException {
        String etag = row.getString("etag");
        String href = row.getString("href");
        return etag == null && href == null ? null : new Stored(href, etag);
    }

    private static String cut(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }
}
