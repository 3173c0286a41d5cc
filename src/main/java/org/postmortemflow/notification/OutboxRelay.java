package org.postmortemflow.notification;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. Several nodes, and several threads of each, share the work: each message is taken by one of them. */
@Component
public class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int LONGEST_STOP_SECONDS = 20;

    private final OutboxQueue queue;
    private final Channel channel;
    private final RelaySwitch relaySwitch;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Delivery delivery;
    private final ReentrantLock running = new ReentrantLock();
    private final ExecutorService helpers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "outbox");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Instant lastLooked;
    private volatile Instant restUntil = Instant.EPOCH;
    private volatile boolean refused;
    private volatile boolean stopped;

    OutboxRelay(OutboxQueue queue, Channel channel, RelaySwitch relaySwitch, OutboxSettings settings, Clock clock) {
        this.queue = queue;
        this.channel = channel;
        this.relaySwitch = relaySwitch;
        this.settings = settings;
        this.clock = clock;
        this.delivery = new Delivery(queue, settings, clock);
    }

    /** Whoever starts the application may have mended its settings. */
    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.relayEnabled()) {
            relaySwitch.resumeUnlessOrdered();
        }
    }

    @Scheduled(fixedDelayString = "${postmortem.outbox.poll:1s}")
    void poll() {
        if (settings.relayEnabled()) {
            lastLooked = clock.instant();
            relay();
        }
    }

    /** When this node looked for mail the last time; null before the first time, and where it does not send. */
    public @Nullable Instant lastLooked() {
        return lastLooked;
    }

    /** Sends all that is due now, and says how many left. */
    public int relay() {
        running.lock();
        try {
            refused = false;
            Optional<RelayPause> pause = relaySwitch.pause();
            boolean mayBegin = pause.isEmpty() || pause.get().mayBeOver(clock.instant());
            if (!mayBegin || !mayGoOn()) {
                return 0;
            }
            int tried = pause.isEmpty() ? 0 : tryOne();
            return tried + sendSideBySide();
        } finally {
            running.unlock();
        }
    }

    /** One message alone shows whether the server takes us again; the others need not be refused with it. */
    private int tryOne() {
        List<OutboxMessage> one = take(1);
        refused = true;
        if (one.isEmpty()) {
            return 0;
        }
        try (Channel.Line line = channel.line()) {
            Delivery.Result result = delivery.deliver(one, clock.instant(), line, this::mayGoOn);
            note(result);
            if (result.goesOn()) {
                refused = false;
                relaySwitch.resumeUnlessOrdered();
            }
            return result.sent();
        }
    }

    private int sendSideBySide() {
        List<OutboxMessage> first = mayGoOn() ? take(settings.batch()) : List.of();
        if (first.isEmpty()) {
            return 0;
        }
        List<CompletableFuture<Integer>> others = new ArrayList<>();
        int helping = first.size() < settings.batch() ? 0 : settings.threads() - 1;
        for (int i = 0; i < helping; i++) {
            others.add(CompletableFuture.supplyAsync(() -> send(take(settings.batch())), helpers));
        }
        int sent = send(first);
        try {
            return sent + others.stream().mapToInt(CompletableFuture::join).sum();
        } catch (CompletionException failure) {
            throw new IllegalStateException("A thread of the relay ended", failure.getCause());
        }
    }

    private int send(List<OutboxMessage> first) {
        int sent = 0;
        try (Channel.Line line = channel.line()) {
            List<OutboxMessage> batch = first;
            while (!batch.isEmpty()) {
                Delivery.Result result = delivery.deliver(batch, clock.instant(), line, this::mayGoOn);
                sent += result.sent();
                note(result);
                batch = mayGoOn() ? take(settings.batch()) : List.of();
            }
        }
        return sent;
    }

    private void note(Delivery.Result result) {
        Instant now = clock.instant();
        switch (result.last().kind()) {
            case UNREACHED -> restUntil = now.plus(REST);
            case PAUSE -> {
                LOG.error(
                        "The mail server refuses us; sending pauses for {}: {}",
                        PAUSE,
                        result.last().detail());
                refused = true;
                relaySwitch.refused(now, now.plus(PAUSE), result.last().detail());
            }
            default -> {}
        }
    }

    private boolean mayGoOn() {
        return !stopped && !refused && !clock.instant().isBefore(restUntil);
    }

    private List<OutboxMessage> take(int most) {
        Instant now = clock.instant();
        lastLooked = lastLooked == null ? null : now;
        return queue.take(now, now.plus(settings.lease()), most);
    }

    /** Lets the message that is on its way arrive and hands the others back, so that nothing is sent twice for a restart. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        if (running.tryLock(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            running.unlock();
        }
        helpers.shutdown();
    }
}
