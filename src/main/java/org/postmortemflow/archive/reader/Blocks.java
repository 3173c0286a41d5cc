package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.reader.Block.Kind;

/**
 * Parts lines into blocks. Together the blocks cover every line that is not blank, whatever Markdown makes of it. Text inside
 * of blocks is not parsed: it is kept as it was written, and nothing is nested deeply.
 */
final class Blocks {

    /** Deeper lists and quotes are taken as text. */
    private static final int DEEPEST = 30;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .inlineParserFactory(context -> (lines, node) -> {})
            .build();

    private Blocks() {}

    static List<Block> of(Lines lines) {
        List<Block> blocks = new ArrayList<>();
        int next = lines.first();
        Node document = PARSER.parse(lines.text());
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                continue;
            }
            int first = Math.max(next, lines.first() + spans.get(0).getLineIndex());
            int last = Math.min(
                    lines.last(), lines.first() + spans.get(spans.size() - 1).getLineIndex());
            if (last >= first) {
                addUnseen(lines.between(next, first - 1), blocks);
                blocks.add(block(node, lines.between(first, last)));
                next = last + 1;
            }
        }
        addUnseen(lines.between(next, lines.last()), blocks);
        return blocks;
    }

    /** The items of a list, each with the indentation of the list taken off; the mark stays on the first line. */
    static List<Item> items(Block list) {
        List<Item> items = new ArrayList<>();
        Node node = list.node() == null ? null : list.node().getFirstChild();
        int listFirst = list.firstLine();
        int base = base(list.node());
        List<Integer> starts = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        for (; node != null; node = node.getNext()) {
            if (node instanceof ListItem item && !item.getSourceSpans().isEmpty()) {
                int start = listFirst + item.getSourceSpans().get(0).getLineIndex() - base;
                Integer indent = item.getContentIndent();
                starts.add(start);
                indents.add(indent == null ? 0 : indent);
            }
        }
        for (int i = 0; i < starts.size(); i++) {
            int first = i == 0 ? list.firstLine() : starts.get(i);
            int last =
                    i + 1 < starts.size() ? starts.get(i + 1) - 1 : list.lines().last();
            if (first <= last) {
                items.add(Item.of(list.lines().between(first, last), indents.get(i)));
            }
        }
        return items;
    }

    private static int base(@Nullable Node node) {
        return node == null || node.getSourceSpans().isEmpty()
                ? 0
                : node.getSourceSpans().get(0).getLineIndex();
    }

    private static void addUnseen(Lines lines, List<Block> blocks) {
        List<String> texts = lines.texts();
        int from = 0;
        int to = texts.size();
        while (from < to && texts.get(from).isBlank()) {
            from++;
        }
        while (to > from && texts.get(to - 1).isBlank()) {
            to--;
        }
        if (from < to) {
            Lines kept = lines.between(lines.first() + from, lines.first() + to - 1);
            blocks.add(new Block(Kind.UNSEEN, kept, 0, null));
        }
    }

    private static Block block(Node node, Lines lines) {
        if (node instanceof Heading heading) {
            return new Block(Kind.HEADING, lines, heading.getLevel(), node);
        }
        Kind kind = node instanceof TableBlock
                ? Kind.TABLE
                : node instanceof ListBlock
                        ? Kind.LIST
                        : node instanceof Paragraph
                                ? Kind.PARAGRAPH
                                : node instanceof LinkReferenceDefinition ? Kind.UNSEEN : Kind.VERBATIM;
        return new Block(kind, lines, 0, node);
    }
}
