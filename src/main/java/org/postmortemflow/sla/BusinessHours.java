package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;

/** When people of the organisation work: its weekdays, public holidays and working hours, in its zone. */
public interface BusinessHours {

    /**
     * The earliest start, on a full half hour and not before {@code from}, of a slot of that length within working hours;
     * may lie beyond any deadline: that is for the caller to check.
     */
    Instant nextSlot(Instant from, Duration length);
}
