package org.postmortemflow.demo.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;

/** The meeting: when, with whom, what it decided. */
final class MeetingScribe implements Scribe {

    private final Organisation organisation;
    private final OrganisationTime time;

    MeetingScribe(Organisation organisation, OrganisationTime time) {
        this.organisation = organisation;
        this.time = time;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        Course.Meeting meeting = story.course().meeting();
        if (meeting == null || !rows.isPast(meeting.scheduled())) {
            return;
        }
        boolean held = rows.isPast(meeting.held());
        rows.add(
                Table.MEETING,
                story.id(),
                meeting.start(),
                meeting.length().toMinutes(),
                "https://video.demo.example/postmortems",
                0,
                false,
                story.cast().facilitator(),
                held ? meeting.held() : null,
                0,
                meeting.scheduled(),
                held ? meeting.held() : meeting.scheduled());
        String late = meeting.lateReason() == null ? "" : ", after the deadline: " + meeting.lateReason();
        String when = "Meeting: %s, %d minutes%s."
                .formatted(time.show(meeting.start()), meeting.length().toMinutes(), late.replaceAll("\\.$", ""));
        notes.note(meeting.scheduled(), when, story.cast().owner());
        attendees(story, meeting, held, rows, notes);
    }

    private void attendees(Story story, Course.Meeting meeting, boolean held, Rows rows, Notes notes) {
        Chance chance = new Chance(story.incident().getMostSignificantBits());
        Map<PersonId, String> invited = invited(story);
        List<PersonId> needed = List.of(
                story.cast().owner(), story.cast().commander(), story.cast().facilitator());
        List<String> attended = new ArrayList<>();
        int position = 0;
        for (Map.Entry<PersonId, String> one : invited.entrySet()) {
            Person person = organisation.person(one.getKey()).orElseThrow();
            boolean there = needed.contains(person.id()) || chance.of(0.82);
            boolean required = !one.getKey().equals(story.cast().scribe());
            rows.add(
                    Table.MEETING_ATTENDEE,
                    story.id(),
                    position++,
                    person.id(),
                    person.name(),
                    person.email(),
                    required,
                    one.getValue(),
                    held ? there : null);
            if (there) {
                attended.add(person.name());
            }
        }
        PersonId facilitator = story.cast().facilitator();
        notes.note(meeting.held(), "Status: Reviewed: the content was agreed in the meeting", facilitator);
        notes.note(
                meeting.held(),
                "Meeting held. Attended: %s.%s%s"
                        .formatted(
                                String.join(", ", attended),
                                decisions(story),
                                story.content().message() == null ? "" : " The external message was approved."),
                facilitator);
    }

    /** Everybody with the reason (R11). */
    Map<PersonId, String> invited(Story story) {
        Cast cast = story.cast();
        Map<PersonId, String> reasons = new LinkedHashMap<>();
        add(reasons, cast.owner(), "owner of the postmortem");
        add(reasons, cast.commander(), "incident commander");
        add(reasons, cast.scribe(), "scribe");
        if (story.what().customersAffected()) {
            add(reasons, cast.liaison(), "customer liaison");
        }
        for (Service service : cast.services()) {
            add(reasons, service.owner(), "owner of " + service.name());
            Optional<Team> team = organisation.team(service.teamId());
            String of = " of " + team.map(Team::name).orElse("the team");
            add(reasons, team.map(Team::engineeringManager).orElse(null), "engineering manager" + of);
            add(reasons, team.map(Team::productManager).orElse(null), "product manager" + of);
        }
        add(reasons, cast.facilitator(), "facilitator");
        return reasons;
    }

    private static void add(Map<PersonId, String> reasons, @Nullable PersonId person, String reason) {
        if (person != null) {
            reasons.merge(person, reason, (before, more) -> before.contains(more) ? before : before + ", " + more);
        }
    }

    private static String decisions(Story story) {
        Map<Decision, Long> counts = story.content().followUps().stream()
                .collect(Collectors.groupingBy(Content.Planned::decision, TreeMap::new, Collectors.counting()));
        String words = counts.entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey().key())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " Follow-ups: " + words + ".";
    }
}
