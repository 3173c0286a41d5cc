package org.postmortemflow.sla.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days on which nobody works besides weekends. */
@FunctionalInterface
public interface Holidays {

    /** The holiday's name; null when the local date is none. */
    @Nullable
    String nameOf(LocalDate day);
}
