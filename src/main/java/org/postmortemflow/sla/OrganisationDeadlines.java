package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.MeetingPolicy.Rule;
import org.postmortemflow.sla.MeetingPolicy.Unit;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.postmortemflow.sla.domain.WorkingCalendar.Span;
import org.springframework.stereotype.Component;

/** Deadlines in the organisation's zone, with its holidays and its settings. */
@Component
class OrganisationDeadlines implements Deadlines, BusinessHours {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private final WorkingCalendar calendar;
    private final DeadlineSettings settings;
    private final MeetingPolicy policy;

    OrganisationDeadlines(Organisation organisation, DeadlineSettings settings, MeetingPolicy policy) {
        this.calendar = new WorkingCalendar(
                organisation.zone(),
                new PublicHolidays(organisation.country(), organisation.region()),
                organisation.workdayStart(),
                organisation.workdayEnd());
        this.settings = settings;
        this.policy = policy;
    }

    @Override
    public Map<Step, Deadline> of(DeadlineInputs known) {
        Map<Step, Deadline> deadlines = new EnumMap<>(Step.class);
        deadlines.put(Step.SET_SEVERITY, after(settings.setSeverity(), known.clockStart(), "the resolution"));
        deadlines.put(Step.DESIGNATE_OWNER, after(settings.designateOwner(), known.clockStart(), "the resolution"));
        if (known.ownerDesignatedAt() != null) {
            int days = settings.scheduleMeetingBusinessDays();
            deadlines.put(
                    Step.SCHEDULE_MEETING, businessDays(days, known.ownerDesignatedAt(), "the owner was designated"));
        }
        if (known.meetingStart() != null && known.meetingLength() != null) {
            meetingDeadlines(known.meetingStart(), known.meetingLength(), deadlines);
        }
        if (known.meetingHeldAt() != null) {
            int days = settings.publishBusinessDays();
            deadlines.put(
                    Step.PUBLISH_EXTERNAL_MESSAGE, businessDays(days, known.meetingHeldAt(), "the meeting was held"));
        }
        return deadlines;
    }

    private void meetingDeadlines(Instant start, Duration length, Map<Step, Deadline> deadlines) {
        Deadline content = new Deadline(
                reviewIsAskedAt(start),
                "%s before the meeting starts (%s)".formatted(words(settings.contentBeforeMeeting()), moment(start)));
        for (Step step : Step.values()) {
            if (step.isWriting()) {
                deadlines.put(step, content);
            }
        }
        deadlines.put(Step.REVIEW_POSTMORTEM, new Deadline(start, "The meeting starts (%s)".formatted(moment(start))));
        deadlines.put(Step.HOLD_MEETING, after(settings.recordAfterMeeting(), start.plus(length), "the meeting's end"));
    }

    @Override
    public Deadline meetingMustStartBefore(@Nullable Severity severity, Instant clockStart) {
        Rule rule = policy.ruleFor(severity);
        Span span = rule.unit() == Unit.CALENDAR_DAYS
                ? calendar.calendarDays(clockStart, rule.amount())
                : calendar.businessDays(clockStart, rule.amount());
        String who = severity == null ? "Severity not known yet" : severity.label();
        String because = "%s: %d %s after %s%s (%s)"
                .formatted(
                        who,
                        rule.amount(),
                        rule.unit().label(),
                        DAY.format(span.day0()),
                        notCounted(span),
                        calendar.zone());
        return new Deadline(calendar.endOf(span), because);
    }

    @Override
    public Instant reviewIsAskedAt(Instant meetingStart) {
        return meetingStart.minus(settings.contentBeforeMeeting());
    }

    @Override
    public Instant nextSlot(Instant from, Duration length) {
        return calendar.nextSlot(from, length);
    }

    private Deadline after(Duration duration, Instant start, String what) {
        return new Deadline(start.plus(duration), "%s after %s (%s)".formatted(words(duration), what, moment(start)));
    }

    private Deadline businessDays(int days, Instant start, String what) {
        Span span = calendar.businessDays(start, days);
        String because = "%d business day%s after %s (%s)%s"
                .formatted(days, days == 1 ? "" : "s", what, moment(start), notCounted(span));
        return new Deadline(calendar.endOf(span), because);
    }

    private static String notCounted(Span span) {
        if (span.notCounted().isEmpty()) {
            return "";
        }
        return span.notCounted().stream()
                .map(OrganisationDeadlines::day)
                .collect(Collectors.joining(", "))
                .transform("; %s not counted"::formatted);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).format(day);
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(calendar.zone())) + " " + calendar.zone();
    }

    private static String words(Duration duration) {
        return duration.toMinutesPart() == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
