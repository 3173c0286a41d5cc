package org.postmortemflow.timeline.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.TimelineChange;
import org.postmortemflow.timeline.TimelineChange.Action;
import org.postmortemflow.timeline.TimelineItem;

/**
 * One change as the page tells it.
 *
 * @param details what was what before; empty unless something was changed
 * @param deleted whether the row is gone now and this is why: then it can be put back
 */
record ChangeLine(TimelineChange change, List<String> details, boolean deleted) {

    /** Newest first. @param changes oldest first */
    static List<ChangeLine> of(List<TimelineChange> changes, ReaderTime time) {
        Map<UUID, TimelineItem> before = new HashMap<>();
        Map<UUID, TimelineChange> last = new HashMap<>();
        changes.forEach(change -> last.put(change.item().id(), change));
        List<ChangeLine> lines = new ArrayList<>();
        for (TimelineChange change : changes) {
            TimelineItem old = before.put(change.item().id(), change.item());
            boolean deleted = change.action() == Action.DELETED
                    && change.equals(last.get(change.item().id()));
            lines.add(
                    0,
                    new ChangeLine(
                            change,
                            change.action() == Action.CHANGED ? details(old, change.item(), time) : List.of(),
                            deleted));
        }
        return lines;
    }

    private static List<String> details(@Nullable TimelineItem old, TimelineItem now, ReaderTime time) {
        List<String> details = new ArrayList<>();
        if (old != null) {
            say(details, "time", time.show(old.at()), time.show(now.at()));
            say(details, "event", old.event(), now.event());
            say(details, "kind", old.kind().label(), now.kind().label());
            say(details, "source", old.source(), now.source());
            say(details, "severity", severity(old), severity(now));
            say(details, "customers notice it", noticed(old), noticed(now));
        }
        return details;
    }

    private static void say(List<String> details, String field, String old, String now) {
        if (!old.equals(now)) {
            details.add("%s: %s → %s".formatted(field, old.isEmpty() ? "none" : old, now.isEmpty() ? "none" : now));
        }
    }

    private static String severity(TimelineItem item) {
        return item.severity() == null ? "" : item.severity().label();
    }

    private static String noticed(TimelineItem item) {
        return item.noticed() == null ? "" : item.noticed() ? "yes" : "no";
    }
}
