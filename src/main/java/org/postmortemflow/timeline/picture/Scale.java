package org.postmortemflow.timeline.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an instant stands between left and right. A long time in which nothing happened (the cause lay dormant for days) would
 * squeeze all the rest: such a one, the longest, is drawn short and marked as a break.
 */
final class Scale {

    /** A time without events is folded when it is this many times as long as all the others together. */
    private static final int MUCH_LONGER = 2;

    private static final double FOLDED_SHARE = 0.14;
    private static final Duration PADDING = Duration.ofMinutes(5);

    private final List<Piece> pieces;
    private final @Nullable Piece folded;

    /** A stretch of time that is drawn evenly. */
    record Piece(Instant from, Instant to, double left, double right) {

        double x(Instant at) {
            double share = (double) Duration.between(from, at).toSeconds()
                    / Math.max(1, Duration.between(from, to).toSeconds());
            return left + share * (right - left);
        }

        double secondsPerUnit() {
            return Math.max(1, Duration.between(from, to).toSeconds()) / (right - left);
        }
    }

    private Scale(List<Piece> pieces, @Nullable Piece folded) {
        this.pieces = pieces;
        this.folded = folded;
    }

    /** @param instants what is to be shown, not empty */
    static Scale of(Collection<Instant> instants, double left, double right) {
        List<Instant> sorted = instants.stream().distinct().sorted().toList();
        Instant first = sorted.get(0);
        Instant last = sorted.get(sorted.size() - 1);
        if (first.equals(last)) {
            return new Scale(List.of(new Piece(first.minus(PADDING), last.plus(PADDING), left, right)), null);
        }
        int longest = 0;
        for (int i = 1; i < sorted.size() - 1; i++) {
            longest = length(sorted, i).compareTo(length(sorted, longest)) > 0 ? i : longest;
        }
        Duration rest = Duration.between(first, last).minus(length(sorted, longest));
        if (rest.isZero() || length(sorted, longest).compareTo(rest.multipliedBy(MUCH_LONGER)) < 0) {
            return new Scale(List.of(new Piece(first, last, left, right)), null);
        }
        return folded(sorted, longest, left, right);
    }

    private static Scale folded(List<Instant> sorted, int longest, double left, double right) {
        Instant first = sorted.get(0);
        Instant from = sorted.get(longest);
        Instant to = sorted.get(longest + 1);
        Instant last = sorted.get(sorted.size() - 1);
        double fold = FOLDED_SHARE * (right - left);
        double before = (double) Duration.between(first, from).toSeconds();
        double after = (double) Duration.between(to, last).toSeconds();
        double begin = left + (right - left - fold) * before / (before + after);
        Piece piece = new Piece(from, to, begin, begin + fold);
        List<Piece> pieces = new ArrayList<>();
        if (before > 0) {
            pieces.add(new Piece(first, from, left, begin));
        }
        pieces.add(piece);
        if (after > 0) {
            pieces.add(new Piece(to, last, begin + fold, right));
        }
        return new Scale(pieces, piece);
    }

    double x(Instant at) {
        for (Piece piece : pieces) {
            if (!at.isAfter(piece.to())) {
                return Math.max(pieces.get(0).left(), piece.x(at));
            }
        }
        return pieces.get(pieces.size() - 1).right();
    }

    /** The time that is drawn short, if any. */
    @Nullable
    Piece folded() {
        return folded;
    }

    /** What is drawn evenly and has ticks. */
    List<Piece> even() {
        return pieces.stream().filter(piece -> !piece.equals(folded)).toList();
    }

    private static Duration length(List<Instant> sorted, int place) {
        return Duration.between(sorted.get(place), sorted.get(place + 1));
    }
}
