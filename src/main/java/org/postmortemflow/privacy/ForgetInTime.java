package org.postmortemflow.privacy;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postmortemflow.people.KeptForATime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what the rooms keep only for a time, each kind in a transaction of its own; any number of nodes may do it. */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class ForgetInTime {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetInTime.class);

    private final List<KeptForATime> rooms;
    private final RetentionSettings settings;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ForgetInTime(
            List<KeptForATime> rooms,
            RetentionSettings settings,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.rooms = rooms;
        this.settings = settings;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(initialDelay = 5, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
    void run() {
        Instant now = clock.instant();
        for (KeptForATime room : rooms) {
            Instant before = now.minus(settings.of(room.kind()));
            Integer rows = transaction.execute(status -> forget(room, before));
            if (rows != null && rows > 0) {
                LOG.info("{} rows from before {} are deleted: {}", rows, before, room.kind());
            }
        }
    }

    private int forget(KeptForATime room, Instant before) {
        return room.deletes().stream()
                .mapToInt(sql -> jdbc.sql(sql).param(before.atOffset(UTC)).update())
                .sum();
    }
}
