package org.postmortemflow.archive;

import java.util.EnumMap;
import java.util.Map;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.Refused;

/** Fits texts into sections: what is too long for one goes on in Other notes, then among the evidence. */
final class Fitting {

    private Fitting() {}

    /**
     * @param more goes to Other notes
     * @throws Refused when there is more text than all of that holds
     */
    static Map<SectionName, String> fit(Map<SectionName, String> sections, String more) {
        Map<SectionName, String> fitted = new EnumMap<>(SectionName.class);
        StringBuilder rest = new StringBuilder();
        sections.forEach((name, text) -> {
            String[] halves = halves(clean(text));
            fitted.put(name, halves[0]);
            if (!halves[1].isEmpty()) {
                rest.append("\n\n### ")
                        .append(name.label())
                        .append(" (the rest)\n\n")
                        .append(halves[1]);
            }
        });
        if (!more.isEmpty()) {
            rest.append("\n\n").append(clean(more));
        }
        for (SectionName name : new SectionName[] {SectionName.OTHER, SectionName.EVIDENCE}) {
            String[] halves = halves((fitted.getOrDefault(name, "") + rest).strip());
            rest.setLength(0);
            rest.append(halves[1]);
            if (!halves[0].isEmpty()) {
                fitted.put(name, halves[0]);
            }
        }
        if (!rest.isEmpty()) {
            throw new Refused(
                    "file",
                    "There is more text in it than a postmortem holds: %,d characters in each section. Please shorten it, for example long logs."
                            .formatted(Documents.MAX_TEXT));
        }
        return fitted;
    }

    /** What fits, cut at the end of a line where possible, and the rest. */
    private static String[] halves(String text) {
        if (text.length() <= Documents.MAX_TEXT) {
            return new String[] {text, ""};
        }
        int line = text.lastIndexOf('\n', Documents.MAX_TEXT - 1);
        int end = line > Documents.MAX_TEXT / 2 ? line : Documents.MAX_TEXT;
        int cut = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return new String[] {text.substring(0, cut), text.substring(cut).replaceFirst("^\\n", "")};
    }

    /** Control characters that no database and no page takes. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    }
}
