package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.notification.Channel.Outcome.Kind.PAUSE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postmortemflow.notification.Channel.Outcome;
import org.postmortemflow.shared.PersonId;

/** When the server takes nothing at all, no mail pays for it. */
class RelayPauseTest extends OutboxScene {

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
    void whenTheServerIsNotThereOneMailFindsOutAndTheOthersWaitWithoutAnAttempt() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        channel.answer(Outcome.Kind.UNREACHED);

        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).hasSize(1);
        channel.answer(Outcome.Kind.SENT);
        assertThat(relay.relay()).as("it rests for a moment").isZero();
        clock.advance(Duration.ofSeconds(5));
        assertThat(relay.relay()).isEqualTo(2);
        assertThat(channel.sent()).extracting(OutboxMessage::attempts).containsExactly(1, 1);
    }

    @Test
    void afterALongOutageTheFirstRefusalIsNotTakenForTheHundredth() {
        outbox.write(mail("1", "x"));
        channel.answer(Outcome.Kind.UNREACHED);
        for (int quarterOfAMinute = 0; quarterOfAMinute < 100; quarterOfAMinute++) {
            relay.relay();
            clock.advance(Duration.ofSeconds(15));
        }
        channel.answer(Outcome.Kind.RETRY);
        relay.relay();
        channel.answer(Outcome.Kind.SENT);

        clock.advance(Duration.ofMinutes(2));
        assertThat(relay.relay()).isOne();
    }

    @Test
    void whoeverCannotBeReachedForADayIsGivenUpAllTheSame() {
        outbox.write(mail("1", "x"));
        channel.answer(Outcome.Kind.UNREACHED);
        relay.relay();
        clock.advance(Duration.ofMinutes(30));
        for (int halfHour = 0; halfHour < 48; halfHour++) {
            relay.relay();
            clock.advance(Duration.ofMinutes(30));
        }

        assertThat(jdbc.sql("select state from outbox_message")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED");
    }

    @Test
    void aPauseStopsAllNodesAndOneMailAloneTriesWhetherItIsOver() {
        outbox.write(mail("1", "x"));
        outbox.write(mail("2", "y"));
        channel.answer(PAUSE);
        relay.relay();

        assertThat(node().relay()).isZero();
        assertThat(channel.tried()).hasSize(1);
        clock.advance(Duration.ofMinutes(5));
        assertThat(node().relay()).isZero();
        assertThat(channel.tried()).hasSize(2);
        assertThat(relaySwitch.pause()).map(RelayPause::since).contains(day(0));
        channel.answer(Outcome.Kind.SENT);
        clock.advance(Duration.ofMinutes(5));
        assertThat(node().relay()).isEqualTo(2);
        assertThat(relaySwitch.pause()).isEmpty();
        assertThat(channel.sent()).extracting(OutboxMessage::attempts).containsOnly(1);
    }

    @Test
    void aPauseOfTheServersEndsWithANewStartButOneThatAPersonOrderedDoesNot() {
        OutboxRelay enabled = new OutboxRelay(
                queue, channel, relaySwitch, new OutboxSettings(true, LEASE, LEASE, LEASE, LEASE, 1, 20, LEASE), clock);
        relaySwitch.refused(day(0), day(1), "535");
        enabled.start();
        assertThat(relaySwitch.pause()).isEmpty();

        relaySwitch.pauseBy(new PersonId("admin"), day(0), "moving house");
        relaySwitch.refused(day(0), day(1), "535");
        enabled.start();

        assertThat(relaySwitch.pause()).map(RelayPause::reason).contains("moving house");
        outbox.write(mail("1", "x"));
        clock.advance(Duration.ofDays(3));
        assertThat(relay.relay()).isZero();
    }
}
