package org.postmortemflow.timeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Timelines for other rooms. Several items that come together keep the order in which they came, so that times that contradict
 * it can be pointed out; an item that stays the same stays untouched.
 */
@Component
class KeptTimelines implements Timelines {

    private final TimelineRows rows;

    KeptTimelines(TimelineRows rows) {
        this.rows = rows;
    }

    @Override
    public List<TimelineItem> of(PostmortemId id) {
        return rows.of(id).stream().map(TimelineRow::item).toList();
    }

    @Override
    @Transactional
    public void add(PostmortemId id, List<TimelineItem> items, PersonId by) {
        Map<UUID, TimelineRow> known = known(id);
        insert(
                id,
                items,
                items.stream()
                        .filter(item -> !known.containsKey(item.id()))
                        .map(TimelineItem::id)
                        .collect(Collectors.toSet()),
                by);
    }

    @Override
    @Transactional
    public void replace(PostmortemId id, List<TimelineItem> items, PersonId by) {
        Map<UUID, TimelineRow> known = known(id);
        Set<UUID> wanted = items.stream().map(TimelineItem::id).collect(Collectors.toSet());
        known.values().stream()
                .filter(row -> !wanted.contains(row.item().id()))
                .forEach(row -> rows.delete(id, row, by));
        items.stream()
                .filter(item -> known.containsKey(item.id()))
                .filter(item -> !item.equals(known.get(item.id()).item()))
                .forEach(item -> rows.update(id, known.get(item.id()).with(item), Action.CHANGED, by));
        insert(
                id,
                items,
                wanted.stream().filter(item -> !known.containsKey(item)).collect(Collectors.toSet()),
                by);
    }

    /** An id that another postmortem has (the same file imported twice) makes way for a fresh one. */
    private void insert(PostmortemId id, List<TimelineItem> items, Set<UUID> fresh, PersonId by) {
        UUID batch = UUID.randomUUID();
        for (int place = 0; place < items.size(); place++) {
            TimelineItem item = items.get(place);
            if (fresh.contains(item.id())) {
                TimelineItem own = rows.isTaken(item.id()) ? withFreshId(item) : item;
                rows.insert(
                        id,
                        items.size() > 1 ? new TimelineRow(own, 0, batch, place) : TimelineRow.typed(own),
                        null,
                        by);
            }
        }
    }

    private static TimelineItem withFreshId(TimelineItem item) {
        return new TimelineItem(
                UUID.randomUUID(),
                item.at(),
                item.event(),
                item.kind(),
                item.source(),
                item.hidden(),
                item.severity(),
                item.noticed());
    }

    private Map<UUID, TimelineRow> known(PostmortemId id) {
        return rows.of(id).stream().collect(Collectors.toMap(row -> row.item().id(), Function.identity()));
    }
}
