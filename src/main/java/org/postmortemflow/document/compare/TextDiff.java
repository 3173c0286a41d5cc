package org.postmortemflow.document.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a text, word by word: the pieces that stayed or were removed, joined, are the old text; those that stayed or
 * were added, the new one.
 */
public final class TextDiff {

    /** What became of a piece. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** A stretch of text. */
    public record Piece(Kind kind, String text) {}

    private final List<Piece> pieces = new ArrayList<>();

    private TextDiff() {}

    /** The pieces in the order of the text; where both were changed, what was removed comes first. */
    public static List<Piece> between(String old, String young) {
        TextDiff diff = new TextDiff();
        diff.lines(Tokens.lines(old), Tokens.lines(young));
        return List.copyOf(diff.pieces);
    }

    private void lines(List<String> old, List<String> young) {
        int at = 0;
        for (Hunks.Hunk hunk : Hunks.between(old, young)) {
            add(Kind.SAME, old.subList(at, hunk.start()));
            words(
                    Tokens.words(String.join("", old.subList(hunk.start(), hunk.end()))),
                    Tokens.words(String.join("", young.subList(hunk.newStart(), hunk.newEnd()))));
            at = hunk.end();
        }
        add(Kind.SAME, old.subList(at, old.size()));
    }

    private void words(List<String> old, List<String> young) {
        int at = 0;
        for (Hunks.Hunk hunk : Hunks.between(old, young)) {
            add(Kind.SAME, old.subList(at, hunk.start()));
            add(Kind.REMOVED, old.subList(hunk.start(), hunk.end()));
            add(Kind.ADDED, young.subList(hunk.newStart(), hunk.newEnd()));
            at = hunk.end();
        }
        add(Kind.SAME, old.subList(at, old.size()));
    }

    private void add(Kind kind, List<String> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        String text = String.join("", tokens);
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).kind() == kind) {
            pieces.set(last, new Piece(kind, pieces.get(last).text() + text));
        } else {
            pieces.add(new Piece(kind, text));
        }
    }
}
