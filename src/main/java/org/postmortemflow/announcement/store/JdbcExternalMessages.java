package org.postmortemflow.announcement.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcExternalMessages implements ExternalMessages {

    private final ReadOnce<PostmortemId, Optional<ExternalMessage>> read = new ReadOnce<>("external message");
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    JdbcExternalMessages(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public Optional<ExternalMessage> of(PostmortemId id) {
        return read.get(id, this::readNow);
    }

    private Optional<ExternalMessage> readNow(PostmortemId id) {
        return jdbc.sql("select * from external_message where postmortem_id = ?")
                .param(id.value())
                .query((row, number) -> {
                    OffsetDateTime posted = row.getObject("posted_at", OffsetDateTime.class);
                    return new ExternalMessage(
                            row.getString("summary"),
                            row.getString("what_happened"),
                            row.getString("what_we_do"),
                            row.getObject("approved", Boolean.class),
                            row.getString("posted_where"),
                            posted == null ? null : posted.toInstant());
                })
                .optional();
    }

    @Override
    public void draft(PostmortemId id, String summary, String whatHappened, String whatWeDo) {
        read.forget();
        Object[] values = {summary, whatHappened, whatWeDo, id.value()};
        int updated = jdbc.sql("""
                update external_message set summary = ?, what_happened = ?, what_we_do = ?, approved = null
                where postmortem_id = ?
                """).params(values).update();
        if (updated == 0) {
            jdbc.sql("""
                    insert into external_message (summary, what_happened, what_we_do, postmortem_id)
                    values (?, ?, ?, ?)
                    """).params(values).update();
        }
        events.publishEvent(new Changed(id));
    }

    @Override
    public void decide(PostmortemId id, boolean approved) {
        read.forget();
        jdbc.sql("update external_message set approved = ? where postmortem_id = ?")
                .params(approved, id.value())
                .update();
    }

    @Override
    public void posted(PostmortemId id, String where, Instant at) {
        read.forget();
        jdbc.sql("update external_message set posted_where = ?, posted_at = ? where postmortem_id = ?")
                .params(where, at.atOffset(UTC), id.value())
                .update();
    }
}
