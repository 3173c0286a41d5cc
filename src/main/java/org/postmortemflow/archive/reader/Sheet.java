package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postmortemflow.document.SectionName;

/** The sections while they are filled. Text goes in as it was written, a blank line between blocks. */
final class Sheet {

    private final Map<SectionName, StringBuilder> texts = new EnumMap<>(SectionName.class);
    private final Map<SectionName, String> headings = new EnumMap<>(SectionName.class);
    private final Map<String, String> definitions = new java.util.LinkedHashMap<>();

    /** Adds a block. */
    void add(SectionName section, String text) {
        String kept = text.replaceAll("^(?:[ \\t]*\\n)+", "").stripTrailing();
        if (kept.isBlank()) {
            return;
        }
        StringBuilder all = texts.computeIfAbsent(section, name -> new StringBuilder());
        if (!all.isEmpty()) {
            all.append("\n\n");
        }
        all.append(kept);
    }

    /** Adds a heading, unless it is the one that the section was last given. */
    void heading(SectionName section, String text) {
        if (!text.equals(headings.put(section, text))) {
            add(section, text);
        }
    }

    boolean has(SectionName section) {
        return texts.containsKey(section);
    }

    /** A definition that links by name refer to; it goes with every section that uses it. */
    void define(String label, String line) {
        definitions.putIfAbsent(label, line);
    }

    /** The text of a section so far. */
    String text(SectionName section) {
        StringBuilder text = texts.get(section);
        return text == null ? "" : text.toString();
    }

    Map<SectionName, String> sections() {
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        texts.forEach((name, text) -> sections.put(name, withDefinitions(text.toString())));
        return sections;
    }

    private String withDefinitions(String text) {
        if (definitions.isEmpty() || text.indexOf('[') < 0) {
            return text;
        }
        List<String> used = new ArrayList<>();
        definitions.forEach((label, line) -> {
            boolean names = Pattern.compile("\\[" + Pattern.quote(label) + "](?!:)", Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .find();
            if (names && !text.contains(line.strip())) {
                used.add(line.strip());
            }
        });
        return used.isEmpty() ? text : text + "\n\n" + String.join("\n", used);
    }
}
