package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.notification.Channel.Outcome.Kind.FAILED;
import static org.postmortemflow.notification.Channel.Outcome.Kind.PAUSE;
import static org.postmortemflow.notification.Channel.Outcome.Kind.RETRY;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.notification.Channel.Outcome;
import org.postmortemflow.notification.Mail.CalendarPart;
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

/** Mail is written down once with what it announces, and leaves at least once, whatever the server or the process does. */
@JdbcTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1",
            "postmortem.outbox.relay-enabled=false"
        })
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import(OutboxTest.Parts.class)
class OutboxTest {

    @TestConfiguration
    @ComponentScan(
            basePackages = "org.postmortemflow.notification",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
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

    private static final Duration LEASE = Duration.ofMinutes(2);

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

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

    private final PostmortemId id = new PostmortemId(UUID.randomUUID());
    private OutboxRelay relay;

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from outbox_message").update();
        clock.reset();
        channel.reset();
        relay = node();
    }

    @Test
    void theSameMailIsWrittenOnceWithItsFirstContentAndTheTransactionGoesOn() {
        transaction.executeWithoutResult(status -> {
            outbox.write(mail("1", "First title"));
            outbox.write(mail("1", "Second title"));
            outbox.write(mail("2", "Other occasion"));
        });
        outbox.write(mail("1", "Third title"));

        assertThat(relay.relay()).isEqualTo(2);
        assertThat(channel.sent())
                .extracting(OutboxMessage::subject)
                .containsExactly("Postmortem opened: First title (Sev-1)", "Postmortem opened: Other occasion (Sev-1)");
    }

    @Test
    void aMailIsNotWrittenWhenWhatItAnnouncesIsRolledBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.write(mail("1", "x"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).isEmpty();
    }

    @Test
    void nothingLeavesBeforeItsTransactionIsCommitted() {
        transaction.executeWithoutResult(status -> {
            outbox.write(mail("1", "x"));
            assertThat(elsewhere(relay::relay)).isZero();
        });

        assertThat(relay.relay()).isOne();
    }

    @Test
    void theIdentityComesFromTheKeyAndEndsInOurDomain() {
        outbox.write(mail("1", "x"));
        String first = waiting("message_id");
        jdbc.sql("delete from outbox_message").update();
        outbox.write(mail("1", "another title"));

        assertThat(waiting("message_id")).isEqualTo(first).matches("<[0-9a-f-]{36}@[a-z.-]+>");
    }

    @Test
    void anInviteKeepsItsCalendarAsItWas() {
        CalendarPart invite = new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:schön 🧯\r\nEND:VCALENDAR\r\n");
        Mail plain = mail("1", "x");
        outbox.write(new Mail(id, plain.template(), "1", plain.to(), plain.model(), invite));

        relay.relay();

        assertThat(channel.sent()).extracting(OutboxMessage::calendar).containsExactly(invite);
    }

    @Test
    void aSentMailIsNotSentAgain() {
        outbox.write(mail("1", "x"));

        assertThat(relay.relay()).isOne();
        clock.advance(Duration.ofDays(2));
        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).hasSize(1);
        assertThat(waiting("state")).isEqualTo("SENT");
    }

    @Test
    void theAttemptIsCountedBeforeItIsMade() {
        outbox.write(mail("1", "x"));
        channel.onSend(message -> {
            assertThat(elsewhere(() -> waiting("attempts"))).isEqualTo("1");
            return Outcome.SENT;
        });

        assertThat(relay.relay()).isOne();
    }

    @Test
    void aMailIsTriedAgainAfterOneMinuteThenLaterAndLaterUpToAnHour() {
        outbox.write(mail("1", "x"));
        channel.answer(RETRY);
        Duration[] shortest = {
            Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8),
            Duration.ofMinutes(16), Duration.ofMinutes(32), Duration.ofHours(1), Duration.ofHours(1)
        };

        for (Duration wait : shortest) {
            relay.relay();
            Duration until = Duration.between(clock.instant(), nextAttempt());
            assertThat(until).isBetween(wait, wait.plus(wait.dividedBy(5)));
            clock.advance(until.minusMillis(1));
            int before = channel.tried().size();
            relay.relay();
            assertThat(channel.tried()).hasSize(before);
            clock.advance(Duration.ofMillis(1));
        }
        channel.answer(Outcome.Kind.SENT);
        assertThat(relay.relay()).isOne();
        assertThat(channel.tried()).extracting(OutboxMessage::messageId).containsOnly(waiting("message_id"));
    }

    @Test
    void aMailThatNobodyTakesForADayIsGivenUpForAnOperatorToSee() {
        outbox.write(mail("1", "x"));
        channel.answer(RETRY);
        while (waiting("state").equals("WAITING")) {
            relay.relay();
            clock.advance(Duration.ofMinutes(30));
        }

        assertThat(clock.instant()).isBetween(day(1), day(1).plus(Duration.ofHours(3)));
        assertThat(waiting("last_error")).isEqualTo("as told");
    }

    @Test
    void aRefusedMailIsGivenUpAtOnceAndHoldsNoOtherUp() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        channel.onSend(
                message -> message.subject().contains("x") ? new Outcome(FAILED, "no such person") : Outcome.SENT);

        assertThat(relay.relay()).isOne();
        clock.advance(Duration.ofDays(2));
        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).hasSize(2);
    }

    @Test
    void aRefusedSignInPausesEverythingAndLosesNothing() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        channel.answer(PAUSE);

        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).hasSize(1);
        channel.answer(Outcome.Kind.SENT);
        clock.advance(Duration.ofMinutes(4));
        assertThat(relay.relay()).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(relay.relay()).isEqualTo(2);
    }

    @Test
    void anErrorOfOursHoldsNoOtherMailUpAndIsTriedAgain() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        channel.onSend(message -> {
            if (message.subject().contains("x")) {
                throw new IllegalStateException("secret content");
            }
            return Outcome.SENT;
        });

        assertThat(relay.relay()).isOne();
        channel.answer(Outcome.Kind.SENT);
        clock.advance(Duration.ofMinutes(2));
        assertThat(relay.relay()).isOne();
        assertThat(jdbc.sql("select last_error from outbox_message where last_error like '%secret%'")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void whatACrashedNodeTookIsFreeAgainAfterItsLease() {
        outbox.write(mail("1", "x"));
        crash();

        clock.advance(LEASE.minusSeconds(1));
        assertThat(relay.relay()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(relay.relay()).isOne();
        assertThat(channel.sent()).extracting(OutboxMessage::attempts).containsExactly(2);
    }

    @Test
    void aMailThatEndsTheProcessAgainAndAgainIsSetAside() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        for (int time = 0; time < 3; time++) {
            crash();
            clock.advance(LEASE);
            jdbc.sql("update outbox_message set next_attempt_at = ? where occasion = '2'")
                    .params(clock.instant().plusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
                    .update();
        }
        clock.advance(Duration.ofSeconds(1));

        assertThat(relay.relay()).isOne();
        assertThat(channel.tried()).extracting(OutboxMessage::subject).containsExactly("Postmortem opened: y (Sev-1)");
        assertThat(jdbc.sql("select state from outbox_message where occasion = '1'")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void aServerThatSendsBackOftenIsNotTakenForACrash() {
        outbox.write(mail("1", "x"));
        channel.answer(RETRY);
        for (int time = 0; time < 6; time++) {
            relay.relay();
            clock.advance(Duration.ofHours(2));
        }
        channel.answer(Outcome.Kind.SENT);

        assertThat(relay.relay()).isOne();
    }

    @Test
    void severalNodesSideBySideSendEachMailOnce() throws Exception {
        int mails = 60;
        int nodes = 4;
        IntStream.range(0, mails).forEach(number -> outbox.write(mail(String.valueOf(number), "x")));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Integer>> counts = IntStream.range(0, nodes)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await();
                        return node().relay();
                    }))
                    .toList();
            start.countDown();
            int sent = 0;
            for (Future<Integer> count : counts) {
                sent += count.get();
            }
            assertThat(sent + relay.relay()).isEqualTo(mails);
        } finally {
            pool.shutdownNow();
        }
        assertThat(channel.sent()).hasSize(mails);
        assertThat(channel.sent()).extracting(OutboxMessage::id).doesNotHaveDuplicates();
    }

    private OutboxRelay node() {
        return new OutboxRelay(queue, channel, settings, clock);
    }

    /** The node takes the first mail and is heard of no more. */
    private void crash() {
        assertThat(queue.take(clock.instant(), clock.instant().plus(LEASE))).isPresent();
    }

    private static Instant day(int number) {
        return TestClock.START.plus(Duration.ofDays(number));
    }

    private String waiting(String column) {
        return jdbc.sql("select " + column + " from outbox_message").query().singleRow().values().stream()
                .map(String::valueOf)
                .findFirst()
                .orElseThrow();
    }

    private Instant nextAttempt() {
        return jdbc.sql("select next_attempt_at from outbox_message")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** On another thread, so outside the transaction of this one. */
    private static <T> T elsewhere(java.util.concurrent.Callable<T> work) {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(work).get();
        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            other.shutdownNow();
        }
    }

    private Mail mail(String occasion, String title) {
        return new Mail(
                id,
                "postmortem-opened",
                occasion,
                new Recipient(null, "Ada", "ada@demo.example"),
                Map.of("title", title, "severity", "Sev-1", "personName", "Ada", "link", "https://pm.example/1"),
                null);
    }
}
