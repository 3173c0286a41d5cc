package org.postmortemflow.wording;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Reason;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.wording.CheckedWording.Hint;
import org.postmortemflow.wording.Dismissals.Dismissal;
import org.postmortemflow.wording.domain.Rule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A writer knows better than a rule: puts a finding aside with a reason, or brings it back. Writing is shared work. */
@Component
public class DismissFinding {

    private static final int SHOWN = 500;

    private final CheckWording checkWording;
    private final Dismissals dismissals;
    private final Postmortems postmortems;
    private final History history;
    private final Clock clock;

    DismissFinding(
            CheckWording checkWording, Dismissals dismissals, Postmortems postmortems, History history, Clock clock) {
        this.checkWording = checkWording;
        this.dismissals = dismissals;
        this.postmortems = postmortems;
        this.history = history;
        this.clock = clock;
    }

    /** @throws Refused without a reason, when the text has changed meanwhile, or when the postmortem was stopped */
    @Transactional
    public void dismiss(PostmortemId id, String fingerprint, @Nullable String reason, PersonId by) {
        requireWritable(id);
        Hint hint = checkWording.of(id).open().stream()
                .filter(open -> open.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new Refused("This hint is gone: the text has changed, or somebody dismissed it."));
        Rule rule = hint.finding().rule();
        String text = hint.finding().text();
        dismissals.add(
                id,
                new Dismissal(
                        UUID.randomUUID(),
                        rule.key(),
                        fingerprint,
                        text.length() <= SHOWN ? text : text.substring(0, SHOWN),
                        Reason.of(reason),
                        by,
                        clock.instant()));
    }

    /** Brings one back; one that is there already stays. */
    @Transactional
    public void bringBack(PostmortemId id, UUID dismissal, PersonId by) {
        requireWritable(id);
        dismissals.remove(id, dismissal);
    }

    /** Everything was down for everybody, or not: then "outage" is the right word, or not (R23). */
    @Transactional
    public void markFullOutage(PostmortemId id, boolean full, PersonId by) {
        requireWritable(id);
        if (dismissals.isFullOutage(id) != full) {
            dismissals.markFullOutage(id, full, by);
            history.note(
                    id, full ? "Impact marked as a full outage." : "Impact no longer marked as a full outage.", by);
        }
    }

    private void requireWritable(PostmortemId id) {
        Status status = postmortems.get(id).status();
        if (status == Status.WAIVED || status == Status.CANCELLED) {
            throw new Refused("This postmortem is %s; it stays as it is.".formatted(status.label()));
        }
    }
}
