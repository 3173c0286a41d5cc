package org.postmortemflow.document.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.document.compare.TextDiff.Kind.ADDED;
import static org.postmortemflow.document.compare.TextDiff.Kind.REMOVED;
import static org.postmortemflow.document.compare.TextDiff.Kind.SAME;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.postmortemflow.document.compare.TextDiff.Kind;
import org.postmortemflow.document.compare.TextDiff.Piece;

/** What changed is told word by word, and both texts can be read out of it. */
class TextDiffTest {

    @Test
    void aChangedWordIsRemovedAndAdded() {
        assertThat(TextDiff.between("The pool was small.\nRest", "The pool was tiny.\nRest"))
                .containsExactly(
                        new Piece(SAME, "The pool was "),
                        new Piece(REMOVED, "small"),
                        new Piece(ADDED, "tiny"),
                        new Piece(SAME, ".\nRest"));
    }

    @Test
    void equalTextsAreOnePieceAndEmptyOnesNone() {
        assertThat(TextDiff.between("a b", "a b")).containsExactly(new Piece(SAME, "a b"));
        assertThat(TextDiff.between("", "")).isEmpty();
        assertThat(TextDiff.between("", "new")).containsExactly(new Piece(ADDED, "new"));
        assertThat(TextDiff.between("old", "")).containsExactly(new Piece(REMOVED, "old"));
    }

    @Test
    void bothTextsCanBeReadOutOfIt() {
        Random random = new Random(5);
        String[] words = {"pool", "größer", " ", "\n", "🙂", ".", "a", "  "};
        for (int round = 0; round < 500; round++) {
            String old = text(random, words);
            String young = text(random, words);
            List<Piece> pieces = TextDiff.between(old, young);
            assertThat(without(pieces, ADDED)).isEqualTo(old);
            assertThat(without(pieces, REMOVED)).isEqualTo(young);
        }
    }

    private static String text(Random random, String... words) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }

    private static String without(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
