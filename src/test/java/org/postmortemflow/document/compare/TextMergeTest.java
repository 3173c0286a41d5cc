package org.postmortemflow.document.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two texts made from one are put together, and nothing that either wrote goes missing. */
class TextMergeTest {

    private static final String BASE = "The pool was small.\n\nIt was found late.\n\nA rollback helped.\n";

    @Test
    void changesInDifferentLinesAreBothTaken() {
        TextMerge merge = merge(BASE, BASE.replace("small", "too small"), BASE + "\nAn alert follows.\n");

        assertThat(merge.clean()).isTrue();
        assertThat(merge.text())
                .isEqualTo(
                        "The pool was too small.\n\nIt was found late.\n\nA rollback helped.\n\nAn alert follows.\n");
    }

    @Test
    void changesOfDifferentWordsInOneLineAreBothTaken() {
        TextMerge merge =
                merge(BASE, BASE.replace("The pool", "The connection pool"), BASE.replace("small", "too small"));

        assertThat(merge.clean()).isTrue();
        assertThat(merge.text()).startsWith("The connection pool was too small.\n");
    }

    @Test
    void whatBothChangedStandsThereTwiceBetweenMarks() {
        TextMerge merge = merge(BASE, BASE.replace("small", "tiny"), BASE.replace("small", "narrow"));

        assertThat(merge.clean()).isFalse();
        assertThat(merge.text())
                .isEqualTo("<<<<<<< Ben\nThe pool was tiny.\n=======\nThe pool was narrow.\n>>>>>>> yours\n"
                        + "\nIt was found late.\n\nA rollback helped.\n");
        assertThat(TextMerge.isUnfinished(merge.text())).isTrue();
    }

    @Test
    void theSameChangeOfBothIsTakenOnce() {
        String same = BASE.replace("small", "tiny");

        assertThat(merge(BASE, same, same)).isEqualTo(new TextMerge(same, true));
    }

    @Test
    void whatOneRemovedAndTheOtherLeftIsRemoved() {
        assertThat(merge(BASE, BASE.replace("It was found late.\n\n", ""), BASE.replace("helped", "ended it")))
                .isEqualTo(new TextMerge("The pool was small.\n\nA rollback ended it.\n", true));
    }

    @Test
    void twoFirstTextsAreBothKept() {
        TextMerge merge = merge("", "One view", "Another view");

        assertThat(merge.text()).contains("One view\n", "Another view\n");
    }

    @Test
    void aHeadingThatIsUnderlinedIsNoMark() {
        assertThat(TextMerge.isUnfinished("Heading\n=======\n> quote >>>>>>> yours"))
                .isFalse();
    }

    @Test
    void aNameCannotBreakTheMarks() {
        assertThat(TextMerge.of("", "a", "b", "Ben\n>>>>>>> yours").text())
                .startsWith("<<<<<<< Ben >>>>>>> yours\na\n");
    }

    @Test
    void whateverIsWrittenNoNewWordIsLost() {
        Random random = new Random(11);
        for (int round = 0; round < 400; round++) {
            String base = text(random, "b", "");
            String theirs = text(random, "t", base);
            String mine = text(random, "m", base);
            TextMerge merge = merge(base, theirs, mine);
            assertThat(merge.text().split("[ \n]+"))
                    .containsAll(newWords(theirs, "t"))
                    .containsAll(newWords(mine, "m"));
            assertThat(TextMerge.isUnfinished(merge.text())).isEqualTo(!merge.clean());
        }
    }

    @Test
    void textsThatHaveNothingInCommonDoNotKeepAnybodyWaiting() {
        String theirs = "a\n".repeat(25_000);
        String mine = "b\n".repeat(25_000);

        assertThat(merge("c\n".repeat(25_000), theirs, mine).text()).contains(theirs, mine);
        assertThat(TextDiff.between("a b ".repeat(12_000), "c d ".repeat(12_000)))
                .isNotEmpty();
    }

    private static TextMerge merge(String base, String theirs, String mine) {
        return TextMerge.of(base, theirs, mine, "Ben");
    }

    /** Words of a base text, some left out, with own words of this kind put in. */
    private static String text(Random random, String kind, String base) {
        StringBuilder text = new StringBuilder();
        for (String word : base.isEmpty() ? "w1 w2 w3 w4 w5 w6 w7 w8".split(" ") : base.split("(?<=[ \n])")) {
            if (random.nextInt(6) == 0) {
                text.append(kind).append(random.nextInt(1000)).append(random.nextBoolean() ? " " : "\n");
            }
            if (random.nextInt(8) > 0) {
                text.append(word).append(base.isEmpty() ? (random.nextInt(3) == 0 ? "\n" : " ") : "");
            }
        }
        return text.toString();
    }

    private static java.util.List<String> newWords(String text, String kind) {
        return java.util.Arrays.stream(text.split("[ \n]+"))
                .filter(word -> word.matches(kind + "\\d+"))
                .toList();
    }
}
