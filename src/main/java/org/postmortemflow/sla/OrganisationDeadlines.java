package org.postmortemflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.MeetingPolicy.Rule;
import org.postmortemflow.sla.MeetingPolicy.Unit;
import org.postmortemflow.sla.WorkCalendars.Used;
import org.postmortemflow.sla.domain.WorkingCalendar;
import org.postmortemflow.sla.domain.WorkingCalendar.Span;
import org.springframework.stereotype.Component;

/** Deadlines in the zone of the team that owns the postmortem, with its holidays and the organisation's settings. */
@Component
class OrganisationDeadlines implements Deadlines, BusinessHours {

    private final WorkCalendars calendars;
    private final DeadlineSettings settings;
    private final MeetingPolicy policy;
    private final RuleVersion version;

    OrganisationDeadlines(
            WorkCalendars calendars, DeadlineSettings settings, MeetingPolicy policy, RuleVersion version) {
        this.calendars = calendars;
        this.settings = settings;
        this.policy = policy;
        this.version = version;
    }

    @Override
    public Map<Step, Deadline> of(DeadlineInputs known) {
        Map<DeadlineKind, Deadline> all = all(known);
        Map<Step, Deadline> deadlines = new EnumMap<>(Step.class);
        all.forEach((kind, deadline) -> {
            if (kind.step() != null) {
                deadlines.put(kind.step(), deadline);
            }
        });
        Deadline content = all.get(DeadlineKind.CONTENT_COMPLETE);
        for (Step step : Step.values()) {
            if (step.isWriting() && content != null) {
                deadlines.put(step, content);
            }
        }
        return deadlines;
    }

    @Override
    public Map<DeadlineKind, Deadline> all(DeadlineInputs known) {
        Map<DeadlineKind, Deadline> deadlines = new EnumMap<>(DeadlineKind.class);
        Used used = calendars.of(known.services());
        Reckoning reckoning = new Reckoning(used, settings);
        deadlines.put(DeadlineKind.SEVERITY_SET, reckoning.afterResolution("R1", settings.setSeverity(), known));
        deadlines.put(DeadlineKind.OWNER_DESIGNATED, reckoning.afterResolution("R2", settings.designateOwner(), known));
        deadlines.put(DeadlineKind.MEETING_HELD, meetingMustStartBefore(known));
        if (known.ownerDesignatedAt() != null) {
            deadlines.put(
                    DeadlineKind.INVITES_OUT,
                    reckoning.businessDays(
                            "R7",
                            settings.scheduleMeetingBusinessDays(),
                            known.ownerDesignatedAt(),
                            "the owner was designated"));
        }
        if (known.meetingStart() != null && known.meetingLength() != null) {
            deadlines.putAll(reckoning.aroundMeeting(known.meetingStart(), known.meetingLength()));
        }
        if (known.meetingHeldAt() != null) {
            deadlines.put(
                    DeadlineKind.MESSAGE_POSTED,
                    reckoning.businessDays(
                            "R8", settings.publishBusinessDays(), known.meetingHeldAt(), "the meeting was held"));
        }
        return deadlines;
    }

    @Override
    public Deadline meetingMustStartBefore(DeadlineInputs known) {
        Used used = calendars.of(known.services());
        WorkingCalendar calendar = used.calendar();
        DeadlineWords words = new DeadlineWords(calendar);
        Rule rule = policy.ruleFor(
                known.severity(), used.meetingRule() == null ? settings.meetingRule() : used.meetingRule());
        boolean wanted = settings.meetingCountsFromStart();
        boolean fromStart = wanted && known.startedAt() != null;
        Instant from = fromStart ? known.startedAt() : known.resolvedAt();
        Span span = rule.unit() == Unit.CALENDAR_DAYS
                ? calendar.calendarDays(from, rule.amount())
                : calendar.businessDays(from, rule.amount());
        String who = known.severity() == null
                ? "Severity not known yet"
                : known.severity().label();
        String counts = fromStart
                ? ", when the incident started"
                : wanted ? ", the resolution, as the incident's start is not known" : "";
        String days = "%d %s".formatted(rule.amount(), rule.unit().label());
        String because = "%s, %s after %s%s%s (%s)"
                .formatted(who, days, DeadlineWords.date(span.day0()), counts, words.counted(span), calendar.zone());
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(
                "severity",
                known.severity() == null ? "not known" : known.severity().label());
        inputs.put(fromStart ? "the incident's start" : "resolution", words.moment(from));
        inputs.put("holidays", used.holidays());
        return new Deadline(calendar.endOf(span), because, "R9: " + days, inputs);
    }

    @Override
    public Deadline followUpDone(Instant openedAt, Instant due, @Nullable Severity severity) {
        DeadlineWords words = new DeadlineWords(calendars.of(List.of()).calendar());
        String who = severity == null ? "Severity not known yet" : severity.label();
        long days = Duration.between(openedAt, due).toDays();
        String because =
                "%s, within %d days of the day it was opened (%s)".formatted(who, days, words.moment(openedAt));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("severity", who);
        inputs.put("opened", words.moment(openedAt));
        return new Deadline(due, because, "R22: %d days".formatted(days), inputs);
    }

    @Override
    public Instant reviewIsAskedAt(Instant meetingStart) {
        return meetingStart.minus(settings.contentBeforeMeeting());
    }

    @Override
    public String version() {
        return version.known();
    }

    @Override
    public String renewedVersion() {
        return version.now();
    }

    @Override
    public Instant nextSlot(Instant from, Duration length, List<String> services) {
        return calendars.of(services).calendar().nextSlot(from, length);
    }

    @Override
    public Instant closingBefore(Instant instant, List<String> services) {
        return calendars.of(services).calendar().closingBefore(instant);
    }

    @Override
    public boolean isWorkingTime(Instant instant, List<String> services) {
        return calendars.of(services).calendar().isWorkingTime(instant);
    }

    @Override
    public Instant nextWorkingTime(Instant instant, List<String> services) {
        return calendars.of(services).calendar().nextWorkingTime(instant);
    }
}
