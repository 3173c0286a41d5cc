package org.postmortemflow.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what sent mails said once they are older than {@code postmortem.outbox.keep-sent}. Their rows stay: by their keys the
 * same announcement is not written, and so not sent, a second time. Any number of nodes may do it side by side.
 */
@Component
class ForgetSentMail {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetSentMail.class);

    /** Mails in one transaction, so that none is long. */
    static final int BATCH = 500;

    private final OutboxRecords records;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ForgetSentMail(
            OutboxRecords records, OutboxSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return how many mails lost their content */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    int run() {
        Instant now = clock.instant();
        Instant before = now.minus(settings.keepSent());
        int all = 0;
        int some = BATCH;
        while (some == BATCH) {
            some = batch(before, now);
            all += some;
        }
        if (all > 0) {
            LOG.info("The content of {} mails that were sent before {} is deleted", all, before);
        }
        return all;
    }

    private int batch(Instant before, Instant now) {
        Integer forgotten = transaction.execute(status -> records.forgetContent(before, BATCH, now));
        return forgotten == null ? 0 : forgotten;
    }
}
