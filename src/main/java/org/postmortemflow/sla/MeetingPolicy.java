package org.postmortemflow.sla;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/** Within how many days the meeting is held (R9). */
public interface MeetingPolicy {

    /**
     * @param severity null while unknown
     * @param meetingRule the setting, or what the team has instead: {@code by-severity} or {@code five-business-days}
     */
    Rule ruleFor(@Nullable Severity severity, String meetingRule);

    /** @param amount number of days, at least 1 */
    record Rule(int amount, Unit unit) {}

    /** How days are counted. */
    enum Unit {
        CALENDAR_DAYS("calendar-days", "calendar days"),
        BUSINESS_DAYS("business-days", "business days");

        private final String key;
        private final String label;

        Unit(String key, String label) {
            this.key = key;
            this.label = label;
        }

        /** As the decision table writes it. */
        public String key() {
            return key;
        }

        /** Shown to people. */
        public String label() {
            return label;
        }
    }
}
