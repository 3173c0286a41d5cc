package org.postmortemflow.reminder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.DeadlineRecords;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines at chosen times, and steps that wait for chosen people; all other deadlines are gone. */
record ReminderScene(DeadlineRecords deadlines, Steps steps, JdbcClient jdbc, TransactionTemplate transaction) {

    void nothingElseIsDue() {
        jdbc.sql("delete from deadline").update();
    }

    /** @param pool used when nobody is named */
    String waits(PostmortemId id, Step step, @Nullable String person, @Nullable String pool) {
        String task = UUID.randomUUID().toString();
        steps.opened(id, step, task, person == null ? null : new PersonId(person), pool, null, null);
        return task;
    }

    void due(PostmortemId id, DeadlineKind kind, Instant due) {
        due(id, kind, "", due);
    }

    void due(PostmortemId id, DeadlineKind kind, String subject, Instant due) {
        StoredDeadline deadline = new StoredDeadline(
                id,
                kind,
                subject,
                "rule",
                "",
                "1",
                due,
                "1 business day after the owner was designated",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        transaction.executeWithoutResult(status -> deadlines.add(List.of(deadline)));
    }

    void moved(PostmortemId id, DeadlineKind kind, Instant due) {
        jdbc.sql("update deadline set due = ? where postmortem_id = ? and kind = ?")
                .params(due.atOffset(java.time.ZoneOffset.UTC), id.value(), kind.key())
                .update();
    }
}
