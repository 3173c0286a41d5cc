package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postmortemflow.archive.reader.Block.Kind;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;

/** Reads action items from lists, tables, and paragraphs that stand alone under a heading. */
final class FollowUpReader {

    private static final int LONGEST_TITLE = 200;
    private static final Pattern OWNER_BEHIND =
            Pattern.compile("(?i)[\\s.,;–—(\\[-]+(?:owner|assignee|assigned to|dri|team)\\s?:\\s?[^:]{1,80}$");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]{3,200})\\*\\*\\s*[:.–—-]?(?:\\s|$)");
    private static final Pattern BOX = Pattern.compile("^\\[([ xX])](?:\\s+|$)");
    private static final Pattern SENTENCE = Pattern.compile("(.{10,200}?[.!?])\\s+\\p{Lu}.*");

    /** A heading that action items stand below; one without any is text. */
    private static final class Under {
        private final int level;
        private final String text;
        private boolean used;

        Under(int level, String text) {
            this.level = level;
            this.text = text;
        }
    }

    private final Notes notes;
    private final Consumer<Block> leftOver;
    private final List<Action> actions = new ArrayList<>();
    private final List<Under> under = new ArrayList<>();

    FollowUpReader(Notes notes, Consumer<Block> leftOver) {
        this.notes = notes;
        this.leftOver = leftOver;
    }

    List<Action> actions() {
        return actions;
    }

    /** The heading that says that action items follow; what it says besides goes with each of them. */
    void begin(int level, String heading, boolean keep) {
        leave(0);
        if (keep) {
            under.add(new Under(level, heading));
        }
    }

    /** A heading among the action items. */
    void heading(Block block) {
        leave(block.level());
        under.add(new Under(block.level(), block.heading()));
    }

    /** The action items are over, or those under headings of this level and below. */
    void leave(int level) {
        for (Under one : List.copyOf(under)) {
            if (one.level >= level) {
                under.remove(one);
                if (!one.used) {
                    keepHeading(one.text);
                }
            }
        }
    }

    private void keepHeading(String text) {
        leftOver.accept(new Block(Kind.PARAGRAPH, new Lines(0, List.of("#### " + text)), 0, null));
    }

    /** Blocks that stand together under one heading. */
    void read(List<Block> blocks) {
        boolean rows = blocks.stream().anyMatch(block -> block.kind() == Kind.LIST || block.kind() == Kind.TABLE);
        for (Block block : blocks) {
            switch (block.kind()) {
                case LIST -> list(block, 0);
                case TABLE -> table(block);
                case PARAGRAPH -> {
                    if (!rows && !under.isEmpty() && block.text().length() < 2000) {
                        add(block.firstLine(), block.text().strip());
                    } else {
                        leaveOver(block);
                    }
                }
                default -> attach(block);
            }
        }
    }

    private void leaveOver(Block block) {
        if (!under.isEmpty()) {
            keepHeading(under());
        }
        leftOver.accept(block);
    }

    /** Code and pictures go with the item above. */
    private void attach(Block block) {
        int last = actions.size() - 1;
        if (block.kind() == Kind.UNSEEN
                || last < 0
                || !actions.get(last).under().equals(under())) {
            leaveOver(block);
        } else {
            Action one = actions.get(last);
            actions.set(
                    last,
                    new Action(
                            one.line(),
                            one.title(),
                            one.text() + "\n\n" + block.text(),
                            one.under(),
                            one.owner(),
                            one.type(),
                            one.priority(),
                            one.done()));
        }
    }

    private void list(Block block, int depth) {
        for (Item item : Blocks.items(block)) {
            List<String> lines = item.content().texts();
            Lines rest = item.content()
                    .between(item.content().first() + 1, item.content().last());
            boolean group = depth == 0
                    && lines.get(0).strip().matches("(?:\\*\\*|__)?[^.*_]{2,80}:?(?:\\*\\*|__)?:?")
                    && isGroup(lines.get(0))
                    && hasList(rest);
            if (group) {
                Under mark = new Under(7, lines.get(0).strip());
                under.add(mark);
                for (Block inner : Blocks.of(rest)) {
                    if (inner.kind() == Kind.LIST) {
                        list(inner, depth + 1);
                    } else {
                        attach(inner);
                    }
                }
                under.remove(mark);
            } else if (!item.text().isEmpty()) {
                add(item.content().first(), item.text());
            }
        }
    }

    private static boolean isGroup(String line) {
        return line.strip().endsWith(":")
                || Plain.heading(line)
                        .matches(
                                "(?:prevent|detect|mitigat|process|respon|monitor|short|long|immediate|team|technical|other).{0,40}");
    }

    private static boolean hasList(Lines lines) {
        return Blocks.of(lines).stream().anyMatch(block -> block.kind() == Kind.LIST);
    }

    private void table(Block block) {
        Tables table = Tables.of(block);
        notes.understood(
                block.firstLine(), block.firstLine(), block.lines().texts().get(0), "the columns of the follow-ups");
        List<String> names = table.header().stream().map(Plain::heading).toList();
        int what = column(
                names,
                "action.*|item|items|what|description|task|title|follow.?up.*|summary|issue|improvement.*|todo|work|recommendation");
        int owner = column(names, "owner.*|assignee|assigned.*|who|dri|responsible.*|team|owning team|person|lead");
        int type = column(names, "type|kind|category|class");
        int priority = column(names, "priority|prio|p|severity|importance");
        int state = column(names, "status|state|done|completed");
        for (Tables.Row row : table.rows()) {
            int title = what < 0 ? 0 : what;
            String text = names.size() == 1
                    ? row.cell(0)
                    : java.util.stream.IntStream.range(0, row.cells().size())
                            .filter(i -> !row.cell(i).isBlank())
                            .mapToObj(i -> i == title || i >= table.header().size()
                                    ? row.cell(i)
                                    : named(table.header().get(i), row.cell(i)))
                            .collect(Collectors.joining("\n"));
            if (!text.isBlank()) {
                String head = row.cell(title).isBlank() ? text : row.cell(title);
                actions.add(new Action(
                        row.line(),
                        title(head),
                        text,
                        under(),
                        Plain.inline(row.cell(owner)),
                        Plain.inline(row.cell(type)),
                        Plain.inline(row.cell(priority)),
                        isTicked(text) || isDone(row.cell(state))));
            }
        }
    }

    private static String named(String column, String cell) {
        return column.isBlank() ? cell : Plain.inline(column) + ": " + cell;
    }

    private static int column(List<String> names, String pattern) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).matches(pattern)) {
                return i;
            }
        }
        return -1;
    }

    private void add(int line, String text) {
        Matcher owner = Pattern.compile(
                        "(?i)(?:^|[\\s(\\[])(?:owner|assignee|assigned to|dri|team)\\s?:\\s?\\**\\s?([^\\n,;)\\]|]{1,80})")
                .matcher(text);
        Matcher priority = Pattern.compile("\\b(P[0-4])\\b").matcher(text);
        String told = owner.find() ? Plain.inline(owner.group(1)) : "";
        String title = title(text);
        String bare = OWNER_BEHIND.matcher(title).replaceFirst("");
        actions.add(new Action(
                line,
                bare.isBlank() ? title : bare,
                text,
                under(),
                told,
                "",
                priority.find() ? priority.group(1) : "",
                isTicked(text)));
    }

    private String under() {
        under.forEach(one -> one.used = true);
        return under.stream().map(one -> one.text).collect(Collectors.joining(" / "));
    }

    /** What to do, in one line: what is in bold at the beginning, or the first sentence. */
    static String title(String text) {
        String said = BOX.matcher(text.strip()).replaceFirst("");
        Matcher bold = BOLD.matcher(said);
        String first = bold.lookingAt()
                ? bold.group(1)
                : Arrays.stream(said.split("\n"))
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("");
        String plain = Plain.inline(Plain.cut(first, 2000))
                .replaceFirst("^https?://\\S{1,300}\\s+[-–—:]\\s+(?=\\S)", "")
                .replaceFirst("(?:[,;]?\\s*~\"[^\"]{1,60}\")+$", "")
                .replaceFirst("\\s*[:–—-]$", "");
        if (plain.length() > LONGEST_TITLE) {
            Matcher sentence = SENTENCE.matcher(plain);
            plain = sentence.matches()
                    ? sentence.group(1)
                    : plain.substring(0, LONGEST_TITLE - 2).replaceFirst("\\s\\S{0,40}$", "") + " …";
        }
        return plain.isBlank() ? "Follow-up" : plain;
    }

    private static boolean isTicked(String text) {
        Matcher box = BOX.matcher(text.strip());
        return box.lookingAt() && !box.group(1).isBlank();
    }

    /** What a cell says of an item that nothing more is to be done for. */
    static boolean isDone(String cell) {
        return isTicked(cell + " ")
                || Plain.inline(cell)
                        .strip()
                        .matches("(?i)(?:done|completed?|closed|fixed|resolved|yes|x|✓|✔|✅|☑)\\.?");
    }

    /** Whether two texts say the same but for marks. */
    static boolean sameWords(String one, String other) {
        return one.replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT)
                .equals(other.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT));
    }
}
