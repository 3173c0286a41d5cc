package org.postmortemflow.demo.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/** The incident, the postmortem's own row, and why it is required (R1). */
final class IncidentScribe implements Scribe {

    private static final String MAJOR = "Every major incident (Sev-1 or Sev-2) gets a postmortem";

    private final Names names;
    private final OrganisationTime time;

    IncidentScribe(Names names, OrganisationTime time) {
        this.names = names;
        this.time = time;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        incident(story, rows);
        postmortem(story, rows, notes);
        rows.add(Table.SEARCH_ENTRY, story.id(), 0);
        facts(story, rows);
    }

    /** The figures' row as it is before it is computed, which is done after the start. */
    private static void facts(Story story, Rows rows) {
        Occurrence what = story.what();
        rows.add(
                Table.POSTMORTEM_FACT,
                story.id(),
                "",
                what.title(),
                status(story, rows),
                what.severity(),
                story.cast().team().id(),
                "",
                true,
                "UNKNOWN",
                what.resolved(),
                story.course().opened(),
                0,
                story.course().opened(),
                0,
                0,
                0,
                0);
    }

    private void incident(Story story, Rows rows) {
        Occurrence what = story.what();
        String source = what.plot().seen() == Plot.SeenBy.MONITORING ? "pagerduty" : "manual";
        rows.add(
                Table.INCIDENT,
                story.incident(),
                source,
                what.key(),
                what.title(),
                what.severity(),
                what.started(),
                what.detected(),
                what.resolved(),
                "",
                null,
                story.course().opened(),
                story.course().opened());
        int position = 0;
        for (Service service : story.cast().services()) {
            rows.add(Table.INCIDENT_SERVICE, story.incident(), position++, service.id());
        }
        position = 0;
        for (Map.Entry<ResponderRole, PersonId> one : responders(story).entrySet()) {
            PersonId person = one.getValue();
            rows.add(Table.INCIDENT_RESPONDER, story.incident(), position++, one.getKey(), person, names.of(person));
        }
        for (Criterion criterion : criteria(story)) {
            rows.add(Table.INCIDENT_CRITERION, story.incident(), criterion);
        }
    }

    private static Map<ResponderRole, PersonId> responders(Story story) {
        Cast cast = story.cast();
        Map<ResponderRole, PersonId> responders = new LinkedHashMap<>();
        responders.put(ResponderRole.INCIDENT_COMMANDER, cast.commander());
        responders.put(ResponderRole.STABILISED_SERVICE, cast.owner());
        if (cast.scribe() != null) {
            responders.put(ResponderRole.SCRIBE, cast.scribe());
        }
        if (story.what().customersAffected()) {
            responders.put(ResponderRole.CUSTOMER_LIAISON, cast.liaison());
        }
        return responders;
    }

    /** A lesser incident that was waived by the rules had none. */
    private static List<Criterion> criteria(Story story) {
        Course.End end = story.course().end();
        boolean byRule = end.status() == Status.WAIVED && end.by() == null;
        return byRule ? List.of() : story.what().plot().criteria();
    }

    private void postmortem(Story story, Rows rows, Notes notes) {
        Occurrence what = story.what();
        Course course = story.course();
        Course.End end = course.end();
        boolean over = rows.isPast(end.at());
        boolean waivedByRule = end.status() == Status.WAIVED && end.by() == null;
        rows.add(
                Table.POSTMORTEM,
                story.id(),
                story.incident(),
                what.title(),
                what.severity(),
                status(story, rows),
                what.resolved(),
                course.opened(),
                end.status() != Status.WAIVED,
                what.customersAffected(),
                over ? end.at() : null,
                over ? end.reason() : null,
                0);
        notes.note(course.opened(), "Opened: the incident was resolved " + time.show(what.resolved()) + ".", null);
        String source = what.plot().seen() == Plot.SeenBy.MONITORING ? "pagerduty" : "manual";
        notes.note(course.opened(), Incident.reported(source), null);
        List<String> reasons = waivedByRule
                ? List.of("A lesser incident with a well-understood cause and no loss needs none")
                : what.severity().isMajor()
                        ? List.of(MAJOR)
                        : what.plot().criteria().stream().map(Criterion::label).toList();
        String decision = waivedByRule ? "No postmortem is required" : "A postmortem is required";
        notes.note(course.opened().plusSeconds(1), decision + ": " + String.join("; ", reasons), null);
        List<String> counted = end.status() == Status.WAIVED && end.reason() != null ? List.of(end.reason()) : reasons;
        for (int i = 0; i < counted.size(); i++) {
            rows.add(Table.POSTMORTEM_REQUIREMENT_REASON, story.id(), i, counted.get(i));
        }
        if (end.status() == Status.WAIVED && end.by() != null) {
            notes.note(end.at(), "No postmortem is required: " + end.reason(), end.by());
        }
        String why = end.reason() == null ? "." : ": " + end.reason();
        notes.note(end.at(), "Status: " + end.status().label() + why, end.by());
    }

    /** As it stands (R8). */
    static Status status(Story story, Rows rows) {
        Course course = story.course();
        if (rows.isPast(course.end().at())) {
            return course.end().status();
        }
        if (course.meeting() != null && rows.isPast(course.meeting().held())) {
            return Status.REVIEWED;
        }
        boolean sentBack = course.verdicts().stream()
                .filter(verdict -> rows.isPast(verdict.at()))
                .reduce((before, after) -> after)
                .filter(verdict -> !verdict.approved())
                .isPresent();
        boolean again = course.work().stream()
                        .filter(one -> one.step() == Step.REVIEW_POSTMORTEM)
                        .filter(one -> rows.isPast(one.opened()))
                        .count()
                > (sentBack ? 1 : 0);
        return again ? Status.IN_REVIEW : Status.DRAFT;
    }
}
