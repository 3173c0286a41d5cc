package org.postmortemflow.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.ExcuseDeadline;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.EditFollowUp;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.review.Reviews.Verdict;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that happened, in order, with who and why. */
@RoomSlice
class LedgersTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId INES = new PersonId("ines");

    @Autowired
    Ledgers ledgers;

    @Autowired
    Scene scene;

    @Autowired
    Steps steps;

    @Autowired
    ChangeSeverity changeSeverity;

    @Autowired
    RefreshDeadlines refreshDeadlines;

    @Autowired
    ExcuseDeadline excuseDeadline;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    Reviews reviews;

    @Autowired
    Timelines timelines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    @Test
    void statusDecisionsAndStepsSayWhoAndWhy() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        String task = "task-" + UUID.randomUUID();
        steps.opened(id, Step.DESIGNATE_OWNER, task, ADA, null, clock.instant(), "2 hours");
        clock.advance(Duration.ofMinutes(5));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "chloe"));
        steps.done(task, ADA);
        clock.advance(Duration.ofMinutes(5));
        reviews.write(
                id, new PersonId("liam"), Set.of(), "The graph is missing", new Verdict(false, Set.of(Step.ANALYSE)));

        List<LedgerEntry> all = ledgers.of(id, Set.of());

        assertThat(all).extracting(LedgerEntry::at).isSorted();
        assertThat(words(all))
                .containsSubsequence(
                        "status: Opened: the incident was resolved Wed 10 Jun 2026 14:00 CEST.",
                        "step: Step opened: Designate owner, for Ada Okafor.",
                        "decision: Owner: Chloé Martin.",
                        "step: Step done: Designate owner.",
                        "decision: Review 1: changes asked for, in Analyse contributing factors.");
        assertThat(all.get(all.size() - 1)).satisfies(verdict -> {
            assertThat(verdict.by()).isEqualTo(new PersonId("liam"));
            assertThat(verdict.why()).isEqualTo("The graph is missing");
        });
    }

    @Test
    void aDeadlineIsToldWhenItIsSetMovesIsMissedAndExcused() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        refreshDeadlines.later(id);
        clock.advance(Duration.ofMinutes(1));
        changeSeverity.change(id, "sev-2", "Few were hit", ADA);
        refreshDeadlines.later(id);
        clock.advance(Duration.ofHours(3));
        refreshDeadlines.later(id);
        excuseDeadline.excuse(id, DeadlineKind.OWNER_DESIGNATED, "", "A holiday", INES);

        List<LedgerEntry> deadlines = ledgers.of(id, Set.of(LedgerKind.DEADLINE));

        assertThat(deadlines).extracting(LedgerEntry::kind).containsOnly(LedgerKind.DEADLINE);
        assertThat(words(deadlines))
                .anyMatch(line -> line.startsWith("deadline: Deadline set: Meeting held, now due"))
                .anyMatch(line -> line.startsWith("deadline: Deadlines moved: Meeting held from"))
                .anyMatch(line -> line.startsWith("deadline: Deadline missed: Owner designated"))
                .anyMatch(line ->
                        line.startsWith("deadline: Deadline excused: Owner designated") && line.endsWith("A holiday"));
    }

    @Test
    void editsNameWhatWasEditedWithoutLongTexts() {
        PostmortemId id = scene.postmortem(SEV_1);
        jdbc.sql("""
                insert into document_version (postmortem_id, section, number, text, author, at, correction)
                values (?, ?, 3, ?, 'ben', ?, false)
                """)
                .params(
                        id.value(),
                        SectionName.OVERVIEW.name(),
                        "x".repeat(1234),
                        java.time.OffsetDateTime.parse("2026-06-10T12:30:00Z"))
                .update();
        timelines.add(id, List.of(TimelineItem.of(clock.instant(), "=Paged", TimelineKind.values()[0], "")), ADA);
        editFollowUp.add(id, Map.of("title", "Add an alert for refunds", "kind", "detection", "team", "payments"), ADA);

        List<LedgerEntry> edits = ledgers.of(id, Set.of(LedgerKind.EDIT));

        assertThat(words(edits))
                .contains(
                        "edit: Overview, version 3: 1,234 characters.",
                        "edit: Timeline row added: \"=Paged\".",
                        "edit: Follow-up added: \"Add an alert for refunds\".");
        assertThat(edits).anyMatch(edit -> new PersonId("ben").equals(edit.by()));
    }

    /** Subject, recipient and delivery; never what it said. Digests belong to no postmortem. */
    @Test
    void mailIsToldWithItsDeliveryAndWithoutItsBody() {
        PostmortemId id = scene.postmortem(SEV_1);
        mail(id, "review-asked", "SENT");
        mail(id, "reminder", "QUARANTINED");
        mail(id, "digest-weekly", "SENT");

        List<LedgerEntry> mails = ledgers.of(id, Set.of(LedgerKind.MAIL));

        assertThat(mails)
                .extracting(mail ->
                        java.util.Objects.requireNonNull(mail.delivery()).state())
                .containsExactly(OutboxState.SENT, OutboxState.QUARANTINED);
        assertThat(mails.get(0).what()).isEqualTo("About review-asked");
        assertThat(mails.toString()).doesNotContain("secret body");
    }

    @Test
    void whatIsNotThereHasNoLedger() {
        assertThatThrownBy(() -> ledgers.of(PostmortemId.random(), Set.of()))
                .isInstanceOf(NoSuchElementException.class);
    }

    private void mail(PostmortemId id, String template, String state) {
        Instant at = clock.instant();
        jdbc.sql("""
                insert into outbox_message (id, message_key, message_id, postmortem_id, template, occasion, recipient_name,
                  recipient_email, subject, text_body, html_body, state, attempts, next_attempt_at, created_at, sent_at)
                values (?, ?, ?, ?, ?, 'x', 'Ben Fischer', 'ben@demo.example', ?, 'secret body', 'secret body', ?, 1, ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID().toString(),
                        "<x>",
                        id.value(),
                        template,
                        "About " + template,
                        state,
                        at.atOffset(java.time.ZoneOffset.UTC),
                        at.atOffset(java.time.ZoneOffset.UTC),
                        at.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static List<String> words(List<LedgerEntry> entries) {
        return entries.stream().map(one -> one.kind().key() + ": " + one.what()).toList();
    }
}
