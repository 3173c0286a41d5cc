package org.postmortemflow.privacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Liam O'Connor is found however he is written, and nobody else is. */
class ReplacingTest {

    private final Replacing replacing = new Replacing(
            "liam",
            List.of("Liam O'Connor", "Chloé $1 Ünal"),
            List.of("liam@demo.example"),
            new Replacing.Words("former-colleague-3", "former colleague 3", "f3@erased.invalid"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Liam O'Connor took it back.        | former colleague 3 took it back.
            LIAM O'CONNOR's fix                | former colleague 3's fix
            Liam O’Connor, Liam  O'Connor      | former colleague 3, former colleague 3
            <b>Liam O&#39;Connor</b>           | <b>former colleague 3</b>
            mailto:Liam@Demo.example;x         | mailto:f3@erased.invalid;x
            Ask @liam.                         | Ask @former-colleague-3.
            chloé $1 ÜNAL wrote                | former colleague 3 wrote
            """)
    void heIsFound(String text, String without) {
        assertThat(replacing.inText(text)).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "William O'Connor",
                "Liam O'Connors",
                "liam is a word",
                "x.liam@demo.example",
                "liam@demo.example.org",
                "@liam.smith",
                "mail@liam",
                "Liam",
                "O'Connor"
            })
    void othersAreLeftAlone(String text) {
        assertThat(replacing.inText(text)).isEqualTo(text);
    }

    /** RFC 5545 §3.1: a long line goes on after a line break and a space. */
    @Test
    void heIsFoundInTheFoldedLinesOfACalendarAndOverLineBreaks() {
        assertThat(replacing.inText("ATTENDEE;CN=Liam O'Co\r\n nnor:mailto:liam@de\r\n mo.example\r\n"))
                .isEqualTo("ATTENDEE;CN=former colleague 3:mailto:f3@erased.invalid\r\n");
        assertThat(replacing.inText("DESCRIPTION:Owner:\\nLiam O'Connor\\n@liam\\nliam@demo.example"))
                .isEqualTo("DESCRIPTION:Owner:\\nformer colleague 3\\n@former-colleague-3\\nf3@erased.invalid");
        assertThat(replacing.inText("Thanks to Liam\nO'Connor")).isEqualTo("Thanks to former colleague 3");
    }

    @Test
    void whatTheApplicationWritesForItselfHoldsIdsAlone() {
        assertThat(replacing.inCode("owner=liam&team=x")).isEqualTo("owner=former-colleague-3&team=x");
        assertThat(replacing.inCode("ada, liam")).isEqualTo("ada, former-colleague-3");
        assertThat(replacing.inCode("owner=liam-smith, william")).isEqualTo("owner=liam-smith, william");
    }

    /** The database leaves out every text without any of these. */
    @Test
    void hintsStandInEveryTextThatSpeaksOfHim() {
        assertThat(replacing.hints()).contains("connor", "example", "liam", "chlo");
    }
}
