package org.postmortemflow.calendar.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.calendar.CalendarMeeting;
import org.postmortemflow.calendar.CalendarMeetings;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcCalendarMeetings implements CalendarMeetings {

    static final String COLUMNS = """
            m.postmortem_id, p.title, p.severity, m.starts_at, m.minutes, m.video_link, m.sequence, m.cancelled, m.held_at,
            m.changed_at
            """;

    private static final String PUBLIC =
            "not exists (select 1 from postmortem_private v where v.postmortem_id = m.postmortem_id)";

    private static final String INVITED =
            "exists (select 1 from meeting_attendee a where a.postmortem_id = m.postmortem_id and a.person_id = ?)";

    private static final String IN_SPAN = """
            from meeting m join postmortem p on p.id = m.postmortem_id
            where m.starts_at >= ? and m.starts_at < ? and (not m.cancelled or m.changed_at >= ?) and
            """;

    private static final String IN_ORDER = " order by m.starts_at, m.postmortem_id";

    private final JdbcClient jdbc;
    private final Readership readership;

    JdbcCalendarMeetings(JdbcClient jdbc, Readership readership) {
        this.jdbc = jdbc;
        this.readership = readership;
    }

    @Override
    public List<CalendarMeeting> shared(Span span) {
        return jdbc.sql("select false as mine, " + COLUMNS + IN_SPAN + PUBLIC + IN_ORDER)
                .params(params(span))
                .query(JdbcCalendarMeetings::read)
                .list();
    }

    @Override
    public List<CalendarMeeting> of(PersonId person, Span span) {
        Readable readable = readership.readable(person);
        String sql = "select true as mine, " + COLUMNS + IN_SPAN + INVITED + " and " + readable.sql("m.postmortem_id");
        return jdbc.sql(sql + IN_ORDER)
                .params(params(span))
                .param(person.value())
                .params(readable.params())
                .query(JdbcCalendarMeetings::read)
                .list();
    }

    @Override
    public List<CalendarMeeting> readable(PersonId person, Span span) {
        Readable readable = readership.readable(person);
        String sql = "select " + INVITED + " as mine, " + COLUMNS + IN_SPAN + readable.sql("m.postmortem_id");
        return jdbc.sql(sql + IN_ORDER)
                .param(person.value())
                .params(params(span))
                .params(readable.params())
                .query(JdbcCalendarMeetings::read)
                .list();
    }

    private static List<Object> params(Span span) {
        return List.of(
                span.from().atOffset(UTC),
                span.to().atOffset(UTC),
                span.cancelledSince().atOffset(UTC));
    }

    /** The columns above, and {@code mine}. */
    static CalendarMeeting read(ResultSet row, int number) throws SQLException {
        String severity = row.getString("severity");
        return new CalendarMeeting(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("title"),
                severity == null ? null : Severity.valueOf(severity),
                instant(row, "starts_at"),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getString("video_link"),
                row.getInt("sequence"),
                row.getBoolean("cancelled"),
                row.getObject("held_at", OffsetDateTime.class) != null,
                instant(row, "changed_at"),
                row.getBoolean("mine"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
