package org.postmortemflow.meeting.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meeting.Attendee;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.postmortemflow.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcMeetings implements MeetingRecords {

    private final ReadOnce<PostmortemId, Optional<Meeting>> read = new ReadOnce<>("meeting");
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcMeetings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Meeting> of(PostmortemId id) {
        return read.get(id, this::readNow);
    }

    private Optional<Meeting> readNow(PostmortemId id) {
        return jdbc.sql("""
                select postmortem_id, starts_at, minutes, video_link, sequence, cancelled, facilitator, held_at
                from meeting where postmortem_id = ?
                """)
                .param(id.value())
                .query((row, number) -> read(row, attendees(id)))
                .optional();
    }

    @Override
    public void add(Meeting meeting) {
        read.forget();
        jdbc.sql("""
                insert into meeting
                  (postmortem_id, starts_at, minutes, video_link, sequence, cancelled, facilitator, held_at,
                   time_sequence, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        meeting.postmortem().value(),
                        meeting.start().atOffset(UTC),
                        meeting.length().toMinutes(),
                        meeting.videoLink(),
                        meeting.sequence(),
                        meeting.cancelled(),
                        value(meeting.facilitator()),
                        offset(meeting.heldAt()),
                        meeting.sequence(),
                        clock.instant().atOffset(UTC),
                        clock.instant().atOffset(UTC))
                .update();
        addAttendees(meeting);
        events.publishEvent(new Recorded(meeting.postmortem()));
    }

    @Override
    public void change(Meeting meeting, int before) {
        read.forget();
        int changed = jdbc.sql("""
                update meeting set
                  time_sequence = case when starts_at = ? and minutes = ? then time_sequence else cast(? as integer) end,
                  changed_at = ?, starts_at = ?, minutes = ?, video_link = ?, sequence = ?, cancelled = ?,
                  facilitator = ?, held_at = ?
                where postmortem_id = ? and sequence = ?
                """)
                .params(
                        meeting.start().atOffset(UTC),
                        meeting.length().toMinutes(),
                        meeting.sequence(),
                        clock.instant().atOffset(UTC),
                        meeting.start().atOffset(UTC),
                        meeting.length().toMinutes(),
                        meeting.videoLink(),
                        meeting.sequence(),
                        meeting.cancelled(),
                        value(meeting.facilitator()),
                        offset(meeting.heldAt()),
                        meeting.postmortem().value(),
                        before)
                .update();
        if (changed == 0) {
            throw new Refused("Somebody else changed the meeting at the same moment. Please look again.");
        }
        jdbc.sql("delete from meeting_attendee where postmortem_id = ?")
                .param(meeting.postmortem().value())
                .update();
        addAttendees(meeting);
        events.publishEvent(new Recorded(meeting.postmortem()));
    }

    @Override
    public Optional<Meeting> toChange(PostmortemId id) {
        read.forget();
        jdbc.sql("select 1 from meeting where postmortem_id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional();
        return of(id);
    }

    @Override
    public Optional<Past> past(PostmortemId id) {
        return jdbc.sql("select created_at, changed_at, time_sequence from meeting where postmortem_id = ?")
                .param(id.value())
                .query((row, number) ->
                        new Past(instant(row, "created_at"), instant(row, "changed_at"), row.getInt("time_sequence")))
                .optional();
    }

    @Override
    public List<Uninvited> uninvited(PostmortemId id) {
        return jdbc.sql(
                        "select email, name, reason from meeting_uninvited where postmortem_id = ? order by name, email")
                .param(id.value())
                .query((row, number) ->
                        new Uninvited(row.getString("email"), row.getString("name"), row.getString("reason")))
                .list();
    }

    @Override
    public void uninvite(PostmortemId id, Uninvited who) {
        readmit(id, who.email());
        jdbc.sql("insert into meeting_uninvited (postmortem_id, email, name, reason) values (?, ?, ?, ?)")
                .params(id.value(), who.email(), who.name(), who.reason())
                .update();
    }

    @Override
    public void readmit(PostmortemId id, String email) {
        jdbc.sql("delete from meeting_uninvited where postmortem_id = ? and email = ?")
                .params(id.value(), email)
                .update();
    }

    @Override
    public Optional<Integer> told(PostmortemId id) {
        return jdbc.sql("select told_sequence from meeting where postmortem_id = ? and told_sequence is not null")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    @Override
    public void tell(PostmortemId id, int sequence) {
        jdbc.sql("update meeting set told_sequence = ? where postmortem_id = ?")
                .params(sequence, id.value())
                .update();
    }

    @Override
    public Map<PersonId, Integer> facilitations(Instant after) {
        return jdbc
                .sql("""
                select facilitator, count(*) as ahead from meeting
                where facilitator is not null and not cancelled and held_at is null and starts_at > ?
                group by facilitator
                """)
                .param(after.atOffset(UTC))
                .query((row, number) -> Map.entry(new PersonId(row.getString("facilitator")), row.getInt("ahead")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void addAttendees(Meeting meeting) {
        int position = 0;
        for (Attendee attendee : meeting.attendees()) {
            jdbc.sql("""
                    insert into meeting_attendee
                      (postmortem_id, position, person_id, name, email, required, reason, attended)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            meeting.postmortem().value(),
                            position++,
                            value(attendee.person()),
                            attendee.name(),
                            attendee.email(),
                            attendee.required(),
                            attendee.reason(),
                            attendee.attended())
                    .update();
        }
    }

    private List<Attendee> attendees(PostmortemId id) {
        return jdbc.sql("""
                select person_id, name, email, required, reason, attended from meeting_attendee
                where postmortem_id = ? order by position
                """)
                .param(id.value())
                .query((row, number) -> new Attendee(
                        person(row.getString("person_id")),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("required"),
                        row.getString("reason"),
                        row.getObject("attended", Boolean.class)))
                .list();
    }

    private static Meeting read(ResultSet row, List<Attendee> attendees) throws SQLException {
        OffsetDateTime heldAt = row.getObject("held_at", OffsetDateTime.class);
        return new Meeting(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                instant(row, "starts_at"),
                Duration.ofMinutes(row.getInt("minutes")),
                row.getString("video_link"),
                row.getInt("sequence"),
                row.getBoolean("cancelled"),
                person(row.getString("facilitator")),
                attendees,
                heldAt == null ? null : heldAt.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
