package org.postmortemflow.incident.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.IncidentRecords;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.postmortemflow.shared.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcIncidents implements Incidents, IncidentRecords {

    private static final String SELECT = """
            select i.id, i.source, i.external_key, i.title, i.severity, i.started_at, i.detected_at, i.resolved_at,
                   i.summary, i.url, i.told_at, i.state_at
            from incident i
            """;

    private final ReadOnce<UUID, Incident> read = new ReadOnce<>("incident");
    private final ReadOnce<PostmortemId, UUID> behind = new ReadOnce<>("incident behind");
    private final JdbcClient jdbc;
    private final OrganisationTime time;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcIncidents(JdbcClient jdbc, OrganisationTime time, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.time = time;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Incident get(UUID id) {
        return read.get(id, this::readNow);
    }

    private Incident readNow(UUID id) {
        return jdbc.sql(SELECT + "where i.id = ?")
                .param(id)
                .query(this::row)
                .optional()
                .map(known -> withNotes(known.incident()))
                .orElseThrow(() -> new NoSuchElementException("No incident " + id));
    }

    @Override
    @Transactional(readOnly = true)
    public Incident of(PostmortemId postmortem) {
        return get(behind.get(postmortem, this::incidentBehind));
    }

    private UUID incidentBehind(PostmortemId postmortem) {
        return jdbc.sql("select incident_id from postmortem where id = ?")
                .param(postmortem.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No incident of postmortem " + postmortem));
    }

    @Override
    public Optional<Known> lock(String source, String externalKey) {
        read.forget();
        return jdbc.sql(SELECT + "where i.source = ? and i.external_key = ? for update")
                .params(source, externalKey)
                .query(this::row)
                .optional();
    }

    @Override
    public void add(Known known) {
        read.forget();
        Incident incident = known.incident();
        jdbc.sql("""
                insert into incident
                  (title, severity, started_at, detected_at, resolved_at, summary, url, told_at, state_at, id,
                   source, external_key)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(values(known))
                .params(incident.source(), incident.externalKey())
                .update();
        addLists(incident);
    }

    @Override
    public void update(Known known) {
        read.forget();
        UUID id = known.incident().id();
        jdbc.sql("""
                update incident
                set title = ?, severity = ?, started_at = ?, detected_at = ?, resolved_at = ?, summary = ?, url = ?,
                    told_at = ?, state_at = ?
                where id = ?
                """).params(values(known)).update();
        for (String table : List.of("incident_service", "incident_responder", "incident_criterion")) {
            jdbc.sql("delete from " + table + " where incident_id = ?")
                    .param(id)
                    .update();
        }
        addLists(known.incident());
        tellOfChange(id);
    }

    @Override
    public void addNote(UUID incident, Instant at, String author, String text) {
        read.forget();
        jdbc.sql("insert into incident_note (id, incident_id, at, author, text) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), incident, at.atOffset(UTC), author, text)
                .update();
        tellOfChange(incident);
    }

    /** What a postmortem says begins with its incident. */
    private void tellOfChange(UUID incident) {
        jdbc.sql("select id from postmortem where incident_id = ?")
                .param(incident)
                .query(UUID.class)
                .optional()
                .ifPresent(postmortem -> events.publishEvent(new Changed(new PostmortemId(postmortem))));
    }

    @Override
    public boolean remember(String source, String deliveryId) {
        boolean known = jdbc.sql("select count(*) from incident_delivery where source = ? and delivery_id = ?")
                        .params(source, deliveryId)
                        .query(Long.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into incident_delivery (source, delivery_id, received_at) values (?, ?, ?)")
                    .params(source, deliveryId, clock.instant().atOffset(UTC))
                    .update();
        }
        return !known;
    }

    private static List<@Nullable Object> values(Known known) {
        Incident incident = known.incident();
        Severity severity = incident.severity();
        return Arrays.asList(
                incident.title(),
                severity == null ? null : severity.name(),
                utc(incident.startedAt()),
                utc(incident.detectedAt()),
                utc(incident.resolvedAt()),
                incident.summary(),
                incident.url(),
                utc(known.toldAt()),
                utc(known.stateAt()),
                incident.id());
    }

    private void addLists(Incident incident) {
        int position = 0;
        for (String service : incident.services()) {
            jdbc.sql("insert into incident_service (incident_id, position, service) values (?, ?, ?)")
                    .params(incident.id(), position++, service)
                    .update();
        }
        position = 0;
        for (Responder responder : incident.responders()) {
            PersonId person = responder.person();
            jdbc.sql("""
                    insert into incident_responder (incident_id, position, role, person_id, name)
                    values (?, ?, ?, ?, ?)
                    """)
                    .params(
                            incident.id(),
                            position++,
                            responder.role().name(),
                            person == null ? null : person.value(),
                            responder.name())
                    .update();
        }
        for (Criterion criterion : incident.criteria()) {
            jdbc.sql("insert into incident_criterion (incident_id, criterion) values (?, ?)")
                    .params(incident.id(), criterion.name())
                    .update();
        }
    }

    private Known row(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String severity = row.getString("severity");
        Lists lists = lists(id);
        Incident incident = new Incident(
                id,
                row.getString("source"),
                row.getString("external_key"),
                row.getString("title"),
                severity == null ? null : Severity.valueOf(severity),
                instant(row, "started_at"),
                instant(row, "detected_at"),
                instant(row, "resolved_at"),
                List.copyOf(lists.services()),
                List.copyOf(lists.responders()),
                row.getString("summary"),
                Set.copyOf(lists.criteria()),
                row.getString("url"));
        return new Known(
                incident,
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("state_at", OffsetDateTime.class).toInstant());
    }

    /** Services, responders and criteria in one go: an incident is read often, and each is a handful of rows. */
    private Lists lists(UUID incident) {
        Lists lists = new Lists(new ArrayList<>(), new ArrayList<>(), EnumSet.noneOf(Criterion.class));
        jdbc.sql("""
                select 1 as list, position as place, service as first, cast(null as varchar(100)) as person,
                       cast(null as varchar(500)) as name
                from incident_service where incident_id = ?
                union all
                select 2, position, role, person_id, name from incident_responder where incident_id = ?
                union all
                select 3, 0, criterion, null, null from incident_criterion where incident_id = ?
                order by list, place
                """).params(incident, incident, incident).query(lists::add);
        return lists;
    }

    private record Lists(List<String> services, List<Responder> responders, Set<Criterion> criteria) {

        void add(ResultSet row) throws SQLException {
            String first = row.getString("first");
            switch (row.getInt("list")) {
                case 1 -> services.add(first);
                case 2 -> {
                    String person = row.getString("person");
                    PersonId known = person == null ? null : new PersonId(person);
                    responders.add(new Responder(ResponderRole.valueOf(first), known, row.getString("name")));
                }
                default -> criteria.add(Criterion.valueOf(first));
            }
        }
    }

    /** Notes follow the summary, oldest first, one a line. */
    private Incident withNotes(Incident incident) {
        String notes = jdbc
                .sql("select at, author, text from incident_note where incident_id = ? order by at, id")
                .param(incident.id())
                .query((row, number) -> "%s%s: %s"
                        .formatted(
                                time.show(row.getObject("at", OffsetDateTime.class)
                                        .toInstant()),
                                row.getString("author").isEmpty() ? "" : " " + row.getString("author"),
                                row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
        String summary = incident.summary() + (incident.summary().isEmpty() || notes.isEmpty() ? "" : "\n") + notes;
        return incident.withSummary(summary);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
