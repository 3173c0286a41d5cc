package org.postmortemflow.timeline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is kept.
 *
 * @param version counts the changes of this item, so that nobody overwrites what another wrote meanwhile
 * @param batch the items that were written down together, for example one import; null for one that was typed by itself
 * @param written its place in the batch, from 0: the order as written, which its time may contradict; null without a batch
 */
public record TimelineRow(
        TimelineItem item,
        int version,
        @Nullable UUID batch,
        @Nullable Integer written) {

    /** A new item that was typed by itself. */
    static TimelineRow typed(TimelineItem item) {
        return new TimelineRow(item, 0, null, null);
    }

    /** The same row with another content, of the next version. */
    public TimelineRow with(TimelineItem changed) {
        return new TimelineRow(changed, version + 1, batch, written);
    }

    /** The same row, whose time is right whatever the order as written says. */
    TimelineRow withoutWrittenOrder() {
        return new TimelineRow(item, version + 1, null, null);
    }
}
