package org.postmortemflow.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.DeadlineFacts.Fact;
import org.postmortemflow.deadline.RefreshDeadlines.Told;
import org.postmortemflow.deadline.StoredDeadline.Word;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;
import org.postmortemflow.sla.Deadlines;
import org.springframework.stereotype.Component;

/** Compares what is kept with what is so now, writes only what differs, and says in the history what moved and why. */
@Component
class DeadlineLedger {

    /** What happened once stays so: a review that sends the document back does not undo that it was complete in time. */
    private static final Set<DeadlineKind> ONCE = EnumSet.of(
            DeadlineKind.INVITES_OUT,
            DeadlineKind.REVIEW_ASKED,
            DeadlineKind.CONTENT_COMPLETE,
            DeadlineKind.FOLLOW_UPS_OPENED);

    private final DeadlineRecords records;
    private final DeadlineFacts facts;
    private final Deadlines deadlines;
    private final Postmortems postmortems;
    private final DeadlineMoves moves;
    private final History history;
    private final Clock clock;

    DeadlineLedger(
            DeadlineRecords records,
            DeadlineFacts facts,
            Deadlines deadlines,
            Postmortems postmortems,
            DeadlineMoves moves,
            History history,
            Clock clock) {
        this.records = records;
        this.facts = facts;
        this.deadlines = deadlines;
        this.postmortems = postmortems;
        this.moves = moves;
        this.history = history;
        this.clock = clock;
    }

    private record Key(DeadlineKind kind, String subject) {}

    /** Within the caller's transaction. @return whether a due time moved */
    boolean refresh(PostmortemId id, Told told) {
        Postmortem postmortem = postmortems.get(id);
        if (postmortem.importedAt() != null) {
            return false;
        }
        Map<Key, StoredDeadline> kept = new HashMap<>();
        Set<DeadlineKind> met = EnumSet.noneOf(DeadlineKind.class);
        for (StoredDeadline one : records.of(id)) {
            kept.put(new Key(one.kind(), one.subject()), one);
            if (ONCE.contains(one.kind()) && one.metAt() != null) {
                met.add(one.kind());
            }
        }
        List<StoredDeadline> before = List.copyOf(kept.values());
        List<StoredDeadline> added = new ArrayList<>();
        List<StoredDeadline> changed = new ArrayList<>();
        for (Fact fact : facts.of(postmortem, met)) {
            StoredDeadline old = kept.remove(new Key(fact.kind(), fact.subject()));
            StoredDeadline now = now(postmortem, fact, told, old);
            if (old == null) {
                added.add(now);
            } else if (!now.equals(old)) {
                changed.add(now);
                noteMissed(old, now);
            }
        }
        kept.values().stream().filter(StoredDeadline::isOpen).forEach(gone -> changed.add(ended(gone)));
        records.add(added);
        records.change(changed);
        explain(id, told);
        String moved = moves.between(before, changed);
        if (!moved.isEmpty()) {
            history.note(id, History.Kind.DEADLINE, moved, null);
        }
        return !moved.isEmpty();
    }

    /** What is looked at after its time, before the watch came by. */
    private void noteMissed(StoredDeadline old, StoredDeadline now) {
        if (old.breachedAt() == null && now.breachedAt() != null && now.excuse() == null) {
            history.note(now.postmortem(), History.Kind.DEADLINE, moves.missed(now), null);
        }
    }

    private StoredDeadline now(Postmortem postmortem, Fact fact, Told told, @Nullable StoredDeadline old) {
        Instant now = clock.instant();
        boolean followUp = fact.kind() == DeadlineKind.FOLLOW_UP_DONE;
        boolean over = followUp
                ? postmortem.status() == Status.WAIVED || postmortem.status() == Status.CANCELLED
                : !postmortem.status().isOpen();
        if (over && old != null && !old.isOpen()) {
            return old;
        }
        Instant metAt = fact.metAt();
        if (fact.kind() == DeadlineKind.REVIEW_ASKED && told.reviewAsked()) {
            metAt = now;
        }
        if (old != null && old.metAt() != null && ONCE.contains(fact.kind())) {
            metAt = old.metAt();
        }
        Instant endedAt = null;
        if (metAt == null && (over || !fact.needed())) {
            endedAt = old == null || old.endedAt() == null ? now : old.endedAt();
        }
        String inputs = text(fact.deadline().inputs());
        boolean settled = old != null
                && old.metAt() != null
                && metAt != null
                && old.inputs().equals(inputs);
        StoredDeadline computed = new StoredDeadline(
                postmortem.id(),
                fact.kind(),
                fact.subject(),
                settled ? old.rule() : fact.deadline().rule(),
                inputs,
                settled ? old.version() : deadlines.version(),
                settled ? old.due() : fact.deadline().at(),
                settled ? old.because() : fact.deadline().because(),
                fact.expectedAt(),
                old == null ? null : old.warnedAt(),
                metAt,
                null,
                endedAt,
                old == null ? null : old.lateReason(),
                old == null ? null : old.excuse());
        return marked(computed, now);
    }

    /** A deadline that moved ahead is no longer missed; one that moved back may be. */
    private static StoredDeadline marked(StoredDeadline one, Instant now) {
        return with(one, one.isMissed(now) ? one.due() : null, one.endedAt());
    }

    private StoredDeadline ended(StoredDeadline one) {
        return with(one, one.breachedAt(), clock.instant());
    }

    private static StoredDeadline with(StoredDeadline one, @Nullable Instant breachedAt, @Nullable Instant endedAt) {
        return new StoredDeadline(
                one.postmortem(),
                one.kind(),
                one.subject(),
                one.rule(),
                one.inputs(),
                one.version(),
                one.due(),
                one.because(),
                one.expectedAt(),
                one.warnedAt(),
                one.metAt(),
                breachedAt,
                endedAt,
                one.lateReason(),
                one.excuse());
    }

    private void explain(PostmortemId id, Told told) {
        if (told.meeting() == null) {
            return;
        }
        String reason = told.meeting().lateReason();
        if (reason == null) {
            records.unexplain(id);
        } else {
            records.explain(
                    id, new Word(reason, Objects.requireNonNull(told.meeting()).by(), clock.instant()));
        }
    }

    static String text(Map<String, String> inputs) {
        StringBuilder text = new StringBuilder();
        inputs.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n")
                .append(name)
                .append(": ")
                .append(value));
        return text.toString();
    }
}
