package org.postmortemflow.timeline.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcTimelines implements Timelines {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcTimelines(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public List<TimelineItem> of(PostmortemId id) {
        return jdbc.sql("""
                select id, at, event, kind, source, hidden from timeline_item
                where postmortem_id = ? order by at, position
                """).param(id.value()).query(JdbcTimelines::item).list();
    }

    @Override
    @Transactional
    public void add(PostmortemId id, List<TimelineItem> items, PersonId by) {
        int position = jdbc.sql("select coalesce(max(position) + 1, 0) from timeline_item where postmortem_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        insert(id, items, position);
    }

    @Override
    @Transactional
    public void replace(PostmortemId id, List<TimelineItem> items, PersonId by) {
        jdbc.sql("delete from timeline_item where postmortem_id = ?")
                .param(id.value())
                .update();
        insert(id, items, 0);
    }

    private void insert(PostmortemId id, List<TimelineItem> items, int first) {
        int position = first;
        for (TimelineItem item : items) {
            jdbc.sql("""
                    insert into timeline_item (id, postmortem_id, at, position, event, kind, source, hidden)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            item.id(),
                            id.value(),
                            item.at().atOffset(UTC),
                            position++,
                            item.event(),
                            item.kind().key(),
                            item.source(),
                            item.hidden())
                    .update();
        }
        events.publishEvent(new Changed(id));
    }

    private static TimelineItem item(ResultSet row, int number) throws SQLException {
        return new TimelineItem(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("event"),
                TimelineKind.ofKey(row.getString("kind")).orElse(TimelineKind.ACTION),
                row.getString("source"),
                row.getBoolean("hidden"));
    }
}
