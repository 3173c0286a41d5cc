package org.postmortemflow.reminder;

import static org.postmortemflow.sla.DeadlineKind.INVITES_OUT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.DeadlineRecords;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deadlines at chosen times, and steps that wait for chosen people; all other deadlines are gone. */
abstract class ReminderScene {

    /** Friday noon in Berlin. */
    static final Instant DUE = Instant.parse("2026-06-12T10:00:00Z");

    static final Instant DAY_BEFORE = DUE.minus(Duration.ofHours(24));
    static final Instant LATE = DUE.plus(Duration.ofMinutes(2));
    static final Instant MONDAY = Instant.parse("2026-06-15T07:00:00Z");
    static final PersonId INES = new PersonId("ines");

    @Autowired
    SendReminders sendReminders;

    @Autowired
    Scene scene;

    @Autowired
    DeadlineRecords deadlines;

    @Autowired
    Steps steps;

    @Autowired
    FollowUps followUps;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    MailText texts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nothingElseIsDue() {
        jdbc.sql("delete from deadline").update();
    }

    PostmortemId kavyaSchedules(Severity severity) {
        PostmortemId id = scene.postmortem(severity);
        waits(id, Step.SCHEDULE_MEETING, "kavya", null);
        due(id, INVITES_OUT, DUE);
        return id;
    }

    static FollowUps.Draft draft(String title, @org.jspecify.annotations.Nullable String assignee) {
        return new FollowUps.Draft(
                null,
                title,
                Kind.DETECTION,
                "checkout",
                "P1",
                assignee == null ? null : new PersonId(assignee),
                false,
                "");
    }

    /** How many mails about it a run at that time writes. */
    int toldAt(PostmortemId id, Instant now) {
        int before = outbox.about(id).size();
        clock.set(now);
        sendReminders.run();
        return outbox.about(id).size() - before;
    }

    List<String> reminded(PostmortemId id) {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("reminder"))
                .map(mail -> mail.to().email())
                .toList();
    }

    String text(Mail mail) {
        return texts.render(mail.template(), mail.model()).text();
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
