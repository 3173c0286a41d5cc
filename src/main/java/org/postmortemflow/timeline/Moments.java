package org.postmortemflow.timeline;

import static org.postmortemflow.timeline.TimelineKind.*;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The named moments of a timeline (R17). What was put aside does not count. Of several rows of one kind the first counts where
 * something begins, and the last where something ends: an incident that came back ended only then.
 */
public final class Moments {

    private static final Comparator<TimelineItem> BY_TIME = Comparator.comparing(TimelineItem::at);

    /** R17 asks for these. */
    private static final List<TimelineKind> ASKED_FOR =
            List.of(CAUSE_BEGAN, DETECTED, PAGE, STATUS_PAGE_UPDATED, MITIGATED, RESOLVED);

    private final List<TimelineItem> items;

    private Moments(List<TimelineItem> items) {
        this.items = items;
    }

    /** @param items in any order; those at the same instant in the order in which they are to be read */
    public static Moments of(Collection<TimelineItem> items) {
        return new Moments(
                items.stream().filter(item -> !item.hidden()).sorted(BY_TIME).toList());
    }

    /** What is shown, by time. */
    public List<TimelineItem> items() {
        return items;
    }

    public Optional<TimelineItem> causeBegan() {
        return first(CAUSE_BEGAN);
    }

    /** When it was noticed: the first row that says so, or else the first page. */
    public Optional<TimelineItem> detected() {
        return first(DETECTED).or(() -> first(PAGE));
    }

    /** When somebody was called: the first page, or else the detection. */
    public Optional<TimelineItem> called() {
        return first(PAGE).or(() -> first(DETECTED));
    }

    public Optional<TimelineItem> acknowledged() {
        return first(ACKNOWLEDGED);
    }

    public Optional<TimelineItem> mitigated() {
        return last(MITIGATED);
    }

    public Optional<TimelineItem> resolved() {
        return last(RESOLVED);
    }

    public Optional<TimelineItem> first(TimelineKind kind) {
        return ofKind(kind).stream().findFirst();
    }

    public Optional<TimelineItem> last(TimelineKind kind) {
        return ofKind(kind).stream().reduce((earlier, later) -> later);
    }

    /** Named moments that no row tells; a page or a person may have been what detected it, either is enough. */
    public List<TimelineKind> missing() {
        List<TimelineKind> missing = new ArrayList<>(ASKED_FOR);
        missing.removeIf(kind -> first(kind).isPresent());
        if (detected().isPresent()) {
            missing.remove(DETECTED);
        }
        return List.copyOf(missing);
    }

    /** The moments that a picture names, by time; each row once. */
    public List<TimelineItem> named() {
        List<TimelineItem> named = new ArrayList<>();
        causeBegan().ifPresent(named::add);
        first(DETECTED).ifPresent(named::add);
        first(PAGE).ifPresent(named::add);
        acknowledged().ifPresent(named::add);
        first(STATUS_PAGE_UPDATED).ifPresent(named::add);
        mitigated().ifPresent(named::add);
        resolved().ifPresent(named::add);
        items.stream()
                .filter(item -> item.severity() != null || item.noticed() != null)
                .forEach(named::add);
        return named.stream().distinct().sorted(BY_TIME).toList();
    }

    private List<TimelineItem> ofKind(TimelineKind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }
}
