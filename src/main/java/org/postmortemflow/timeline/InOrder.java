package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds which rows, in the order as written, agree about their times. */
final class InOrder {

    private InOrder() {}

    /**
     * As many of the rows as are in the order of time (a longest non-descending subsequence, in n log n); of two that were
     * swapped, the one written first.
     */
    static List<TimelineRow> longest(List<TimelineRow> written) {
        int count = written.size();
        int[] ends = new int[count];
        int[] next = new int[count];
        int length = 0;
        for (int i = count - 1; i >= 0; i--) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) / 2;
                if (!at(written, ends[middle]).isBefore(at(written, i))) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            ends[low] = i;
            next[i] = low == 0 ? -1 : ends[low - 1];
            length = Math.max(length, low + 1);
        }
        Deque<TimelineRow> kept = new ArrayDeque<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = next[i]) {
            kept.addLast(written.get(i));
        }
        return new ArrayList<>(kept);
    }

    private static Instant at(List<TimelineRow> rows, int place) {
        return rows.get(place).item().at();
    }
}
