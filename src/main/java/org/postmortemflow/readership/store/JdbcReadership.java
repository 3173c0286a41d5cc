package org.postmortemflow.readership.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Privacy;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.readership.Reader;
import org.postmortemflow.readership.ReadershipRecords;
import org.postmortemflow.readership.Unread;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReadership implements ReadershipRecords {

    /**
     * One look, which ends with what is found first. A planner turns a union not around, as it would each "exists" by itself, to
     * look for all that the person may ever read.
     */
    private static final String OUTSIDER = """
            not exists (
              select 1 from postmortem_reader r where r.postmortem_id = %s and r.person_id = ?
              union all
              select 1 from postmortem_owner o where o.postmortem_id = %s and o.until is null and o.person_id = ?
              union all
              select 1 from meeting m where m.postmortem_id = %s and m.facilitator = ?
              union all
              select 1 from postmortem_step a where a.postmortem_id = %s and (a.assignee = ? or a.done_by = ?)
              union all
              select 1 from incident_responder c join postmortem p on p.incident_id = c.incident_id
              where p.id = %s and c.role = 'INCIDENT_COMMANDER' and c.person_id = ?)
            """;

    /** Administrators read everything. */
    private static final Readable ALL = new Readable("1 = 0", null);

    private final ReadOnce<PostmortemId, Optional<Privacy>> privacy = new ReadOnce<>("privacy");
    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;

    JdbcReadership(JdbcClient jdbc, Organisation organisation, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.events = events;
    }

    @Override
    public boolean mayRead(PostmortemId id, PersonId person) {
        return privacy(id).isEmpty() || hidden(Set.of(id), person).isEmpty();
    }

    @Override
    public Readable readable(PersonId person) {
        return organisation.isAdministrator(person) ? ALL : new Readable(OUTSIDER, person);
    }

    @Override
    public Set<PostmortemId> hidden(Collection<PostmortemId> among, PersonId person) {
        Readable readable = readable(person);
        if (among.isEmpty() || readable.equals(ALL)) {
            return Set.of();
        }
        String marks = String.join(", ", Collections.nCopies(among.size(), "?"));
        List<Object> params =
                new ArrayList<>(among.stream().map(PostmortemId::value).toList());
        params.addAll(readable.params());
        return jdbc
                .sql("select one.postmortem_id from postmortem_private one where one.postmortem_id in (" + marks
                        + ") and " + readable.outsider().replace("%s", "one.postmortem_id"))
                .params(params)
                .query(UUID.class)
                .list()
                .stream()
                .map(PostmortemId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Privacy> privacy(PostmortemId id) {
        return privacy.get(id, this::readPrivacy);
    }

    private Optional<Privacy> readPrivacy(PostmortemId id) {
        return jdbc.sql("select reason, since, made_by from postmortem_private where postmortem_id = ?")
                .param(id.value())
                .query((row, number) -> new Privacy(
                        row.getString("reason"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getString("made_by"))))
                .optional();
    }

    @Override
    public List<Reader> readers(PostmortemId id) {
        return jdbc.sql("select * from postmortem_reader where postmortem_id = ? order by position")
                .param(id.value())
                .query((row, number) -> new Reader(
                        new PersonId(row.getString("person_id")),
                        row.getString("team_id"),
                        row.getBoolean("must_read"),
                        new PersonId(row.getString("named_by")),
                        instant(row, "told_at"),
                        instant(row, "read_at")))
                .list();
    }

    @Override
    public List<Unread> notReadSince(Instant told) {
        return jdbc.sql("""
                select r.postmortem_id, r.person_id, r.told_at
                from postmortem_reader r join postmortem p on p.id = r.postmortem_id
                where r.must_read and r.read_at is null and r.told_at < ? and p.status = 'CLOSED'
                order by r.told_at, r.position
                """)
                .param(told.atOffset(UTC))
                .query((row, number) -> new Unread(
                        new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                        new PersonId(row.getString("person_id")),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void lock(PostmortemId id) {
        jdbc.sql("select id from postmortem where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional();
    }

    @Override
    public void name(
            PostmortemId id,
            Collection<PersonId> persons,
            @Nullable String team,
            boolean mustRead,
            PersonId by,
            Instant at) {
        Set<PersonId> known = readers(id).stream().map(Reader::person).collect(Collectors.toSet());
        for (PersonId person : persons) {
            if (known.add(person)) {
                jdbc.sql("""
                        insert into postmortem_reader (postmortem_id, person_id, team_id, must_read, named_by, named_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                        .params(id.value(), person.value(), team, mustRead, by.value(), at.atOffset(UTC))
                        .update();
            } else if (mustRead) {
                jdbc.sql("update postmortem_reader set must_read = true where postmortem_id = ? and person_id = ?")
                        .params(id.value(), person.value())
                        .update();
            }
        }
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void remove(PostmortemId id, PersonId person) {
        jdbc.sql("delete from postmortem_reader where postmortem_id = ? and person_id = ?")
                .params(id.value(), person.value())
                .update();
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void told(PostmortemId id, PersonId person, Instant at) {
        jdbc.sql("update postmortem_reader set told_at = ? where postmortem_id = ? and person_id = ?")
                .params(at.atOffset(UTC), id.value(), person.value())
                .update();
    }

    @Override
    public boolean read(PostmortemId id, PersonId person, Instant at) {
        boolean asked = jdbc.sql("""
                        update postmortem_reader set read_at = coalesce(read_at, ?)
                        where postmortem_id = ? and person_id = ? and must_read
                        """)
                        .params(at.atOffset(UTC), id.value(), person.value())
                        .update()
                == 1;
        if (asked) {
            events.publishEvent(new Recorded(id));
        }
        return asked;
    }

    @Override
    public void close(PostmortemId id, Privacy privacy) {
        this.privacy.forget();
        jdbc.sql("insert into postmortem_private (postmortem_id, reason, since, made_by) values (?, ?, ?, ?)")
                .params(
                        id.value(),
                        privacy.reason(),
                        privacy.since().atOffset(UTC),
                        privacy.by().value())
                .update();
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void open(PostmortemId id) {
        privacy.forget();
        jdbc.sql("delete from postmortem_private where postmortem_id = ?")
                .param(id.value())
                .update();
        events.publishEvent(new Recorded(id));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
