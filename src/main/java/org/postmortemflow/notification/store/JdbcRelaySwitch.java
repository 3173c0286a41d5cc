package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.postmortemflow.notification.RelayPause;
import org.postmortemflow.notification.RelaySwitch;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JdbcRelaySwitch implements RelaySwitch {

    private static final String ON = "paused_since = null, paused_until = null, reason = null, person = null";

    private final JdbcClient jdbc;

    JdbcRelaySwitch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RelayPause> pause() {
        return jdbc.sql(
                        "select paused_since, paused_until, reason, person from outbox_relay where paused_since is not null")
                .query((row, number) -> {
                    OffsetDateTime until = row.getObject("paused_until", OffsetDateTime.class);
                    String person = row.getString("person");
                    return new RelayPause(
                            row.getObject("paused_since", OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant(),
                            row.getString("reason"),
                            person == null ? null : new PersonId(person));
                })
                .optional();
    }

    @Override
    public void refused(Instant now, Instant until, String reason) {
        jdbc.sql("""
                update outbox_relay set paused_since = coalesce(paused_since, ?), paused_until = ?, reason = ?
                where person is null
                """)
                .params(now.atOffset(UTC), until.atOffset(UTC), reason.substring(0, Math.min(reason.length(), 1000)))
                .update();
    }

    @Override
    public void pauseBy(PersonId person, Instant now, String reason) {
        jdbc.sql("update outbox_relay set paused_since = ?, paused_until = null, reason = ?, person = ?")
                .params(now.atOffset(UTC), reason, person.value())
                .update();
    }

    @Override
    public void resume() {
        jdbc.sql("update outbox_relay set " + ON).update();
    }

    @Override
    public void resumeUnlessOrdered() {
        jdbc.sql("update outbox_relay set " + ON + " where paused_since is not null and person is null")
                .update();
    }
}
