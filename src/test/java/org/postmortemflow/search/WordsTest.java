package org.postmortemflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void formsOfAWordAreOneWord() {
        assertThat(Words.asked("connection Connections CONNECTED connecting")).containsExactly("connect");
        assertThat(Words.asked("Zürich zurich")).hasSize(1);
        assertThat(Words.asked("the customer's customers’ customers")).containsExactly("custom");
    }

    @Test
    void whatSaysNothingIsNotAskedFor() {
        assertThat(Words.asked("the of it a 1 12 \" % ' ; -- * ( ) \\ \u0000 🦆"))
                .isEmpty();
        assertThat(Words.asked("503 10:32")).containsExactly("503");
    }

    @Test
    void compoundNamesAreFoundAsAWholeAndByTheirParts() {
        assertThat(words("HikariPool checkout-api")).containsExactly("hikaripool", "hikari", "pool", "checkout", "api");
        assertThat(words("HikariPool")).containsAll(Words.asked("HikariPool"));
        assertThat(words("HikariPool")).containsAll(Words.asked("hikari pool"));
    }

    @Test
    void placesAreThoseOfTheOriginalText() {
        String text = "A “Größe” of 😀 pools";
        assertThat(Words.of(text))
                .extracting(token -> text.substring(token.start(), token.end()))
                .containsExactly("Größe", "pools");
    }

    @Test
    void longWordsAreCutAlikeInTextsAndQuestions() {
        String trace = "a".repeat(5000);
        assertThat(Words.asked(trace))
                .containsExactlyElementsOf(words(trace))
                .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(Words.LONGEST));
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().map(Words.Token::word).toList();
    }
}
