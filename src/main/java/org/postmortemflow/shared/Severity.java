package org.postmortemflow.shared;

import java.util.Arrays;
import java.util.Optional;

/** How bad the incident was; Sev-1 is the worst. Sev-1 and Sev-2 are major (R1). */
public enum Severity {
    SEV_1("sev-1", "Sev-1"),
    SEV_2("sev-2", "Sev-2"),
    SEV_3("sev-3", "Sev-3"),
    SEV_4("sev-4", "Sev-4"),
    SEV_5("sev-5", "Sev-5");

    private final String key;
    private final String label;

    Severity(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The form used in variables, REST and settings, for example {@code sev-1}. */
    public String key() {
        return key;
    }

    /** The form shown to people, for example {@code Sev-1}. */
    public String label() {
        return label;
    }

    /** Whether every such incident gets a postmortem (R1). */
    public boolean isMajor() {
        return this == SEV_1 || this == SEV_2;
    }

    /** Accepts {@code sev-1}, {@code Sev-1}, {@code SEV_1} and {@code sev1}; empty for anything else. */
    public static Optional<Severity> parse(String text) {
        String plain =
                text == null ? "" : text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return Arrays.stream(values())
                .filter(severity -> severity.key.replace("-", "").equals(plain))
                .findFirst();
    }
}
