package org.postmortemflow.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) that people open in a spreadsheet. What a spreadsheet would run as a formula gets an apostrophe
 * before it. The text begins with a byte order mark: without one, Excel takes UTF-8 for another encoding; others leave it out.
 */
public final class Spreadsheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    /** Spreadsheets take some of these for a formula also behind blanks and controls. */
    private static final Pattern FORMULA = Pattern.compile(
            "[\\s\\p{Cntrl}\\p{Z}\\uFEFF]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    private Spreadsheet() {}

    public static Spreadsheet withHeader(String... names) {
        Spreadsheet sheet = new Spreadsheet();
        sheet.line(List.of((Object[]) names));
        return sheet;
    }

    /** Null is an empty cell. */
    public void row(@Nullable Object... cells) {
        line(java.util.Arrays.asList(cells));
    }

    private void line(List<? extends @Nullable Object> cells) {
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (Object cell : cells) {
                printer.print(harmless(cell == null ? "" : cell.toString()));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** In UTF-8. */
    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
