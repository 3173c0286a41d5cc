package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;

/** Takes a table apart. Cells keep the text that stands in them; those beyond the header's stay with the last one. */
record Tables(int firstLine, List<String> header, List<Row> rows) {

    /** A row of cells. */
    record Row(int line, List<String> cells) {

        String cell(int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    static Tables of(Block block) {
        List<String> lines = block.lines().texts();
        List<String> header = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (int i = 2; i < lines.size(); i++) {
            rows.add(new Row(block.firstLine() + i, fitted(cells(lines.get(i)), header.size())));
        }
        return new Tables(block.firstLine(), header, rows);
    }

    private static List<String> fitted(List<String> cells, int width) {
        if (cells.size() <= width || width == 0) {
            return cells;
        }
        List<String> fitted = new ArrayList<>(cells.subList(0, width - 1));
        fitted.add(String.join(" | ", cells.subList(width - 1, cells.size())).strip());
        return fitted;
    }

    /** A line is parted at its bars, save those with a backslash before them. */
    static List<String> cells(String line) {
        String text = line.strip();
        int from = text.startsWith("|") ? 1 : 0;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank() || cells.isEmpty()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }
}
