package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When people work: weekdays, public and company holidays, working hours. Those of a postmortem are the owning team's; with no
 * services given they are the organisation's.
 */
public interface BusinessHours {

    /**
     * The earliest start, on a full half hour and not before {@code from}, of a slot of that length within working hours;
     * may lie beyond any deadline: that is for the caller to check.
     *
     * @param services of the incident, as {@link DeadlineInputs#services}
     */
    Instant nextSlot(Instant from, Duration length, List<String> services);

    /** When work ends, or would on a business day, on the last local day that has begun before the instant. */
    Instant closingBefore(Instant instant, List<String> services);

    /** Whether it is working time. */
    boolean isWorkingTime(Instant instant, List<String> services);

    /** The instant itself when it is working time, else when work next begins. */
    Instant nextWorkingTime(Instant instant, List<String> services);
}
