package org.postmortemflow.demo.history;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.demo.DemoData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the demo with the past that the setting {@code postmortem.demo.history} asks for, in months, once for a database. It
 * never gets among the postmortems of people, and a database with it is never used by a real organisation: the start fails
 * before that.
 */
@Component
@Order(0)
class DemoHistory implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
    private static final String SETTING = "postmortem.demo.history";
    private static final int MOST_MONTHS = 120;
    private static final int PER_MONTH = 12;

    /** Nothing of the last days: those that are at work now are made by the process itself. */
    private static final Duration UNTIL = Duration.ofDays(6);

    private final WriteHistory history;
    private final DemoClock demo;
    private final DemoData data;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final int months;

    DemoHistory(
            WriteHistory history,
            DemoClock demo,
            DemoData data,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            @Value("${postmortem.demo.history:0}") int months) {
        this.history = history;
        this.demo = demo;
        this.data = data;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.months = months;
        if (months < 0 || months > MOST_MONTHS) {
            throw refused("It is a number of months, from 0, for none, to " + MOST_MONTHS + ".");
        }
        if (months > 0 && !demo.isDemo()) {
            throw refused(
                    "Only the demo organisation has a made-up past. With an organisation file of your own, leave this"
                            + " setting out.");
        }
    }

    /** @throws InvalidConfigurationPropertyValueException when real and made-up postmortems would stand side by side */
    @Override
    public void run(ApplicationArguments arguments) {
        boolean made = count("demo_history") > 0;
        if (made && !demo.isDemo()) {
            throw new InvalidConfigurationPropertyValueException(
                    "spring.datasource.url",
                    "this database",
                    "It holds the made-up postmortems of the demo. Give your organisation a database of its own.");
        }
        if (months > 0 && !made) {
            transaction.executeWithoutResult(status -> {
                if (isFirst(status)) {
                    make();
                }
            });
        }
        if (made || months > 0) {
            data.show();
        }
    }

    /** Of several nodes that start together, the others wait here until it is made. */
    private boolean isFirst(TransactionStatus status) {
        try {
            jdbc.sql("insert into demo_history (id, months, made_at) values (1, ?, ?)")
                    .params(months, clock.instant().atOffset(UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException anotherNode) {
            status.setRollbackOnly();
            LOG.info("Another node has made the demo's past");
            return false;
        }
    }

    private void make() {
        Instant now = clock.instant();
        if (count("postmortem") > 0) {
            throw refused("This database holds postmortems of people already. Start with an empty one, for example"
                    + " --spring.datasource.url=jdbc:h2:file:./data/demo-history;WRITE_DELAY=0");
        }
        long begun = System.nanoTime();
        int count = history.ended(now, now.minus(UNTIL), months, PER_MONTH);
        LOG.info(
                "Made up {} postmortems of the last {} months in {} ms: all of it is demo data",
                count,
                months,
                (System.nanoTime() - begun) / 1_000_000);
    }

    private long count(String table) {
        return Objects.requireNonNull(
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private InvalidConfigurationPropertyValueException refused(String why) {
        return new InvalidConfigurationPropertyValueException(SETTING, months, why);
    }
}
