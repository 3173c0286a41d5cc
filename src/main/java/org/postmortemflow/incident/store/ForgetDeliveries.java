package org.postmortemflow.incident.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.people.KeptForATime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A webhook is not repeated after that long. */
@Component
class ForgetDeliveries implements KeptForATime {

    private final JdbcClient jdbc;

    ForgetDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Kind kind() {
        return Kind.DELIVERIES;
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                                delete from incident_delivery where received_at < ?
                                """).param(before.atOffset(UTC)).update();
    }
}
