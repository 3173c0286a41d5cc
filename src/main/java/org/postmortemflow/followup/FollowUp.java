package org.postmortemflow.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * What is done so that it does not happen again, or is seen and mended sooner.
 *
 * @param kind what it improves (R21)
 * @param teamId null only for one of an old document that names no team we know
 * @param priority P0 or P1 (R21)
 * @param discuss whether the meeting talks about it first
 * @param due until when it is to be done, exclusive (R22): 15 days after it was opened for Sev-1, else 30; UTC
 * @param labels {@code sev1} and {@code sev1_YYYYMMDD} (R22); empty while the severity is unknown
 * @param decision the meeting's word (R14); null before
 */
public record FollowUp(
        UUID id,
        String title,
        Kind kind,
        @Nullable String teamId,
        String priority,
        @Nullable PersonId assignee,
        boolean discuss,
        String context,
        Instant due,
        List<String> labels,
        @Nullable Decision decision,
        @Nullable String decisionReason) {

    /** What a follow-up improves. */
    public enum Kind {
        PREVENTION("prevention", "Prevention"),
        DETECTION("detection", "Detection"),
        MITIGATION("mitigation", "Mitigation"),
        PROCESS("process", "Response process");

        private final String key;
        private final String label;

        Kind(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        /** Shown to people. */
        public String label() {
            return label;
        }
    }

    /** What the meeting said of it. */
    public enum Decision {
        AGREED("agreed", "Agreed"),
        CHANGED("changed", "Changed"),
        DECLINED("declined", "Declined");

        private final String key;
        private final String label;

        Decision(String key, String label) {
            this.key = key;
            this.label = label;
        }

        public String key() {
            return key;
        }

        /** Shown to people. */
        public String label() {
            return label;
        }
    }
}
