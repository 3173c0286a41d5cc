package org.postmortemflow.archive;

import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;

/** The same file was imported before. */
final class KnownContent extends Refused {

    private final PostmortemId first;

    KnownContent(PostmortemId first) {
        super("This file was imported before, as /postmortems/%s.".formatted(first));
        this.first = first;
    }

    PostmortemId first() {
        return first;
    }
}
