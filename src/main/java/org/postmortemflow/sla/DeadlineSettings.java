package org.postmortemflow.sla;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.postmortemflow.people.WorkRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.deadlines.*}; durations in ISO 8601 or like {@code 2h}.
 *
 * @param meetingRule {@code by-severity} (R9) or {@code five-business-days} for all; an input of the decision table
 * @param meetingCountsFrom where the days of R9 count from: {@code resolution}, or {@code incident-start}; nothing else does
 * @param setSeverity after the resolution
 * @param designateOwner after the resolution
 * @param scheduleMeetingBusinessDays after the owner was designated
 * @param contentBeforeMeeting how long before the meeting the content is due and the review is asked for (R26)
 * @param recordAfterMeeting after the meeting's end
 * @param publishBusinessDays after the meeting was held
 */
@ConfigurationProperties("postmortem.deadlines")
public record DeadlineSettings(
        @DefaultValue("by-severity") String meetingRule,
        @DefaultValue("resolution") String meetingCountsFrom,
        @DefaultValue("PT1H") Duration setSeverity,
        @DefaultValue("PT2H") Duration designateOwner,
        @DefaultValue("1") int scheduleMeetingBusinessDays,
        @DefaultValue("PT24H") Duration contentBeforeMeeting,
        @DefaultValue("PT4H") Duration recordAfterMeeting,
        @DefaultValue("1") int publishBusinessDays) {

    private static final String START = "incident-start";
    private static final Set<String> STARTS = Set.of("resolution", START);

    /** @throws IllegalArgumentException for an unknown rule or a time that is not positive: the start fails with it */
    public DeadlineSettings {
        if (!WorkRules.MEETING_RULES.contains(meetingRule)) {
            throw new IllegalArgumentException(
                    "postmortem.deadlines.meeting-rule is by-severity or five-business-days, not " + meetingRule);
        }
        if (!STARTS.contains(meetingCountsFrom)) {
            throw new IllegalArgumentException(
                    "postmortem.deadlines.meeting-counts-from is resolution or incident-start, not "
                            + meetingCountsFrom);
        }
        boolean positive = Stream.of(setSeverity, designateOwner, contentBeforeMeeting, recordAfterMeeting)
                .noneMatch(duration -> duration.isNegative() || duration.isZero());
        if (!positive || scheduleMeetingBusinessDays < 1 || publishBusinessDays < 1) {
            throw new IllegalArgumentException("Every time of postmortem.deadlines is above zero");
        }
    }

    boolean meetingCountsFromStart() {
        return meetingCountsFrom.equals(START);
    }
}
