package org.postmortemflow.sla;

import static org.postmortemflow.sla.DeadlineKind.CONTENT_COMPLETE;
import static org.postmortemflow.sla.DeadlineKind.FOLLOW_UPS_OPENED;
import static org.postmortemflow.sla.DeadlineKind.MEETING_RECORDED;
import static org.postmortemflow.sla.DeadlineKind.REVIEW_ASKED;
import static org.postmortemflow.sla.DeadlineKind.REVIEW_DONE;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postmortemflow.sla.WorkCalendars.Used;
import org.postmortemflow.sla.domain.WorkingCalendar.Span;

/** Computes and explains the deadlines of one postmortem, with the calendar that counts for it. */
record Reckoning(Used used, DeadlineSettings settings) {

    Deadline afterResolution(String source, Duration duration, DeadlineInputs known) {
        Instant from = known.resolvedAt();
        return after(source, duration, from, "the resolution", Map.of("resolution", words().moment(from)));
    }

    Deadline businessDays(String source, int days, Instant from, String what) {
        Span counted = used.calendar().businessDays(from, days);
        String many = DeadlineWords.businessDays(days);
        String because = "%s after %s (%s)%s".formatted(many, what, words().moment(from), words().counted(counted));
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put(what, words().moment(from));
        inputs.put("holidays", used.holidays());
        return new Deadline(used.calendar().endOf(counted), because, source + ": " + many, inputs);
    }

    Map<DeadlineKind, Deadline> aroundMeeting(Instant start, Duration length) {
        String at = words().moment(start);
        Map<String, String> inputs = Map.of("meeting", at);
        String before = DeadlineWords.words(settings.contentBeforeMeeting());
        Instant content = start.minus(settings.contentBeforeMeeting());
        String because = "%s before the meeting starts (%s)".formatted(before, at);
        String starts = "when the meeting starts (%s)".formatted(at);
        return Map.of(
                CONTENT_COMPLETE, new Deadline(content, because, "R26: %s before".formatted(before), inputs),
                REVIEW_ASKED, new Deadline(content, because, "R26: %s before".formatted(before), inputs),
                FOLLOW_UPS_OPENED, new Deadline(content, because, "R22: %s before".formatted(before), inputs),
                REVIEW_DONE, new Deadline(start, starts, "R6: before the meeting", inputs),
                MEETING_RECORDED,
                        after("R14", settings.recordAfterMeeting(), start.plus(length), "the meeting's end", inputs));
    }

    private Deadline after(String source, Duration duration, Instant from, String what, Map<String, String> inputs) {
        String span = DeadlineWords.words(duration);
        return new Deadline(
                from.plus(duration),
                "%s after %s (%s)".formatted(span, what, words().moment(from)),
                "%s: %s".formatted(source, span),
                inputs);
    }

    private DeadlineWords words() {
        return new DeadlineWords(used.calendar());
    }
}
