package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/** Timeline items for tests; all on 10 June 2026, times in UTC. */
public final class Items {

    private Items() {}

    public static Instant at(String utc) {
        return Instant.parse("2026-06-10T" + utc + (utc.length() == 5 ? ":00Z" : "Z"));
    }

    public static TimelineItem item(String utc, TimelineKind kind) {
        return item(utc, kind, null, null);
    }

    public static TimelineItem item(
            String utc, TimelineKind kind, @Nullable Severity severity, @Nullable Boolean noticed) {
        return new TimelineItem(
                UUID.randomUUID(), at(utc), kind.label() + " at " + utc, kind, "", false, severity, noticed);
    }

    /** The same item of the demo in the words, told completely. */
    public static List<TimelineItem> wholeIncident() {
        return List.of(
                item("11:41", TimelineKind.CAUSE_BEGAN),
                item("12:05", TimelineKind.DETECTED, null, true),
                item("12:06", TimelineKind.PAGE, Severity.SEV_2, null),
                item("12:09", TimelineKind.ACKNOWLEDGED),
                item("12:15", TimelineKind.STATUS_CHANGE, Severity.SEV_1, null),
                item("12:20", TimelineKind.STATUS_PAGE_UPDATED),
                item("13:12", TimelineKind.MITIGATED, Severity.SEV_2, false),
                item("13:40", TimelineKind.RESOLVED));
    }

    /** Anything that may come: any kinds at any times of a day, some at the same instant, some put aside. */
    static List<TimelineItem> any(Random random) {
        List<TimelineItem> items = new ArrayList<>();
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            TimelineKind kind = TimelineKind.values()[random.nextInt(TimelineKind.values().length)];
            items.add(new TimelineItem(
                    UUID.randomUUID(),
                    at("00:00").plusSeconds(600L * random.nextInt(144)),
                    "Event " + i,
                    kind,
                    random.nextBoolean() ? "https://metric.example/" + i : "",
                    random.nextInt(5) == 0,
                    random.nextInt(3) == 0 ? Severity.values()[random.nextInt(3)] : null,
                    random.nextInt(3) == 0 ? random.nextBoolean() : null));
        }
        return items;
    }

    static List<TimelineRow> written(List<TimelineItem> items) {
        UUID batch = UUID.randomUUID();
        List<TimelineRow> rows = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            rows.add(new TimelineRow(items.get(i), 0, batch, i));
        }
        return rows;
    }
}
