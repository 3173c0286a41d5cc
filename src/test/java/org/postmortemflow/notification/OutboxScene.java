package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.postmortemflow.TestClock;
import org.postmortemflow.notification.Mail.Recipient;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox on its real table, with a channel and a clock that do as they are told. */
@JdbcTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1",
            "postmortem.outbox.relay-enabled=false",
            "postmortem.outbox.threads=1"
        })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(OutboxScene.Parts.class)
abstract class OutboxScene {

    @TestConfiguration
    @ComponentScan(
            basePackages = {"org.postmortemflow.notification", "org.postmortemflow.people"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*(Test|\\.web\\.|Outbox(Health|Metrics)|SmallOrganisation).*"))
    @EnableConfigurationProperties({MailSettings.class, OutboxSettings.class})
    static class Parts {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        ScriptedChannel scriptedChannel() {
            return new ScriptedChannel();
        }
    }

    static final Duration LEASE = Duration.ofMinutes(2);

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

    @Autowired
    RelaySwitch relaySwitch;

    @Autowired
    OutboxSettings settings;

    @Autowired
    ScriptedChannel channel;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final PostmortemId id = new PostmortemId(UUID.randomUUID());
    OutboxRelay relay;

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from outbox_note").update();
        jdbc.sql("delete from outbox_message").update();
        relaySwitch.resume();
        clock.reset();
        channel.reset();
        relay = node();
    }

    OutboxRelay node() {
        return new OutboxRelay(queue, channel, relaySwitch, settings, clock);
    }

    /** The node takes the first mail and is heard of no more. */
    void crash() {
        assertThat(queue.take(clock.instant(), clock.instant().plus(LEASE), 1)).hasSize(1);
    }

    static Instant day(int number) {
        return TestClock.START.plus(Duration.ofDays(number));
    }

    String waiting(String column) {
        return jdbc.sql("select " + column + " from outbox_message").query().singleRow().values().stream()
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    Instant nextAttempt() {
        return jdbc.sql("select next_attempt_at from outbox_message")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    String state(String occasion) {
        return jdbc.sql("select state from outbox_message where occasion = ?")
                .param(occasion)
                .query(String.class)
                .single();
    }

    Instant nextAttempts(String occasion) {
        return jdbc.sql("select next_attempt_at from outbox_message where occasion = ?")
                .param(occasion)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** On another thread, so outside the transaction of this one. */
    static <T> T elsewhere(java.util.concurrent.Callable<T> work) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(work).get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            other.shutdownNow();
        }
    }

    Mail mail(String occasion, String title) {
        return new Mail(
                id,
                "postmortem-opened",
                occasion,
                new Recipient(null, "Ada", "ada@demo.example"),
                Map.of("title", title, "severity", "Sev-1", "personName", "Ada", "link", "https://pm.example/1"),
                null);
    }
}
