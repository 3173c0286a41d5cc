package org.postmortemflow.followup;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/**
 * What is done so that it does not happen again, or is seen and mended sooner.
 *
 * @param kind what it improves (R21)
 * @param teamId null only for one of an old document that names no team we know
 * @param priority P0 or P1 (R21)
 * @param discuss whether the meeting talks about it first
 * @param factor the contributing factors that it answers, in a few words with commas between; may be empty
 * @param due until when it is to be done, exclusive (R22): 15 days after it was opened for Sev-1, else 30; UTC
 * @param labels {@code sev1} and {@code sev1_YYYYMMDD} (R22); empty while the severity is unknown
 * @param decision the meeting's word (R14); null before
 * @param takenFrom the declined one of another postmortem that this one takes up again
 * @param ticket null while the tracker has none for it
 * @param version of what people wrote; counted from 0
 */
public record FollowUp(
        UUID id,
        PostmortemId postmortem,
        String title,
        Kind kind,
        @Nullable String teamId,
        String priority,
        @Nullable PersonId assignee,
        boolean discuss,
        String context,
        String factor,
        Instant openedAt,
        PersonId openedBy,
        Instant due,
        List<String> labels,
        @Nullable Decision decision,
        @Nullable String decisionReason,
        @Nullable UUID takenFrom,
        @Nullable TicketReference ticket,
        Progress progress,
        int version) {

    /** Whether it was to be done by now and is not. */
    public boolean isOverdue(Instant now) {
        return progress.state().isOpen() && !now.isBefore(due);
    }

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

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
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

    /** How far it is. */
    public enum State {
        OPEN("open", "Open"),
        IN_PROGRESS("in-progress", "In progress"),
        DONE("done", "Done"),
        DECLINED("declined", "Declined");

        private final String key;
        private final String label;

        State(String key, String label) {
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

        /** Whether something is still to be done. */
        public boolean isOpen() {
            return this == OPEN || this == IN_PROGRESS;
        }

        public static Optional<State> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(state -> state.key.equals(key))
                    .findFirst();
        }
    }
}
