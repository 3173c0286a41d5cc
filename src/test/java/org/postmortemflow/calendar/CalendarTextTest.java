package org.postmortemflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

    @Test
    void noControlCharacterGetsIntoAValue() {
        assertThat(CalendarText.plain("a\u0000\r\u007f\n\tb")).isEqualTo("a\n\tb");
    }

    /** RFC 5545 §3.1. */
    @Test
    void linesAreFoldedByOctetsAndNoCharacterIsTornApart() {
        String line = "SUMMARY:" + "\ud83d\ude80本ü".repeat(40) + "\r\n";

        String folded = CalendarText.folded(line);

        assertThat(folded.split("\r\n")).allMatch(one -> one.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line);
        assertThat(CalendarText.folded(folded)).isEqualTo(folded);
    }
}
