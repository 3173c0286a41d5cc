package org.postmortemflow.readership;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names who must read a postmortem when it is completed (R25), or who may read a private one. */
@Component
public class NameReaders {

    private final ReadershipRecords readership;
    private final TellReaders tellReaders;
    private final Postmortems postmortems;
    private final Permissions permissions;
    private final Organisation organisation;
    private final History history;
    private final AuditLog audit;
    private final Names names;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NameReaders(
            ReadershipRecords readership,
            TellReaders tellReaders,
            Postmortems postmortems,
            Permissions permissions,
            Organisation organisation,
            History history,
            AuditLog audit,
            Names names,
            Clock clock,
            ApplicationEventPublisher events) {
        this.readership = readership;
        this.tellReaders = tellReaders;
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.organisation = organisation;
        this.history = history;
        this.audit = audit;
        this.names = names;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Names persons and the present members of teams. Those who must read a Closed postmortem are told at once, the others when
     * it is Closed.
     *
     * @param teams their ids
     * @throws org.postmortemflow.shared.Refused without permission, when nobody is named or somebody is unknown, and for required
     *     reading of a postmortem that was waived or cancelled; fields are {@code persons}, {@code teams} and {@code mustRead}
     */
    @Transactional
    public void name(
            PostmortemId id, Collection<PersonId> persons, Collection<String> teams, boolean mustRead, PersonId by) {
        permissions.requireChange(id, by);
        readership.lock(id);
        Status status = postmortems.get(id).status();
        List<Team> known = teams.stream()
                .flatMap(team -> organisation.team(team).stream())
                .distinct()
                .toList();
        new Problems()
                .when(persons.isEmpty() && teams.isEmpty(), "persons", "Please choose persons or teams.")
                .when(
                        persons.stream()
                                .anyMatch(one -> organisation.person(one).isEmpty()),
                        "persons",
                        "One of these persons is not known in the organisation.")
                .when(
                        teams.stream().anyMatch(one -> organisation.team(one).isEmpty()),
                        "teams",
                        "One of these teams is not known in the organisation.")
                .when(
                        mustRead && !status.isOpen() && status != Status.CLOSED,
                        "mustRead",
                        "This postmortem is " + status.label() + ": nobody has to read it.")
                .refuseIfAny();
        Set<PersonId> alone = new LinkedHashSet<>(persons);
        readership.name(id, alone, null, mustRead, by, clock.instant());
        known.forEach(team -> readership.name(id, team.members(), team.id(), mustRead, by, clock.instant()));
        audit.record(
                AuditKind.PERMISSIONS_CHANGED,
                by,
                "postmortem %s: readers %s %s"
                        .formatted(id, alone, known.stream().map(Team::id).toList()));
        note(id, alone, known, mustRead, by);
        events.publishEvent(new ReadersChanged(id));
        if (status == Status.CLOSED) {
            tellReaders.tell(id);
        }
    }

    /** Takes somebody off the list. @throws org.postmortemflow.shared.Refused without permission */
    @Transactional
    public void remove(PostmortemId id, PersonId person, PersonId by) {
        permissions.requireChange(id, by);
        readership.lock(id);
        if (readership.readers(id).stream().anyMatch(one -> one.person().equals(person))) {
            readership.remove(id, person);
            audit.record(AuditKind.PERMISSIONS_CHANGED, by, "postmortem " + id + ": no longer a reader: " + person);
            history.note(id, "No longer named as a reader: " + names.of(person) + ".", by);
            events.publishEvent(new ReadersChanged(id));
        }
    }

    private void note(PostmortemId id, Set<PersonId> persons, List<Team> teams, boolean mustRead, PersonId by) {
        List<String> named = new ArrayList<>();
        Stream.concat(persons.stream().map(names::of), teams.stream().map(team -> "team " + team.name()))
                .forEach(named::add);
        history.note(id, (mustRead ? "Asked to read it: " : "May read it: ") + String.join(", ", named) + ".", by);
    }
}
