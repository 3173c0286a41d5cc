package org.postmortemflow.document.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.compare.Hunks.Hunk;

/**
 * Puts two texts together that were both made from a third: what only one of them changed is taken from there; where both
 * changed the same lines, the words are tried, and at last both stand below each other between marks for the writer to decide.
 *
 * @param clean whether there are no such marks
 */
public record TextMerge(String text, boolean clean) {

    private static final String THEIRS = "<<<<<<< ";
    private static final String BETWEEN = "=======\n";
    private static final String MINE = ">>>>>>> yours\n";
    private static final Pattern MARKS = Pattern.compile("(?m)^(<<<<<<< |>>>>>>> yours$)");

    /** Whether marks of an earlier merge are still there. */
    public static boolean isUnfinished(String text) {
        return MARKS.matcher(text).find();
    }

    /** @param who wrote theirs, for the marks */
    public static TextMerge of(String base, String theirs, String mine, String who) {
        boolean[] clean = {true};
        Merge lines = new Merge(Tokens.lines(base), Tokens.lines(theirs), Tokens.lines(mine));
        String text = lines.merged(chunk -> {
            String words = new Merge(
                            Tokens.words(chunk.base()), Tokens.words(chunk.theirs()), Tokens.words(chunk.mine()))
                    .merged(part -> null);
            if (words != null) {
                return words;
            }
            clean[0] = false;
            return THEIRS + who.replaceAll("\\s+", " ") + "\n" + ended(chunk.theirs()) + BETWEEN + ended(chunk.mine())
                    + MINE;
        });
        return new TextMerge(text == null ? "" : text, clean[0]);
    }

    private static String ended(String lines) {
        return lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n";
    }

    /** A place that both changed. */
    private record Chunk(String base, String theirs, String mine) {}

    /** Walks along the base; both sides' hunks that touch each other are one chunk. */
    private record Merge(List<String> base, List<String> theirs, List<String> mine) {

        /** @param decide what a chunk becomes; null gives up. @return null when given up */
        @Nullable
        String merged(Function<Chunk, @Nullable String> decide) {
            List<Hunk> left = Hunks.between(base, theirs);
            List<Hunk> right = Hunks.between(base, mine);
            StringBuilder text = new StringBuilder();
            int at = 0;
            int l = 0;
            int r = 0;
            while (l < left.size() || r < right.size()) {
                int start = Math.min(start(left, l), start(right, r));
                int end = start;
                int firstL = l;
                int firstR = r;
                boolean grows = true;
                while (grows) {
                    grows = false;
                    while (l < left.size() && left.get(l).start() <= end) {
                        end = Math.max(end, left.get(l++).end());
                        grows = true;
                    }
                    while (r < right.size() && right.get(r).start() <= end) {
                        end = Math.max(end, right.get(r++).end());
                        grows = true;
                    }
                }
                text.append(joined(base, at, start));
                String was = joined(base, start, end);
                String there = side(theirs, left.subList(firstL, l), start, end);
                String here = side(mine, right.subList(firstR, r), start, end);
                String chosen = chosen(was, there, here, decide);
                if (chosen == null) {
                    return null;
                }
                text.append(chosen);
                at = end;
            }
            return text.append(joined(base, at, base.size())).toString();
        }

        private @Nullable String chosen(
                String was, String there, String here, Function<Chunk, @Nullable String> decide) {
            if (there.equals(here) || here.equals(was)) {
                return there;
            }
            return there.equals(was) ? here : decide.apply(new Chunk(was, there, here));
        }

        /** What one side made of this stretch of the base. */
        private String side(List<String> side, List<Hunk> hunks, int start, int end) {
            List<String> pieces = new ArrayList<>();
            int at = start;
            for (Hunk hunk : hunks) {
                pieces.add(joined(base, at, hunk.start()));
                pieces.add(joined(side, hunk.newStart(), hunk.newEnd()));
                at = hunk.end();
            }
            pieces.add(joined(base, at, end));
            return String.join("", pieces);
        }

        private static int start(List<Hunk> hunks, int index) {
            return index < hunks.size() ? hunks.get(index).start() : Integer.MAX_VALUE;
        }

        private static String joined(List<String> tokens, int from, int to) {
            return String.join("", tokens.subList(from, to));
        }
    }
}
