package org.postmortemflow.document.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Where two lists differ, in order. A comparison that would take long is given up: then everything between the common
 * beginning and the common end counts as one difference, so that no text keeps the server busy.
 */
final class Hunks {

    /** Elements on the one side times those on the other. */
    private static final long MOST_WORK = 4_000_000;

    /** From {@code start} (included) to {@code end} (left out) of the old list, and of the new one. */
    record Hunk(int start, int end, int newStart, int newEnd) {}

    private Hunks() {}

    static List<Hunk> between(List<String> old, List<String> young) {
        int prefix = 0;
        int most = Math.min(old.size(), young.size());
        while (prefix < most && old.get(prefix).equals(young.get(prefix))) {
            prefix++;
        }
        int suffix = 0;
        while (suffix < most - prefix
                && old.get(old.size() - 1 - suffix).equals(young.get(young.size() - 1 - suffix))) {
            suffix++;
        }
        List<String> oldMiddle = old.subList(prefix, old.size() - suffix);
        List<String> youngMiddle = young.subList(prefix, young.size() - suffix);
        if (oldMiddle.isEmpty() && youngMiddle.isEmpty()) {
            return List.of();
        }
        if (oldMiddle.isEmpty() || youngMiddle.isEmpty() || (long) oldMiddle.size() * youngMiddle.size() > MOST_WORK) {
            return List.of(new Hunk(prefix, old.size() - suffix, prefix, young.size() - suffix));
        }
        List<Hunk> hunks = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(oldMiddle, youngMiddle).getDeltas()) {
            int start = prefix + delta.getSource().getPosition();
            int newStart = prefix + delta.getTarget().getPosition();
            hunks.add(new Hunk(
                    start,
                    start + delta.getSource().size(),
                    newStart,
                    newStart + delta.getTarget().size()));
        }
        return hunks;
    }
}
