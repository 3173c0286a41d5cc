package org.postmortemflow.document.web;

import java.util.List;

/** Who else writes here, in words. */
final class BeingEdited {

    private BeingEdited() {}

    /** For example {@code Ada and Ben are editing this.}; empty for nobody. */
    static String words(List<String> names) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.get(0) + " is editing this.";
            default ->
                String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1)
                        + " are editing this.";
        };
    }
}
