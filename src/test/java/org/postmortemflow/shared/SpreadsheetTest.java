package org.postmortemflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                " =1",
                "\u00a0=1",
                "\uFF1D1",
                "\uFF0D1",
                "\uFEFF=1"
            })
    void aFormulaIsOnlyText(String hostile) {
        assertThat(Spreadsheet.harmless(hostile)).isEqualTo("'" + hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Checkout was slow", "a=b", "3 - 2", "2026-06-10T12:00:00Z", "  padded"})
    void anythingElseStaysAsItIs(String plain) {
        assertThat(Spreadsheet.harmless(plain)).isEqualTo(plain);
    }

    /** RFC 4180, with the mark that Excel needs for UTF-8. */
    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        Spreadsheet sheet = Spreadsheet.withHeader("Title", "Why");
        sheet.row("Says \"no\", twice\nand once", null);
        sheet.row("=cmd|' /C calc'!A0", "Größe");

        assertThat(sheet.toString())
                .isEqualTo("\uFEFFTitle,Why\r\n\"Says \"\"no\"\", twice\nand once\",\r\n'=cmd|' /C calc'!A0,Größe\r\n");
    }
}
