package org.postmortemflow.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpsFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void aCellThatASpreadsheetWouldRunIsText(String text) {
        assertThat(FollowUpsFile.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Add an alert", "1-2", "a=b", "", "Ünïcode"})
    void anyOtherCellStaysAsItIs(String text) {
        assertThat(FollowUpsFile.cell(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one, two", "line\nline", "say \"when\""})
    void aCellKeepsItsCommasLinesAndQuotes(String text) {
        assertThat(FollowUpsFile.cell(text)).isEqualTo('"' + text.replace("\"", "\"\"") + '"');
    }
}
