package org.postmortemflow.timeline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a timeline row by row. Writing is shared work: everyone who reads a postmortem may help; one that was waived or
 * cancelled is read only, a closed one takes corrections, which its history tells. Every change is noted with who made it.
 */
@Component
public class EditTimeline {

    private static final int SHORT = 60;

    private final TimelineRows rows;
    private final Postmortems postmortems;
    private final History history;

    EditTimeline(TimelineRows rows, Postmortems postmortems, History history) {
        this.rows = rows;
        this.postmortems = postmortems;
        this.history = history;
    }

    /** Whether the timeline takes changes at all. */
    public boolean isOpen(PostmortemId id) {
        Status status = postmortems.get(id).status();
        return status != Status.WAIVED && status != Status.CANCELLED;
    }

    /**
     * Adds items that were typed one by one: the order of typing says nothing about their times.
     *
     * @param after the row behind which they stand among those at the same instant; null: behind all
     */
    @Transactional
    public void add(PostmortemId id, List<TimelineItem> items, @Nullable UUID after, PersonId by) {
        requireOpen(id);
        UUID before = after;
        for (TimelineItem item : items) {
            rows.insert(id, TimelineRow.typed(item), before, by);
            noteCorrection(id, item, Action.ADDED, by);
            before = after == null ? null : item.id();
        }
    }

    /**
     * Writes a row as a person wants it.
     *
     * @param seen the version that the person started from
     * @throws RowChanged when somebody else changed or deleted it meanwhile
     */
    @Transactional
    public void save(PostmortemId id, TimelineItem wanted, int seen, PersonId by) {
        requireOpen(id);
        TimelineRow row = row(id, wanted.id(), seen);
        if (!wanted.equals(row.item())) {
            written(rows.update(id, row.with(wanted), Action.CHANGED, by), id, wanted.id());
            noteCorrection(id, wanted, Action.CHANGED, by);
        }
    }

    /** Puts a row aside as noise, or shows it again. @throws RowChanged as {@link #save} */
    @Transactional
    public void hide(PostmortemId id, UUID item, boolean aside, int seen, PersonId by) {
        requireOpen(id);
        TimelineRow row = row(id, item, seen);
        if (row.item().hidden() != aside) {
            Action action = aside ? Action.HIDDEN : Action.SHOWN;
            written(rows.update(id, row.with(row.item().hidden(aside)), action, by), id, item);
            noteCorrection(id, row.item(), action, by);
        }
    }

    /** The row's time is right, whatever the order as written says. @throws RowChanged as {@link #save} */
    @Transactional
    public void confirmTime(PostmortemId id, UUID item, int seen, PersonId by) {
        requireOpen(id);
        written(rows.update(id, row(id, item, seen).withoutWrittenOrder(), Action.TIME_CONFIRMED, by), id, item);
    }

    /** @throws RowChanged as {@link #save} */
    @Transactional
    public void delete(PostmortemId id, UUID item, int seen, PersonId by) {
        requireOpen(id);
        TimelineRow row = row(id, item, seen);
        written(rows.delete(id, row, by), id, item);
        noteCorrection(id, row.item(), Action.DELETED, by);
    }

    /** Puts a deleted row back as it was. Nothing happens when it is there. */
    @Transactional
    public void putBack(PostmortemId id, UUID item, PersonId by) {
        requireOpen(id);
        TimelineChange last = last(id, item);
        if (last == null) {
            throw new Refused("This timeline never had this row.");
        }
        if (rows.row(id, item).isEmpty()) {
            rows.insert(id, new TimelineRow(last.item(), last.version() + 1, null, null), null, by);
            noteCorrection(id, last.item(), Action.ADDED, by);
        }
    }

    private void requireOpen(PostmortemId id) {
        if (!isOpen(id)) {
            throw new Refused("This postmortem has ended; its timeline can be read, but not changed.");
        }
    }

    private void noteCorrection(PostmortemId id, TimelineItem item, Action action, PersonId by) {
        if (postmortems.get(id).status() == Status.CLOSED) {
            String event = item.event().replaceAll("\\s+", " ");
            String brief = event.codePointCount(0, event.length()) <= SHORT
                    ? event
                    : event.substring(0, event.offsetByCodePoints(0, SHORT)) + "…";
            history.note(
                    id,
                    History.Kind.EDIT,
                    "Corrected after closing: Timeline, row %s: \"%s\"".formatted(action.label(), brief),
                    by);
        }
    }

    private TimelineRow row(PostmortemId id, UUID item, int seen) {
        return rows.row(id, item).filter(row -> row.version() == seen).orElseThrow(() -> changed(id, item));
    }

    private void written(boolean done, PostmortemId id, UUID item) {
        if (!done) {
            throw changed(id, item);
        }
    }

    private RowChanged changed(PostmortemId id, UUID item) {
        return new RowChanged(
                rows.row(id, item).isPresent()
                        ? "Somebody changed this row meanwhile."
                        : "Somebody deleted this row meanwhile.",
                last(id, item));
    }

    private @Nullable TimelineChange last(PostmortemId id, UUID item) {
        return rows.changes(id).stream()
                .filter(change -> change.item().id().equals(item))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
