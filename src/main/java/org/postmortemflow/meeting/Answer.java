package org.postmortemflow.meeting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an attendee says to an invite; the values of PARTSTAT that an event knows, without NEEDS-ACTION (RFC 5545 §3.2.12). */
public enum Answer {
    ACCEPTED("Accepted", "comes"),
    TENTATIVE("Perhaps", "perhaps comes"),
    DECLINED("Declined", "does not come"),
    DELEGATED("Sends somebody else", "sends somebody else");

    private final String label;
    private final String words;

    Answer(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** Used in tables and REST: {@code accepted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** What follows a name: {@code does not come}. */
    public String words() {
        return words;
    }

    /** By its key or its PARTSTAT; case does not matter. */
    public static Optional<Answer> of(String text) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
