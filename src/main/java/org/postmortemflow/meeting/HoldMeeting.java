package org.postmortemflow.meeting;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facilitator records the meeting: who attended, what was decided, whether the external message may go out (R12-R14). */
@Component
class HoldMeeting implements StepForm {

    private final MeetingRecords meetings;
    private final Agenda agenda;
    private final FollowUpDecisions decisions;
    private final ExternalMessages messages;
    private final Postmortems postmortems;
    private final History history;
    private final OrganisationTime time;
    private final Clock clock;

    HoldMeeting(
            MeetingRecords meetings,
            Agenda agenda,
            FollowUpDecisions decisions,
            ExternalMessages messages,
            Postmortems postmortems,
            History history,
            OrganisationTime time,
            Clock clock) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.decisions = decisions;
        this.messages = messages;
        this.postmortems = postmortems;
        this.history = history;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.HOLD_MEETING;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Meeting meeting = meeting(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("agenda", agenda.of(id, meeting.length().toMinutes()));
        fields.put("groundRules", agenda.groundRules());
        fields.put(
                "attendeeOptions",
                meeting.attendees().stream().map(HoldMeeting::option).toList());
        fields.put(
                "attended",
                meeting.attendees().stream().map(Meeting.Attendee::key).toList());
        fields.put("decisionOptions", decisions.options());
        fields.put(FollowUpDecisions.FIELD, decisions.rows(id));
        fields.put("hasExternalMessage", messages.of(id).isPresent());
        fields.put(
                "messageText",
                messages.of(id).map(ExternalMessages.ExternalMessage::text).orElse(""));
        fields.put("messageApproved", false);
        fields.put("contentAgreed", false);
        fields.put("notes", "");
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Meeting meeting = meeting(id);
        if (clock.instant().isBefore(meeting.start())) {
            throw new Refused("The meeting starts at %s. Please record it then, or move the meeting."
                    .formatted(time.show(meeting.start())));
        }
        Set<String> attended = Set.copyOf(answers.texts("attended"));
        String notes = answers.text("notes");
        Problems problems = new Problems()
                .when(
                        meeting.attendees().stream().map(Meeting.Attendee::key).noneMatch(attended::contains),
                        "attended",
                        "Please tick who attended.")
                .when(
                        !answers.yes("contentAgreed"),
                        "contentAgreed",
                        "Reviewed means that the content was agreed; please move the meeting if it needs another round.")
                .when(notes.length() > StepAnswers.MAX_TEXT, "notes", "Please keep the notes below 4,000 characters.");
        FollowUpDecisions.Decided decided = decisions.read(id, answers, problems);
        problems.refuseIfAny();
        meetings.change(meeting.held(clock.instant(), attended), meeting.sequence());
        decided.keep();
        if (messages.of(id).isPresent()) {
            messages.decide(id, answers.yes("messageApproved"));
        }
        postmortems.moveTo(id, Status.REVIEWED, by, "the content was agreed in the meeting");
        history.note(id, History.Kind.DECISION, line(id, attended, decided, answers), by);
    }

    private String line(PostmortemId id, Set<String> attended, FollowUpDecisions.Decided decided, StepAnswers answers) {
        String names = meeting(id).attendees().stream()
                .filter(attendee -> attended.contains(attendee.key()))
                .map(Meeting.Attendee::name)
                .collect(Collectors.joining(", "));
        String message = messages.of(id).isEmpty()
                ? ""
                : answers.yes("messageApproved")
                        ? " The external message was approved."
                        : " The external message was not approved.";
        String notes = answers.text("notes").isEmpty() ? "" : " Notes: " + answers.text("notes");
        return "Meeting held. Attended: %s.%s%s%s".formatted(names, decided.words(), message, notes);
    }

    private Meeting meeting(PostmortemId id) {
        return meetings.of(id).orElseThrow(() -> new NoSuchElementException("No meeting of " + id));
    }

    private static Map<String, Object> option(Meeting.Attendee attendee) {
        return Map.of("label", attendee.name() + ": " + attendee.reason(), "value", attendee.key());
    }
}
