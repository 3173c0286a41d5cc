package org.postmortemflow.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.meeting.Facilitators.Facilitator;
import org.postmortemflow.meeting.Invitees.Invitee;
import org.postmortemflow.meeting.Invitees.Need;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner schedules the meeting before the writing begins, so that the deadline holds (R7, R9-R11, R13). */
@Component
class ScheduleMeeting implements StepForm {

    private static final int USUAL_MINUTES = 30;
    private static final int SEV_1_MINUTES = 60;

    private final MeetingRecords meetings;
    private final Postmortems postmortems;
    private final Invitees invitees;
    private final Facilitators facilitators;
    private final SlotProposal proposal;
    private final SlotRules rules;
    private final Organisation organisation;
    private final OrganisationTime time;
    private final History history;

    ScheduleMeeting(
            MeetingRecords meetings,
            Postmortems postmortems,
            Invitees invitees,
            Facilitators facilitators,
            SlotProposal proposal,
            SlotRules rules,
            Organisation organisation,
            OrganisationTime time,
            History history) {
        this.meetings = meetings;
        this.postmortems = postmortems;
        this.invitees = invitees;
        this.facilitators = facilitators;
        this.proposal = proposal;
        this.rules = rules;
        this.organisation = organisation;
        this.time = time;
        this.history = history;
    }

    @Override
    public Step step() {
        return Step.SCHEDULE_MEETING;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        long minutes = postmortems.get(id).severity() == Severity.SEV_1 ? SEV_1_MINUTES : USUAL_MINUTES;
        List<Invitee> people = invitees.of(id);
        List<Facilitator> leaders = facilitators.of(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("deadlineText", rules.words(rules.deadline(id)));
        SlotProposal.Proposed proposed = proposal.propose(id, rules.deadline(id), Duration.ofMinutes(minutes));
        fields.put("start", proposed.start().toString());
        fields.put("startBecause", proposed.because());
        fields.put("minutes", minutes);
        fields.put("videoLink", meetings.of(id).map(Meeting::videoLink).orElse(""));
        fields.put(
                "inviteeOptions", people.stream().map(ScheduleMeeting::option).toList());
        fields.put(
                "invitees",
                people.stream()
                        .filter(Invitee::isProposed)
                        .map(invitee -> invitee.person().id().value())
                        .toList());
        fields.put(
                "facilitatorOptions",
                leaders.stream().map(ScheduleMeeting::option).toList());
        fields.put(
                "facilitator",
                leaders.isEmpty() ? "" : leaders.get(0).person().id().value());
        fields.put("lateReason", "");
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Instant start = time.parse(answers.text("start")).orElse(null);
        Integer minutes = minutes(answers.text("minutes"));
        String lateReason = answers.text("lateReason");
        String videoLink = answers.text("videoLink");
        Optional<Facilitator> facilitator = facilitators.of(id).stream()
                .filter(leader -> leader.person().id().value().equals(answers.text("facilitator")))
                .findFirst();
        List<String> chosen = answers.texts("invitees");
        Problems problems = new Problems();
        rules.check(id, start, minutes, lateReason, problems);
        problems.when(
                        !videoLink.isEmpty() && !VideoLink.isOne(videoLink),
                        "videoLink",
                        "Please give an address that starts with https:// or http://.")
                .when(
                        facilitator.isEmpty() && !answers.text("facilitator").isEmpty(),
                        "facilitator",
                        "Please choose somebody of the facilitators who did not take part in the incident.")
                .when(
                        !chosen.stream()
                                .allMatch(person -> organisation
                                        .person(new PersonId(person))
                                        .isPresent()),
                        "invitees",
                        "Somebody among these is not known in the organisation.")
                .refuseIfAny();
        Optional<Meeting> before = meetings.of(id);
        Meeting meeting = new Meeting(
                id,
                java.util.Objects.requireNonNull(start),
                Duration.ofMinutes(java.util.Objects.requireNonNull(minutes)),
                videoLink.isEmpty() ? null : videoLink,
                before.map(known -> known.sequence() + 1).orElse(0),
                false,
                facilitator.map(leader -> leader.person().id()).orElse(null),
                attendees(id, chosen, facilitator),
                null);
        before.ifPresentOrElse(known -> meetings.change(meeting, known.sequence()), () -> meetings.add(meeting));
        String late =
                rules.lateness(id, start, lateReason).map(words -> ", " + words).orElse("");
        history.note(
                id, History.Kind.DECISION, "Meeting: %s, %d minutes%s.".formatted(time.show(start), minutes, late), by);
        rules.set(id, java.util.Objects.requireNonNull(start), lateReason, by);
    }

    /** The owner and the commander stay; others are as the owner chose. */
    private List<Meeting.Attendee> attendees(PostmortemId id, List<String> chosen, Optional<Facilitator> facilitator) {
        Map<PersonId, Meeting.Attendee> attendees = new LinkedHashMap<>();
        invitees.of(id).stream()
                .filter(invitee -> invitee.need() == Need.ALWAYS
                        || chosen.contains(invitee.person().id().value()))
                .forEach(invitee -> attendees.put(invitee.person().id(), invitee.asAttendee()));
        chosen.stream()
                .map(person -> organisation.person(new PersonId(person)))
                .flatMap(Optional::stream)
                .map(person -> new Invitee(person, "invited by the owner", Need.OPTIONAL))
                .forEach(other -> attendees.putIfAbsent(other.person().id(), other.asAttendee()));
        facilitator.ifPresent(
                leader -> attendees.merge(leader.person().id(), leader.asAttendee(), Meeting.Attendee::and));
        return List.copyOf(attendees.values());
    }

    private static Map<String, Object> option(Invitee invitee) {
        String label = "%s: %s (%s)"
                .formatted(invitee.person().name(), invitee.reason(), invitee.isRequired() ? "required" : "optional");
        return Map.of("label", label, "value", invitee.person().id().value());
    }

    private static Map<String, Object> option(Facilitator leader) {
        String label = "%s: %d meeting%s ahead"
                .formatted(leader.person().name(), leader.meetingsAhead(), leader.meetingsAhead() == 1 ? "" : "s");
        return Map.of("label", label, "value", leader.person().id().value());
    }

    private static @Nullable Integer minutes(String text) {
        return text.matches("\\d{1,4}(\\.0+)?") ? Integer.valueOf(text.replaceFirst("\\..*", "")) : null;
    }
}
