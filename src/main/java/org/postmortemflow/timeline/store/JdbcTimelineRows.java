package org.postmortemflow.timeline.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineChange;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TimelineRow;
import org.postmortemflow.timeline.TimelineRows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTimelineRows implements TimelineRows {

    private static final String COLUMNS = "at, event, kind, source, severity, noticed, hidden";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcTimelineRows(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<TimelineRow> of(PostmortemId id) {
        return jdbc.sql("select id, version, batch, written, " + COLUMNS
                        + " from timeline_item where postmortem_id = ? order by at, position, id")
                .param(id.value())
                .query(JdbcTimelineRows::row)
                .list();
    }

    @Override
    public Optional<TimelineRow> row(PostmortemId id, UUID item) {
        return jdbc.sql("select id, version, batch, written, " + COLUMNS
                        + " from timeline_item where postmortem_id = ? and id = ?")
                .params(id.value(), item)
                .query(JdbcTimelineRows::row)
                .optional();
    }

    @Override
    public boolean isTaken(UUID item) {
        return jdbc.sql("select count(*) from timeline_item where id = ?")
                        .param(item)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(PostmortemId id, TimelineRow row, @Nullable UUID after, PersonId by) {
        jdbc.sql("insert into timeline_item (id, postmortem_id, position, version, batch, written, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Stream.concat(
                                Stream.of(
                                        row.item().id(),
                                        id.value(),
                                        place(id, after),
                                        row.version(),
                                        row.batch(),
                                        row.written()),
                                content(row.item()))
                        .toList())
                .update();
        note(id, row, Action.ADDED, by);
    }

    /** Behind all, or a place that is made free behind the given row. */
    private int place(PostmortemId id, @Nullable UUID after) {
        Optional<Integer> before = after == null
                ? Optional.empty()
                : jdbc.sql("select position from timeline_item where postmortem_id = ? and id = ?")
                        .params(id.value(), after)
                        .query(Integer.class)
                        .optional();
        before.ifPresent(place -> jdbc.sql(
                        "update timeline_item set position = position + 1 where postmortem_id = ? and position > ?")
                .params(id.value(), place)
                .update());
        return before.map(place -> place + 1)
                .orElseGet(() -> jdbc.sql(
                                "select coalesce(max(position) + 1, 0) from timeline_item where postmortem_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean update(PostmortemId id, TimelineRow row, Action action, PersonId by) {
        int updated = jdbc.sql("""
                        update timeline_item set version = ?, batch = ?, written = ?,
                        at = ?, event = ?, kind = ?, source = ?, severity = ?, noticed = ?, hidden = ?
                        where postmortem_id = ? and id = ? and version = ?
                        """)
                .params(Stream.of(
                                Stream.of(row.version(), row.batch(), row.written()),
                                content(row.item()),
                                Stream.of(id.value(), row.item().id(), row.version() - 1))
                        .flatMap(values -> values)
                        .toList())
                .update();
        if (updated > 0) {
            note(id, row, action, by);
        }
        return updated > 0;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean delete(PostmortemId id, TimelineRow row, PersonId by) {
        int deleted = jdbc.sql("delete from timeline_item where postmortem_id = ? and id = ? and version = ?")
                .params(id.value(), row.item().id(), row.version())
                .update();
        if (deleted > 0) {
            note(id, row.with(row.item()), Action.DELETED, by);
        }
        return deleted > 0;
    }

    @Override
    public List<TimelineChange> changes(PostmortemId id) {
        return jdbc.sql("select item_id as id, version, action, changed_at, changed_by, " + COLUMNS
                        + " from timeline_change where postmortem_id = ? order by position")
                .param(id.value())
                .query((result, number) -> new TimelineChange(
                        item(result),
                        result.getInt("version"),
                        Action.of(result.getString("action")),
                        result.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        new PersonId(result.getString("changed_by"))))
                .list();
    }

    private void note(PostmortemId id, TimelineRow row, Action action, PersonId by) {
        jdbc.sql("insert into timeline_change (id, postmortem_id, item_id, version, action, changed_at, changed_by, "
                        + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Stream.concat(
                                Stream.of(
                                        UUID.randomUUID(),
                                        id.value(),
                                        row.item().id(),
                                        row.version(),
                                        action.name(),
                                        clock.instant().atOffset(UTC),
                                        by.value()),
                                content(row.item()))
                        .toList())
                .update();
        events.publishEvent(new Changed(id));
    }

    /** Times to the microsecond, which is what both databases hold. */
    private static Stream<@Nullable Object> content(TimelineItem item) {
        return Arrays.<@Nullable Object>asList(
                item.at().truncatedTo(ChronoUnit.MICROS).atOffset(UTC),
                item.event(),
                item.kind().key(),
                item.source(),
                item.severity() == null ? null : item.severity().key(),
                item.noticed(),
                item.hidden())
                .stream();
    }

    private static TimelineRow row(ResultSet row, int number) throws SQLException {
        return new TimelineRow(
                item(row),
                row.getInt("version"),
                row.getObject("batch", UUID.class),
                row.getObject("written", Integer.class));
    }

    private static TimelineItem item(ResultSet row) throws SQLException {
        String severity = row.getString("severity");
        return new TimelineItem(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                TimelineKind.ofKey(row.getString("kind")).orElse(TimelineKind.ACTION),
                row.getString("source"),
                row.getBoolean("hidden"),
                severity == null ? null : Severity.parse(severity).orElse(null),
                row.getObject("noticed", Boolean.class));
    }
}
