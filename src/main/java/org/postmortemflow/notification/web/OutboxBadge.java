package org.postmortemflow.notification.web;

import org.postmortemflow.notification.OutboxRecords;
import org.springframework.stereotype.Component;

/** For the frame around an administrator's pages. */
@Component("outboxBadge")
class OutboxBadge {

    private final OutboxRecords records;

    OutboxBadge(OutboxRecords records) {
        this.records = records;
    }

    /** How many mails wait for an operator. */
    public long stuck() {
        return records.figures().stuck();
    }
}
