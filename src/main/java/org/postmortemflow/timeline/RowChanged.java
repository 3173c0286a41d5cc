package org.postmortemflow.timeline;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Refused;

/** Somebody else changed or deleted the row meanwhile; nothing was saved. */
public final class RowChanged extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient @Nullable TimelineChange last;

    /** @param last what was done to the row meanwhile, when it is known */
    RowChanged(String message, @Nullable TimelineChange last) {
        super(message);
        this.last = last;
    }

    public @Nullable TimelineChange last() {
        return last;
    }
}
