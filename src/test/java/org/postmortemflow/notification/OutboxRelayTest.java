package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.notification.Channel.Outcome.Kind.FAILED;
import static org.postmortemflow.notification.Channel.Outcome.Kind.RETRY;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.notification.Channel.Outcome;

/** Mail leaves at least once, whatever the server or the process does, and nothing holds other mail up. */
class OutboxRelayTest extends OutboxScene {

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
                .isEqualTo("QUARANTINED");
    }

    @Test
    void aMailThatASlowServerHoldsUpKeepsTheOthersFromOtherNodesForHalfALeaseAtMost() {
        outbox.write(mail("1", "slow"));
        outbox.write(mail("2", "y"));
        outbox.write(mail("3", "z"));
        channel.onSend(message -> {
            if (message.subject().contains("slow")) {
                clock.advance(LEASE.dividedBy(2).plusSeconds(1));
            } else {
                assertThat(Duration.between(clock.instant(), nextAttempts("3"))).isGreaterThan(LEASE.dividedBy(2));
            }
            return Outcome.SENT;
        });

        assertThat(relay.relay()).isEqualTo(3);
        assertThat(channel.sent()).extracting(OutboxMessage::attempts).containsOnly(1);
    }

    @Test
    void aCrashBlamesNoMailThatWasTakenTogetherWithTheCulprit() {
        for (String number : new String[] {"1", "2", "3"}) {
            outbox.write(mail(number, number.equals("2") ? "culprit" : "x"));
        }
        assertThat(queue.take(clock.instant(), clock.instant().plus(LEASE), 20)).hasSize(3);
        channel.onSend(message -> {
            if (message.subject().contains("culprit")) {
                throw new ProcessEnded();
            }
            return Outcome.SENT;
        });
        for (int time = 0; time < 4; time++) {
            clock.advance(LEASE);
            try {
                node().relay();
            } catch (ProcessEnded asPlanned) {
                // the next node finds what this one left
            }
        }

        assertThat(state("1")).isEqualTo("SENT");
        assertThat(state("2")).isEqualTo("QUARANTINED");
        assertThat(state("3")).isEqualTo("SENT");
    }

    @Test
    void hoursInWhichNobodyTriedDoNotCountAsTrying() {
        outbox.write(mail("1", "x"));
        channel.answer(RETRY);
        relay.relay();
        clock.advance(Duration.ofDays(3));

        relay.relay();

        assertThat(state("1")).isEqualTo("WAITING");
        while (state("1").equals("WAITING")) {
            clock.advance(Duration.ofMinutes(30));
            relay.relay();
        }
        assertThat(clock.instant()).isBetween(day(4), day(4).plus(Duration.ofHours(2)));
    }

    @Test
    void aMailThatEndsTheProcessIsSetAsideAlsoWhenAServerSentItBackBefore() {
        outbox.write(mail("1", "x"));
        channel.answer(RETRY);
        relay.relay();
        clock.advance(Duration.ofMinutes(2));
        for (int time = 0; time < 3; time++) {
            crash();
            clock.advance(LEASE);
        }

        assertThat(relay.relay()).isZero();
        assertThat(waiting("state")).isEqualTo("QUARANTINED");
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

    /** No exception, so that nothing of the relay catches it. */
    private static final class ProcessEnded extends Error {}
}
