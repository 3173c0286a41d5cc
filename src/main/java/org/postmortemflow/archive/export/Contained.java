package org.postmortemflow.archive.export;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Markdown that stays within its section of a larger document: its headings are below those of the document, and nothing that
 * was left open in it swallows what follows.
 */
final class Contained {

    private static final int HIGHEST = 3;
    private static final int LOWEST = 6;
    private static final int DEEPEST = 30;
    private static final String NEXT = "\n\n## Next";

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    private Contained() {}

    static String of(String markdown) {
        String lowered = lowered(markdown.replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing());
        return isContained(lowered) ? lowered : closed(lowered);
    }

    /** A text that has no headings, and none left after this, is not touched. */
    private static String lowered(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        Node node = PARSER.parse(text).getLastChild();
        for (; node != null; node = node.getPrevious()) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (node instanceof Heading heading && heading.getLevel() < HIGHEST && !spans.isEmpty()) {
                lower(
                        heading,
                        spans.get(0).getLineIndex(),
                        spans.get(spans.size() - 1).getLineIndex(),
                        lines);
            }
        }
        return String.join("\n", lines);
    }

    private static void lower(Heading heading, int first, int last, List<String> lines) {
        String marks = "#".repeat(Math.min(LOWEST, heading.getLevel() + HIGHEST - 1));
        List<String> own = lines.subList(first, last + 1);
        boolean underlined = !own.get(0).strip().startsWith("#") || own.size() > 1;
        String words = underlined
                ? String.join(
                        " ",
                        own.subList(0, own.size() - 1).stream()
                                .map(String::strip)
                                .toList())
                : own.get(0).strip().replaceFirst("^#+\\s*", "");
        own.clear();
        own.add(marks + " " + words);
    }

    private static boolean isContained(String text) {
        return PARSER.parse(text + NEXT).getLastChild() instanceof Heading heading && heading.getLevel() == 2;
    }

    /** What is open is closed; the beginning of what cannot be closed is marked as text. */
    private static String closed(String text) {
        Node last = PARSER.parse(text).getLastChild();
        String mended = text;
        if (last instanceof FencedCodeBlock block) {
            Integer length = block.getOpeningFenceLength();
            mended = text + "\n" + block.getFenceCharacter().repeat(length == null ? 3 : length);
        } else if (last instanceof HtmlBlock && !last.getSourceSpans().isEmpty()) {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            int line = last.getSourceSpans().get(0).getLineIndex();
            lines.set(line, lines.get(line).replaceFirst("<", "\\\\<"));
            mended = String.join("\n", lines);
        }
        return isContained(mended) ? mended : asCode(text);
    }

    private static String asCode(String text) {
        return "    " + text.replace("\n", "\n    ");
    }
}
