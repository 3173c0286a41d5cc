package org.postmortemflow.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes entries, and earlier the network addresses in them, once they are older than they are kept. Any number of nodes may. */
@Component
class ForgetAudit {

    private static final Logger LOG = LoggerFactory.getLogger(ForgetAudit.class);

    private final AuditRecords records;
    private final AuditSettings settings;
    private final Clock clock;

    ForgetAudit(AuditRecords records, AuditSettings settings, Clock clock) {
        this.records = records;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void run() {
        Instant now = clock.instant();
        int entries = records.forgetBefore(now.minus(settings.keep()));
        int addresses = records.forgetAddressesBefore(now.minus(settings.keepAddresses()));
        if (entries + addresses > 0) {
            LOG.info("Audit log: {} old entries deleted, {} without their network address", entries, addresses);
        }
    }
}
