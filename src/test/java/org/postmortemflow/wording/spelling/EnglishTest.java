package org.postmortemflow.wording.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postmortemflow.wording.Spelling;
import org.postmortemflow.wording.domain.Finding;
import org.postmortemflow.wording.domain.Passage;
import org.postmortemflow.wording.domain.Rule;
import org.postmortemflow.wording.spelling.LanguageToolSpelling.Slip;

/** R23: spelling and grammar, with the real checker. */
class EnglishTest {

    private static final English ENGLISH = new English(List.of("Kubernetes", "Kavya", "checkoutd"));

    @Test
    void slipsAreFoundWithTheirPlaceAndABetterWord() throws IOException {
        String text = "We are sorry for the the delay. The chekout was slow.";

        List<Slip> slips = ENGLISH.slipsIn(text);

        assertThat(slips)
                .extracting(slip -> text.substring(slip.from(), slip.to()))
                .containsExactly("the the", "chekout");
        assertThat(slips).extracting(Slip::spelling).containsExactly(false, true);
        assertThat(slips.get(1).better()).contains("\"checkout\"");
    }

    @Test
    void wordsOfTheOrganisationAddressesAndBritishSpellingAreRight() throws IOException {
        assertThat(ENGLISH.slipsIn("We apologise. The checkoutd of Kubernetes and Kavya's colours are at"
                        + " https://status.exmple/xyzzy and in `kubctl gte pods`."))
                .isEmpty();
    }

    @Test
    void pagesDoNotWaitAndSeeTheResultLater() throws InterruptedException {
        LanguageToolSpelling spelling = new LanguageToolSpelling(true, ENGLISH);
        Passage passage = new Passage("message/summary", "Summary", Passage.Kind.SUMMARY, "The chekout was slow.");

        long before = System.nanoTime();
        Spelling.Result first = spelling.of(passage);
        Duration waited = Duration.ofNanos(System.nanoTime() - before);

        assertThat(first.ready()).isFalse();
        assertThat(waited).isLessThan(Duration.ofMillis(500));
        Spelling.Result later = first;
        for (int turn = 0; turn < 600 && !later.ready(); turn++) {
            Thread.sleep(100);
            later = spelling.of(passage);
        }
        spelling.destroy();
        assertThat(later.findings()).extracting(Finding::rule).containsExactly(Rule.SPELLING);
        assertThat(later.findings().get(0).marked()).isEqualTo("chekout");
    }

    @Test
    void switchedOffItSaysNothingAndIsReady() {
        LanguageToolSpelling spelling = new LanguageToolSpelling(false, ENGLISH);

        assertThat(spelling.of(new Passage("message/summary", "Summary", Passage.Kind.SUMMARY, "The chekout.")))
                .isEqualTo(new Spelling.Result(List.of(), true));
    }
}
