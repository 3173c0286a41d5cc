package org.postmortemflow.followup.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.people.Organisation;
import org.springframework.stereotype.Component;

/** Days of follow-ups in the organisation's zone, for people to read. */
@Component("followUpDays")
class FollowUpDays {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    private final Organisation organisation;
    private final Clock clock;

    FollowUpDays(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The last day on which it is done in time. */
    public LocalDate lastDay(FollowUp followUp) {
        return local(followUp.due()).minusDays(1);
    }

    /** The same in words. */
    public String due(FollowUp followUp) {
        return SHOWN.format(lastDay(followUp));
    }

    public String day(Instant instant) {
        return SHOWN.format(local(instant));
    }

    /** For example {@code 12 days}, counted from the day it was opened. */
    public String age(FollowUp followUp) {
        return days(ageInDays(followUp));
    }

    public long ageInDays(FollowUp followUp) {
        return ChronoUnit.DAYS.between(local(followUp.openedAt()), local(clock.instant()));
    }

    public boolean overdue(FollowUp followUp) {
        return followUp.isOverdue(clock.instant());
    }

    /** How far from the last day, for example {@code in 3 days}, {@code today}, {@code 2 days overdue}. */
    public String distance(FollowUp followUp) {
        long left = ChronoUnit.DAYS.between(local(clock.instant()), lastDay(followUp));
        if (left == 0) {
            return "today";
        }
        return left > 0 ? "in " + days(left) : days(-left) + " overdue";
    }

    private LocalDate local(Instant instant) {
        return instant.atZone(organisation.zone()).toLocalDate();
    }

    private static String days(long number) {
        return number == 1 ? "1 day" : number + " days";
    }
}
