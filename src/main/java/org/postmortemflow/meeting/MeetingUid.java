package org.postmortemflow.meeting;

import java.util.Locale;
import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;

/** The meeting's name in all calendars: depends on the postmortem alone, so that moves, and other settings, leave it as it is. */
public final class MeetingUid {

    private static final String END = "@postmortem-flow";

    private MeetingUid() {}

    public static String of(PostmortemId id) {
        return id + END;
    }

    /** Which postmortem's meeting it names; empty when it is none of ours. */
    public static Optional<PostmortemId> postmortem(String uid) {
        String plain = uid.strip().toLowerCase(Locale.ROOT);
        try {
            return plain.endsWith(END)
                    ? Optional.of(PostmortemId.parse(plain.substring(0, plain.length() - END.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}
