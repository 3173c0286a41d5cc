package org.postmortemflow.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the step's form.
 *
 * @param index its place in the form, from 0
 * @param id null for a new one
 * @param seen the version from which the form was filled in
 * @param event empty when the row is to be deleted
 */
record StepRow(int index, @Nullable UUID id, int seen, Instant at, String event, TimelineKind kind, String source) {

    static StepRow deleted(int index, @Nullable UUID id, int seen) {
        return new StepRow(index, id, seen, Instant.EPOCH, "", TimelineKind.ACTION, "");
    }

    boolean isDeletion() {
        return event.isEmpty();
    }

    boolean saysTheSameAs(TimelineItem item) {
        return at.equals(item.at())
                && event.equals(item.event())
                && kind == item.kind()
                && source.equals(item.source());
    }

    /** What the form does not ask stays as it was. */
    TimelineItem onTopOf(TimelineItem item) {
        return new TimelineItem(item.id(), at, event, kind, source, item.hidden(), item.severity(), item.noticed());
    }
}
