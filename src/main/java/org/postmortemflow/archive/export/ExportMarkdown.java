package org.postmortemflow.archive.export;

import java.util.List;
import org.postmortemflow.archive.export.Outline.Part;
import org.postmortemflow.archive.export.Outline.Passage;
import org.postmortemflow.archive.reader.OwnFormat;

/** Writes CommonMark with GFM tables, which our own import reads back without loss. */
public final class ExportMarkdown {

    private ExportMarkdown() {}

    public static String write(ExportedPostmortem postmortem) {
        Outline outline = Outlines.of(postmortem);
        StringBuilder text = new StringBuilder(OwnFormat.MARK)
                .append("\n\n# ")
                .append(outline.title())
                .append('\n');
        text.append('\n');
        outline.facts()
                .forEach(fact -> text.append("- **%s:** %s\n".formatted(fact.name(), OwnFormat.oneLine(fact.value()))));
        outline.parts().forEach(part -> write(part, text));
        return text.toString();
    }

    private static void write(Part part, StringBuilder text) {
        text.append("\n## ").append(part.heading()).append("\n\n");
        if (!part.note().isBlank()) {
            text.append(Contained.of(part.note()).strip()).append("\n\n");
        }
        if (!part.header().isEmpty()) {
            line(part.header(), text);
            line(part.header().stream().map(name -> "---").toList(), text);
            part.rows().forEach(row -> line(row, text));
        }
        part.passages().forEach(passage -> write(passage, text));
    }

    private static void write(Passage passage, StringBuilder text) {
        if (!passage.heading().isEmpty()) {
            text.append("### ").append(passage.heading()).append("\n\n");
        }
        text.append(Contained.of(passage.text())).append("\n\n");
    }

    private static void line(List<String> cells, StringBuilder text) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(OwnFormat.cell(cell)).append(" |"));
        text.append('\n');
    }
}
