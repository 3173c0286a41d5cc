package org.postmortemflow.integration.replies;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the mailbox every now and then, on a thread of its own: a silent server holds up nothing else. */
@Component
class ImapPoller {

    private static final Logger LOG = LoggerFactory.getLogger(ImapPoller.class);

    private final ImapSettings settings;
    private final ImapMailbox mailbox;
    private final ScheduledExecutorService thread;
    private volatile String trouble = "";

    ImapPoller(ImapSettings settings, ImapMailbox mailbox) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread own = new Thread(work, "replies");
            own.setDaemon(true);
            return own;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.isOn()) {
            thread.scheduleWithFixedDelay(this::read, 0, settings.every().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** Why the last reading failed; empty when it did not, or when nothing is read. */
    String trouble() {
        return trouble;
    }

    /** Says once that it fails, and once that it works again. Throws nothing: that would end the readings. */
    void read() {
        try {
            mailbox.read();
            if (!trouble.isEmpty()) {
                LOG.info("The service mailbox can be read again: {}", settings);
            }
            trouble = "";
        } catch (MessagingException | RuntimeException e) {
            if (trouble.isEmpty()) {
                LOG.warn("The service mailbox cannot be read: {}", settings, e);
            }
            trouble = e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }
}
