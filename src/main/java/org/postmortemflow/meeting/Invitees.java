package org.postmortemflow.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;

/** Who belongs in the meeting, each with the reasons (R11). People outside the organisation file have no address. */
@Component
class Invitees {

    private final Incidents incidents;
    private final Postmortems postmortems;
    private final Owners owners;
    private final FollowUps followUps;
    private final Organisation organisation;
    private final MeetingRecords meetings;

    Invitees(
            Incidents incidents,
            Postmortems postmortems,
            Owners owners,
            FollowUps followUps,
            Organisation organisation,
            MeetingRecords meetings) {
        this.meetings = meetings;
        this.incidents = incidents;
        this.postmortems = postmortems;
        this.owners = owners;
        this.followUps = followUps;
        this.organisation = organisation;
    }

    /** The owner and the commander come first; everybody stands once. */
    List<Invitee> of(PostmortemId id) {
        Incident incident = incidents.of(id);
        Map<PersonId, List<Reason>> reasons = new LinkedHashMap<>();
        note(owner(id), "owner of the postmortem", Need.ALWAYS, reasons);
        incident.responders().stream()
                .filter(responder -> responder.role() == ResponderRole.INCIDENT_COMMANDER)
                .forEach(responder -> note(responder.person(), "incident commander", Need.ALWAYS, reasons));
        incident.responders().forEach(responder -> responded(responder, postmortems.get(id), reasons));
        incident.services().stream()
                .map(organisation::service)
                .flatMap(Optional::stream)
                .forEach(service -> answersFor(service, reasons));
        followUps.teamsWithFollowUps(id).stream()
                .map(organisation::team)
                .flatMap(Optional::stream)
                .forEach(team -> represent(team, reasons));
        return reasons.entrySet().stream()
                .map(entry -> invitee(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Whom the meeting cannot be without and who is not invited yet: a new owner, a team that got a follow-up (R11). Who was
     * taken off the list on purpose stays off it, unless they have come to own the postmortem.
     */
    List<Meeting.Attendee> missingIn(Meeting meeting) {
        Set<String> off = meetings.uninvited(meeting.postmortem()).stream()
                .map(MeetingRecords.Uninvited::email)
                .collect(Collectors.toSet());
        return of(meeting.postmortem()).stream()
                .filter(Invitee::isIndispensable)
                .filter(invitee -> invitee.need() == Need.ALWAYS
                        || !off.contains(EmailAddress.key(invitee.person().email())))
                .filter(invitee -> meeting.attendees().stream()
                        .noneMatch(known -> invitee.person().id().equals(known.person())))
                .map(Invitee::asAttendee)
                .toList();
    }

    /**
     * Those on the list with what they are by now: a scribe who has come to own the postmortem is required. Nobody becomes less
     * needed that way.
     */
    List<Meeting.Attendee> asTheyAreNow(Meeting meeting) {
        Map<PersonId, Invitee> now = of(meeting.postmortem()).stream()
                .collect(Collectors.toMap(one -> one.person().id(), one -> one));
        return meeting.attendees().stream()
                .map(known -> {
                    Invitee invitee = known.person() == null ? null : now.get(known.person());
                    return invitee == null || known.required() || !invitee.isIndispensable()
                            ? known
                            : invitee.asAttendee();
                })
                .toList();
    }

    private @Nullable PersonId owner(PostmortemId id) {
        return owners.current(id).map(Owners.Ownership::owner).orElse(null);
    }

    private static void responded(Responder responder, Postmortem postmortem, Map<PersonId, List<Reason>> reasons) {
        String label = responder.role().label();
        String words = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        switch (responder.role()) {
            case INCIDENT_COMMANDER -> {}
            case SHADOW, STABILISED_SERVICE, PRIMARY_ON_CALL, TRIGGERED_RESPONSE, RESPONDER ->
                note(responder.person(), words, Need.REQUIRED, reasons);
            case SCRIBE, DEPUTY -> note(responder.person(), words, Need.OPTIONAL, reasons);
            case CUSTOMER_LIAISON -> {
                boolean concerned = postmortem.severity() == Severity.SEV_1 || postmortem.customersAffected();
                note(responder.person(), words, concerned ? Need.OPTIONAL : Need.IF_WANTED, reasons);
            }
        }
    }

    private void answersFor(Service service, Map<PersonId, List<Reason>> reasons) {
        note(service.owner(), "owner of " + service.name(), Need.REQUIRED, reasons);
        Optional<Team> team = organisation.team(service.teamId());
        if (team.isPresent()) {
            String name = team.get().name();
            note(team.get().engineeringManager(), "engineering manager of " + name, Need.REQUIRED, reasons);
            note(team.get().productManager(), "product manager of " + name, Need.REQUIRED, reasons);
        }
    }

    /** A team that gets a follow-up has somebody there: its manager, unless somebody else of it is there anyway. */
    private static void represent(Team team, Map<PersonId, List<Reason>> reasons) {
        boolean represented = team.members().stream().anyMatch(reasons::containsKey)
                || team.engineeringManager() != null && reasons.containsKey(team.engineeringManager());
        if (!represented) {
            PersonId first = team.members().stream().findFirst().orElse(null);
            PersonId person = team.engineeringManager() != null ? team.engineeringManager() : first;
            note(person, "represents " + team.name() + ", which gets a follow-up", Need.REPRESENTS, reasons);
        }
    }

    private Optional<Invitee> invitee(PersonId id, List<Reason> reasons) {
        Need need = reasons.stream().map(Reason::need).min(Need::compareTo).orElseThrow();
        String words = reasons.stream().map(Reason::words).distinct().collect(Collectors.joining(", "));
        return organisation.person(id).map(person -> new Invitee(person, words, need));
    }

    private static void note(@Nullable PersonId person, String words, Need need, Map<PersonId, List<Reason>> reasons) {
        if (person != null) {
            reasons.computeIfAbsent(person, key -> new ArrayList<>()).add(new Reason(words, need));
        }
    }

    private record Reason(String words, Need need) {}

    /** How much somebody is needed; the strongest first. */
    enum Need {
        ALWAYS,
        REPRESENTS,
        REQUIRED,
        OPTIONAL,
        IF_WANTED
    }

    /** @param reason why this person belongs there, for people */
    record Invitee(Person person, String reason, Need need) {

        boolean isRequired() {
            return need.compareTo(Need.REQUIRED) <= 0;
        }

        /** Whether the meeting cannot be without them, also when they come to it late. */
        boolean isIndispensable() {
            return need.compareTo(Need.REPRESENTS) <= 0;
        }

        /** Whether they are invited unless the owner leaves them out. */
        boolean isProposed() {
            return need != Need.IF_WANTED;
        }

        Meeting.Attendee asAttendee() {
            return new Meeting.Attendee(person.id(), person.name(), person.email(), isRequired(), reason, null);
        }
    }
}
