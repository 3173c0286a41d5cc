package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said about the reading: how something was understood, and what somebody should look at. */
final class Notes {

    private static final int MOST = 300;

    private final List<ReadPostmortem.Understood> understood = new ArrayList<>();
    private final Map<String, ReadPostmortem.Warning> warnings = new LinkedHashMap<>();

    /** {@code 1 row}, {@code 2 rows}. */
    static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** @param as what it became */
    void understood(int first, int last, String text, String as) {
        understood.add(new ReadPostmortem.Understood(first, last, Plain.cut(text.strip(), 300), as));
    }

    /** The same warning about several lines is given once, with the first line. */
    void warn(int line, String message) {
        if (warnings.size() < MOST) {
            warnings.putIfAbsent(message, new ReadPostmortem.Warning(line, message));
        }
    }

    List<ReadPostmortem.Understood> understood() {
        return understood.stream()
                .sorted(java.util.Comparator.comparingInt(ReadPostmortem.Understood::firstLine))
                .toList();
    }

    List<ReadPostmortem.Warning> warnings() {
        return warnings.values().stream()
                .sorted(java.util.Comparator.comparingInt(ReadPostmortem.Warning::line))
                .toList();
    }
}
