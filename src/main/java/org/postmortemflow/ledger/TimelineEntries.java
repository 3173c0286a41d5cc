package org.postmortemflow.ledger;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.timeline.TimelineChange;
import org.postmortemflow.timeline.TimelineRows;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done to the timeline's rows. Corrections after closing are in the history. */
@Component
@Order(5)
class TimelineEntries implements LedgerSource {

    private static final int LONGEST = 200;

    private final TimelineRows rows;

    TimelineEntries(TimelineRows rows) {
        this.rows = rows;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        Instant closed = postmortem.closedAt();
        String path = "/postmortems/" + postmortem.id() + "/timeline";
        return rows.changes(postmortem.id()).stream()
                .filter(change -> closed == null || change.changedAt().isBefore(closed))
                .map(change -> new LedgerEntry(
                        change.changedAt(), LedgerKind.EDIT, words(change), "", change.by(), path, null))
                .toList();
    }

    private static String words(TimelineChange change) {
        String event = change.item().event();
        int end = event.length() <= LONGEST
                ? event.length()
                : event.offsetByCodePoints(0, Math.min(LONGEST, event.codePointCount(0, event.length())));
        String brief = event.substring(0, end) + (end < event.length() ? "…" : "");
        return "Timeline row %s: \"%s\".".formatted(change.action().label(), brief);
    }
}
