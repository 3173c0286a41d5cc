package org.postmortemflow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    @Test
    void everyFormOfTheWordIsMarkedAndNothingIsLost() {
        String text = "<b>Connections</b> were & stayed connected.";
        List<Piece> pieces = Highlights.all(text, Set.of("connect"));
        assertThat(text(pieces)).isEqualTo(text);
        assertThat(pieces).filteredOn(Piece::hit).extracting(Piece::text).containsExactly("Connections", "connected");
    }

    @Test
    void thePlaceWithMostWordsIsShown() {
        String text =
                "The pool. " + "Nothing here. ".repeat(60) + "The connection pool was full. " + "More. ".repeat(99);
        Excerpt best = Highlights.excerpts(List.of(passage("Overview", text)), Set.of("connect", "pool"))
                .get(0);
        assertThat(text(best.pieces()))
                .contains("connection pool was full")
                .startsWith("… ")
                .endsWith(" …");
        assertThat(text(best.pieces()).length()).isLessThan(300);
    }

    @Test
    void withoutAHitTheBeginningIsShownAndNeverTheTitle() {
        List<Passage> passages = List.of(passage(Contents.TITLE, "Pool"), passage("Overview", "It was slow."));
        assertThat(Highlights.excerpts(passages, Set.of("pool")))
                .containsExactly(new Excerpt("Overview", List.of(new Piece("It was slow.", false))));
        assertThat(Highlights.excerpts(List.of(), Set.of("pool"))).isEmpty();
    }

    @Test
    void textWithoutSpacesAndWithPairsOfSurrogatesIsCutBetweenCharacters() {
        String text = "😀".repeat(500) + "pool" + "😀".repeat(500);
        Excerpt excerpt = Highlights.excerpts(List.of(passage("Other", text)), Set.of("pool"))
                .get(0);
        assertThat(text(excerpt.pieces())).contains("pool").doesNotContain("?");
        assertThat(new String(
                        text(excerpt.pieces()).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(text(excerpt.pieces()));
    }

    private static Passage passage(String heading, String text) {
        return new Passage(heading, text, 1, false);
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
