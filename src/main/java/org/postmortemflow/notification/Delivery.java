package org.postmortemflow.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages that were taken, one after the other, and notes what became of each. */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_UNANSWERED = 3;

    private final OutboxQueue queue;
    private final OutboxSettings settings;
    private final Clock clock;

    Delivery(OutboxQueue queue, OutboxSettings settings, Clock clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param last what the last attempt came to: after UNREACHED and PAUSE the other messages were handed back */
    record Result(int sent, Channel.Outcome last) {

        boolean goesOn() {
            return last.kind() != Channel.Outcome.Kind.UNREACHED && last.kind() != Channel.Outcome.Kind.PAUSE;
        }
    }

    /** Ends early, and hands the rest back, when half of the lease is over: whatever a send takes, it stays ours meanwhile. */
    Result deliver(List<OutboxMessage> batch, Instant taken, Channel.Line line, BooleanSupplier goesOn) {
        Instant enough = taken.plus(settings.lease().dividedBy(2));
        Result result = new Result(0, Channel.Outcome.SENT);
        for (int i = 0; i < batch.size(); i++) {
            boolean first = i == 0;
            if (!first
                    && (!result.goesOn()
                            || !goesOn.getAsBoolean()
                            || clock.instant().isAfter(enough))) {
                queue.handBack(batch.subList(i, batch.size()), clock.instant());
                return result;
            }
            Channel.Outcome outcome = deliver(batch.get(i), line);
            boolean sent = outcome.kind() == Channel.Outcome.Kind.SENT;
            result = new Result(result.sent() + (sent ? 1 : 0), outcome);
        }
        return result;
    }

    private Channel.Outcome deliver(OutboxMessage message, Channel.Line line) {
        if (message.unanswered() >= MOST_UNANSWERED) {
            String why = "The process ended each of the last %d times".formatted(message.unanswered());
            setAside(message, OutboxState.QUARANTINED, why);
            return new Channel.Outcome(Channel.Outcome.Kind.FAILED, why);
        }
        Channel.Outcome outcome = send(message, line);
        Instant now = clock.instant();
        switch (outcome.kind()) {
            case SENT -> queue.sent(message, now);
            case FAILED -> setAside(message, OutboxState.FAILED, outcome.detail());
            case RETRY, UNREACHED -> again(message, now, outcome);
            case PAUSE -> queue.handBack(List.of(message), now);
        }
        return outcome;
    }

    private static Channel.Outcome send(OutboxMessage message, Channel.Line line) {
        try {
            return line.send(message);
        } catch (RuntimeException unexpected) {
            LOG.error("Mail {} could not be sent", message.messageId(), unexpected);
            return new Channel.Outcome(
                    Channel.Outcome.Kind.RETRY, unexpected.getClass().getName());
        }
    }

    private void again(OutboxMessage message, Instant now, Channel.Outcome outcome) {
        boolean triedForLong = Duration.between(message.firstAttemptAt(), now).compareTo(settings.giveUpAfter()) >= 0;
        if (triedForLong) {
            setAside(message, OutboxState.FAILED, outcome.detail());
        } else if (outcome.kind() == Channel.Outcome.Kind.UNREACHED) {
            queue.unreached(message, now, outcome.detail());
        } else {
            queue.again(message, now.plus(wait(message.attempts())), outcome.detail());
        }
    }

    private void setAside(OutboxMessage message, OutboxState state, String detail) {
        LOG.error(
                "Mail {} is {} after {} attempts and waits for an operator: {}",
                message.messageId(),
                state.key(),
                message.attempts(),
                detail);
        queue.setAside(message, state, detail);
    }

    /** Doubles up to one hour, with jitter so that nodes and messages spread. */
    private Duration wait(int attempts) {
        Duration doubled = settings.retryAfter().multipliedBy(1L << Math.min(attempts - 1, 10));
        Duration capped = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return capped.plusMillis(ThreadLocalRandom.current().nextLong(capped.toMillis() / 5));
    }
}
