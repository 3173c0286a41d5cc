package org.postmortemflow.ownership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Ranks who could own a postmortem, in the order of the criteria (R3), each with the reason. */
@Component
class Candidates {

    private final Organisation organisation;

    Candidates(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The best first. When nobody is known to have had to do with the incident: everybody. */
    List<Candidate> of(Incident incident) {
        Map<PersonId, List<Reason>> reasons = new LinkedHashMap<>();
        incident.responders().forEach(responder -> responded(responder, reasons));
        incident.services().forEach(service -> runs(service, reasons));
        if (reasons.isEmpty()) {
            organisation.persons().forEach(person -> note(person.id(), "works at " + organisation.name(), 9, reasons));
        }
        return reasons.entrySet().stream()
                .map(entry -> candidate(entry.getKey(), entry.getValue()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Candidate::rank))
                .toList();
    }

    private static void responded(Responder responder, Map<PersonId, List<Reason>> reasons) {
        if (responder.person() != null) {
            note(responder.person(), words(responder.role()), rank(responder.role()), reasons);
        }
    }

    private void runs(String serviceName, Map<PersonId, List<Reason>> reasons) {
        Optional<Service> service = organisation.service(serviceName);
        Optional<Team> team = service.flatMap(known -> organisation.team(known.teamId()));
        if (team.isPresent()) {
            String words = "in the team of %s".formatted(service.get().name());
            team.get().members().forEach(member -> note(member, words, 6, reasons));
        }
    }

    private Optional<Candidate> candidate(PersonId id, List<Reason> reasons) {
        List<Reason> ranked = reasons.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Reason::rank))
                .toList();
        String words = ranked.stream().map(Reason::words).collect(Collectors.joining("; "));
        return organisation
                .person(id)
                .map(person -> new Candidate(person, words, ranked.get(0).rank()));
    }

    private static void note(PersonId person, String words, int rank, Map<PersonId, List<Reason>> reasons) {
        reasons.computeIfAbsent(person, key -> new ArrayList<>()).add(new Reason(rank, words));
    }

    private static int rank(ResponderRole role) {
        return switch (role) {
            case INCIDENT_COMMANDER, DEPUTY -> 1;
            case STABILISED_SERVICE -> 2;
            case PRIMARY_ON_CALL -> 3;
            case TRIGGERED_RESPONSE -> 4;
            case SHADOW, SCRIBE, CUSTOMER_LIAISON, RESPONDER -> 5;
        };
    }

    private static String words(ResponderRole role) {
        String label = role.label().substring(0, 1).toLowerCase(Locale.ROOT)
                + role.label().substring(1);
        return switch (role) {
            case INCIDENT_COMMANDER, DEPUTY -> "took a leadership role (" + label + ")";
            default -> label;
        };
    }

    private record Reason(int rank, String words) {}

    /** @param reason why this person, for people */
    record Candidate(Person person, String reason, int rank) {}
}
