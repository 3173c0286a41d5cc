package org.postmortemflow.archive.reader;

import java.util.List;
import org.postmortemflow.archive.reader.Block.Kind;

/** Recognises a timeline that no heading announces. */
final class Timed {

    private static final int FEWEST = 3;

    private Timed() {}

    static boolean isTimeline(Block block, TimeReader times, ZoneNames zones) {
        if (block.kind() == Kind.TABLE) {
            Tables table = Tables.of(block);
            return table.header().size() > 1
                    && table.rows().size() > 1
                    && TimelineTable.of(table, times, zones).isPresent()
                    && Plain.heading(table.header().get(0)).matches("(?:.*\\b)?(?:time|timestamp|when|date|utc)\\b.*");
        }
        if (block.kind() == Kind.LIST) {
            List<Item> items = Blocks.items(block);
            long timed = items.stream()
                    .filter(item -> times.prefix(item.content().texts().get(0), false)
                            .filter(one -> !one.time().isDayOnly() && one.time().since() == null)
                            .isPresent())
                    .count();
            return timed >= FEWEST && timed * 5 >= items.size() * 3L;
        }
        return false;
    }
}
