package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.archive.reader.ReadPostmortem.Understood;

/** Looks for every line of a document in what was read from it, word by word. */
final class Kept {

    private Kept() {}

    /** Lines of which a word is nowhere: neither in a section, a row, a follow-up or the title, nor quoted as understood. */
    static List<String> lost(String markdown, ReadPostmortem read) {
        StringBuilder all = new StringBuilder(" ").append(read.title());
        read.sections().values().forEach(text -> all.append(' ').append(text));
        for (Row row : read.timeline()) {
            all.append(' ')
                    .append(row.told())
                    .append(' ')
                    .append(row.event())
                    .append(' ')
                    .append(row.source());
        }
        for (Action action : read.followUps()) {
            all.append(' ').append(action.under()).append(' ').append(action.text());
        }
        for (Understood one : read.understood()) {
            all.append(' ').append(one.text());
        }
        String kept = words(all.toString());
        List<String> lost = new ArrayList<>();
        for (String line : markdown.split("\\R")) {
            if (!isKept(
                    words(line.replaceFirst("^[\\s>]*(?:\\d{1,9}[.)]\\s)?", "")).strip(), kept)) {
                lost.add(line);
            }
        }
        return lost;
    }

    /** A line may be parted, into a time and an event or into cells, but not into more than a few pieces. */
    private static boolean isKept(String line, String kept) {
        String rest = line;
        for (int pieces = 0; !rest.isEmpty() && pieces < 12; pieces++) {
            int end = rest.length();
            while (end > 0 && !kept.contains(" " + rest.substring(0, end) + " ")) {
                end = rest.lastIndexOf(' ', end - 1);
            }
            if (end <= 0) {
                return false;
            }
            rest = rest.substring(end).strip();
        }
        return rest.isEmpty();
    }

    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
