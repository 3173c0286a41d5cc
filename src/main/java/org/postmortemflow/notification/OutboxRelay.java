package org.postmortemflow.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. Several nodes can run it side by side: each message is taken by one of them. */
@Component
public class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int FEWEST_ATTEMPTS = 10;
    private static final int MOST_UNANSWERED = 3;

    private final OutboxQueue queue;
    private final Channel channel;
    private final OutboxSettings settings;
    private final Clock clock;
    private volatile Instant pausedUntil = Instant.EPOCH;

    OutboxRelay(OutboxQueue queue, Channel channel, OutboxSettings settings, Clock clock) {
        this.queue = queue;
        this.channel = channel;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${postmortem.outbox.poll:1s}")
    void poll() {
        if (settings.relayEnabled()) {
            relay();
        }
    }

    /** Sends all that is due now, one after the other, and says how many left. */
    public int relay() {
        int sent = 0;
        for (Optional<OutboxMessage> next = take(); next.isPresent(); next = take()) {
            sent += send(next.get()) ? 1 : 0;
        }
        return sent;
    }

    private Optional<OutboxMessage> take() {
        Instant now = clock.instant();
        return now.isBefore(pausedUntil) ? Optional.empty() : queue.take(now, now.plus(settings.lease()));
    }

    private boolean send(OutboxMessage message) {
        if (message.unanswered() >= MOST_UNANSWERED) {
            giveUp(message, "The process ended each of the last %d times".formatted(message.unanswered()));
            return false;
        }
        Channel.Outcome outcome = outcome(message);
        Instant now = clock.instant();
        switch (outcome.kind()) {
            case SENT -> queue.sent(message.id(), now);
            case FAILED -> giveUp(message, outcome.detail());
            case RETRY -> again(message, now, outcome.detail());
            case PAUSE -> pause(message, now, outcome.detail());
        }
        return outcome.kind() == Channel.Outcome.Kind.SENT;
    }

    private Channel.Outcome outcome(OutboxMessage message) {
        try {
            return channel.send(message);
        } catch (RuntimeException unexpected) {
            LOG.error("Mail {} could not be sent", message.messageId(), unexpected);
            return new Channel.Outcome(
                    Channel.Outcome.Kind.RETRY, unexpected.getClass().getName());
        }
    }

    private void again(OutboxMessage message, Instant now, String detail) {
        boolean tooOld = Duration.between(message.createdAt(), now).compareTo(settings.giveUpAfter()) > 0;
        if (tooOld && message.attempts() > FEWEST_ATTEMPTS) {
            giveUp(message, detail);
        } else {
            queue.again(message.id(), now.plus(wait(message.attempts())), detail);
        }
    }

    private void giveUp(OutboxMessage message, String detail) {
        LOG.error("Mail {} was given up after {} attempts: {}", message.messageId(), message.attempts(), detail);
        queue.failed(message.id(), detail);
    }

    private void pause(OutboxMessage message, Instant now, String detail) {
        LOG.error("The mail relay refuses us; sending pauses for {}: {}", PAUSE, detail);
        pausedUntil = now.plus(PAUSE);
        queue.again(message.id(), pausedUntil, detail);
    }

    /** Doubles from one minute to one hour, with jitter so that nodes and messages spread. */
    private static Duration wait(int attempts) {
        Duration doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        Duration capped = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return capped.plusMillis(ThreadLocalRandom.current().nextLong(capped.toMillis() / 5));
    }
}
