package org.postmortemflow.timeline.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts labels under an axis so that none covers another: each as high as there is room, from the right to the left. */
final class Labels {

    private static final double AIR = 8;

    /** A label that is to be placed: where it points, and how wide it is. */
    record Wanted(int number, double x, double width) {}

    /** @param lane from 0, downwards. @param left where the text begins */
    record Placed(int number, double x, double left, double width, int lane) {}

    private Labels() {}

    /** @param right where labels must end; every label has room for itself */
    static List<Placed> place(List<Wanted> wanted, double left, double right) {
        List<Placed> placed = new ArrayList<>();
        List<Wanted> fromTheRight = wanted.stream()
                .sorted(Comparator.comparingDouble(Wanted::x)
                        .thenComparing(Wanted::number)
                        .reversed())
                .toList();
        for (Wanted label : fromTheRight) {
            double begin = Math.max(left, Math.min(label.x(), right - label.width()));
            int lane = 0;
            for (Placed other : placed) {
                boolean inTheWay =
                        begin < other.left() + other.width() + AIR && other.left() < begin + label.width() + AIR;
                boolean lineInTheWay = other.x() > begin - AIR && other.x() < begin + label.width() + AIR;
                if (inTheWay || lineInTheWay) {
                    lane = Math.max(lane, other.lane() + 1);
                }
            }
            placed.add(new Placed(label.number(), label.x(), begin, label.width(), lane));
        }
        return placed.stream()
                .sorted(Comparator.comparing(Placed::x).thenComparing(Placed::number))
                .toList();
    }
}
