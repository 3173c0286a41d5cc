package org.postmortemflow.integration.slack;

import org.postmortemflow.shared.Refused;

/** What is said of an export that cannot be read: which file in it, and why, in words a person can act on. */
final class Broken {

    private static final int LONGEST_NAME = 120;

    private Broken() {}

    /** Something about the export as a whole. */
    static Refused export(String why) {
        return new Refused("file", why + " Nothing was kept.");
    }

    /** @param why completes the sentence that the name begins */
    static Refused file(String name, String why) {
        return export(shown(name) + " " + why);
    }

    /** A name from the export, as it may stand in a sentence. */
    static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
        return plain.length() <= LONGEST_NAME ? plain : "…" + plain.substring(plain.length() - LONGEST_NAME);
    }
}
