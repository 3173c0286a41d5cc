package org.postmortemflow.lifecycle;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Problems;

/** Why a person decided as they did; kept with the decision, so that others can follow it. */
public final class Reason {

    static final String FIELD = "reason";

    private static final int LONGEST = 1000;

    private Reason() {}

    /** @return the reason, trimmed. @throws Refused when there is none or it is too long to keep */
    public static String of(@Nullable String typed) {
        String reason = typed == null ? "" : typed.strip();
        new Problems()
                .when(reason.isEmpty(), FIELD, "Please give the reason, so that others can follow the decision.")
                .when(reason.length() > LONGEST, FIELD, "Please keep the reason below 1,000 characters.")
                .refuseIfAny();
        return reason;
    }
}
