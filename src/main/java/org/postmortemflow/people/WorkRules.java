package org.postmortemflow.people;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides how deadlines are counted for a team (R9).
 *
 * @param country ISO 3166-1 alpha-2, lower case
 * @param region within the country; null for national holidays only
 * @param meetingRule within how many days the meeting is held, as the setting names it; null for what the setting says
 */
public record WorkRules(
        ZoneId zone,
        String country,
        @Nullable String region,
        Set<DayOfWeek> weekend,
        @Nullable String meetingRule) {

    /** What {@code meetingRule} may be: R9 by severity, or five business days for all. */
    public static final Set<String> MEETING_RULES = Set.of("by-severity", "five-business-days");
}
