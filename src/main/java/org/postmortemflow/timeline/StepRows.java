package org.postmortemflow.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a timeline to what the step's form says. Between the filling in and the sending, others may have changed rows: what
 * the form left as it was keeps their change, and what both changed is refused, with what the row says now.
 */
@Component
class StepRows {

    private final TimelineRows rows;

    StepRows(TimelineRows rows) {
        this.rows = rows;
    }

    @Transactional
    void take(PostmortemId id, List<StepRow> wanted, PersonId by) {
        List<TimelineRow> known = rows.of(id);
        List<TimelineChange> changes = rows.changes(id);
        Set<UUID> met = new HashSet<>();
        wanted.stream().map(StepRow::id).filter(Objects::nonNull).forEach(met::add);
        Problems problems = new Problems();
        List<Runnable> writes = new ArrayList<>();
        for (StepRow row : wanted) {
            Optional<TimelineRow> now = find(known, row, met);
            now.ifPresent(same -> met.add(same.item().id()));
            if (now.isEmpty()) {
                writes.add(() -> addUnlessDeleted(id, row, changes, by));
            } else if (mayWrite(row, now.get(), changes, problems)) {
                writes.add(() -> write(id, row, now.get(), by));
            }
        }
        problems.refuseIfAny();
        writes.forEach(Runnable::run);
    }

    /** By its id; a row without one is the row that says the same, so that sending a form twice adds nothing twice. */
    private static Optional<TimelineRow> find(List<TimelineRow> known, StepRow row, Set<UUID> met) {
        return known.stream()
                .filter(one -> row.id() == null
                        ? row.saysTheSameAs(one.item())
                                && !met.contains(one.item().id())
                        : one.item().id().equals(row.id()))
                .findFirst();
    }

    private static boolean mayWrite(StepRow row, TimelineRow now, List<TimelineChange> changes, Problems problems) {
        if (row.id() == null || row.saysTheSameAs(now.item())) {
            return false;
        }
        if (row.seen() == now.version()) {
            return true;
        }
        Optional<TimelineItem> base = at(row, changes);
        boolean untouched = base.filter(row::saysTheSameAs).isPresent();
        boolean othersLeftIt = base.filter(item -> sameWords(item, now.item())).isPresent();
        problems.when(
                !untouched && !othersLeftIt,
                "timeline[" + row.index() + "].event",
                "Row %d: somebody changed it meanwhile. It now says: \"%s\". Please open this page again to begin from there."
                        .formatted(row.index() + 1, now.item().event()));
        return !untouched;
    }

    private void addUnlessDeleted(PostmortemId id, StepRow row, List<TimelineChange> changes, PersonId by) {
        boolean untouched = at(row, changes).filter(row::saysTheSameAs).isPresent();
        if (!row.isDeletion() && !untouched) {
            TimelineItem item = TimelineItem.of(row.at(), row.event(), row.kind(), row.source());
            rows.insert(id, TimelineRow.typed(item), null, by);
        }
    }

    private void write(PostmortemId id, StepRow row, TimelineRow now, PersonId by) {
        if (row.isDeletion()) {
            rows.delete(id, now, by);
        } else {
            rows.update(id, now.with(row.onTopOf(now.item())), Action.CHANGED, by);
        }
    }

    /** The row as it was when the form was filled in, if that was noted. */
    private static Optional<TimelineItem> at(StepRow row, List<TimelineChange> changes) {
        return changes.stream()
                .filter(change -> change.item().id().equals(row.id()) && change.version() == row.seen())
                .map(TimelineChange::item)
                .findFirst();
    }

    private static boolean sameWords(TimelineItem one, TimelineItem other) {
        return one.at().equals(other.at())
                && one.event().equals(other.event())
                && one.kind() == other.kind()
                && one.source().equals(other.source());
    }
}
