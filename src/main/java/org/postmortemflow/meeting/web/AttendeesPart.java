package org.postmortemflow.meeting.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.Answers;
import org.postmortemflow.meeting.Answers.AttendeeAnswer;
import org.postmortemflow.meeting.ChangeAttendees;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the postmortem's page: who comes to the meeting, and whether somebody who belongs there does not (R10, R11). */
@Component
@Order(550)
class AttendeesPart implements PostmortemPart {

    private final Meetings meetings;
    private final Answers answers;
    private final ChangeAttendees changeAttendees;

    AttendeesPart(Meetings meetings, Answers answers, ChangeAttendees changeAttendees) {
        this.meetings = meetings;
        this.answers = answers;
        this.changeAttendees = changeAttendees;
    }

    @Override
    public String template() {
        return "meeting/part";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        return meetings.of(postmortem.id())
                .map(meeting -> model(meeting, viewer))
                .orElse(Map.of());
    }

    private Map<String, Object> model(Meeting meeting, PersonId viewer) {
        // required persons first; within, the order of the invite
        List<AttendeeAnswer> entries = answers.of(meeting).stream()
                .sorted(Comparator.comparing(one -> !one.attendee().required()))
                .toList();
        boolean ahead = !meeting.cancelled() && meeting.heldAt() == null;
        boolean manages = ahead && changeAttendees.mayChange(meeting, viewer);
        Map<String, Object> part = new HashMap<>();
        part.put("id", meeting.postmortem());
        part.put("entries", entries);
        part.put("ahead", ahead);
        part.put("held", meeting.heldAt() != null);
        part.put("manages", manages);
        part.put("coming", count(entries, Answer.ACCEPTED));
        part.put("open", entries.stream().filter(one -> one.answer() == null).count());
        part.put(
                "missed",
                manages ? entries.stream().filter(AttendeeAnswer::isMissed).toList() : List.of());
        part.put("answers", List.of(Answer.ACCEPTED, Answer.TENTATIVE, Answer.DECLINED));
        entries.stream()
                .filter(one -> ahead && viewer.equals(one.attendee().person()))
                .findFirst()
                .ifPresent(mine -> part.put("mine", mine));
        return part;
    }

    private static long count(List<AttendeeAnswer> entries, Answer answer) {
        return entries.stream().filter(one -> one.answer() == answer).count();
    }
}
