package org.postmortemflow.archive.reader;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions that links by name refer to, as in {@code [runbook]: https://example.com}. */
final class LinkDefinitions {

    private static final Pattern DEFINITION = Pattern.compile("\\s{0,3}\\[([^\\]\\[]{1,300})]:\\s*\\S.*");

    private LinkDefinitions() {}

    /** Label to line. */
    static Map<String, String> in(Block block) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : block.lines().texts()) {
            Matcher definition = DEFINITION.matcher(Plain.cut(line, 3000));
            if (definition.matches()) {
                found.putIfAbsent(definition.group(1), line);
            }
        }
        return found;
    }
}
