package org.postmortemflow.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses what a person's digest tells of. Private postmortems only to those who may read them. */
@Component
class Scope {

    private final Postmortems postmortems;
    private final StoredDeadlines deadlines;
    private final Incidents incidents;
    private final Owners owners;
    private final Readership readership;
    private final Organisation organisation;
    private final ChooseDigests choices;
    private final Standings standings;
    private final ReaderTimes times;

    Scope(
            Postmortems postmortems,
            StoredDeadlines deadlines,
            Incidents incidents,
            Owners owners,
            Readership readership,
            Organisation organisation,
            ChooseDigests choices,
            Standings standings,
            ReaderTimes times) {
        this.postmortems = postmortems;
        this.deadlines = deadlines;
        this.incidents = incidents;
        this.owners = owners;
        this.readership = readership;
        this.organisation = organisation;
        this.choices = choices;
        this.standings = standings;
        this.times = times;
    }

    /** Late ones first, then the newest. Those with nothing to tell are left out. */
    @Transactional(readOnly = true)
    public List<Standing> of(PersonId person, Digest digest, Instant now) {
        Set<String> teams = digest == Digest.WEEKLY ? choices.managedBy(person) : Set.of();
        List<Standing> found = new ArrayList<>();
        for (Postmortem postmortem : unfinished(now)) {
            boolean all = digest == Digest.WEEKLY
                    ? isOf(postmortem, teams)
                    : postmortem.status().isOpen() && isOwnedBy(postmortem.id(), person);
            Predicate<FollowUp> which = followUp -> all || teams.contains(String.valueOf(followUp.teamId()));
            if (readership.mayRead(postmortem.id(), person)) {
                Standing standing = standings.of(postmortem, all, which, now, times.of(person));
                if (!standing.lines().isEmpty()) {
                    found.add(standing);
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((Standing one) -> !one.late()))
                .toList();
    }

    /** Open ones, those that were closed since the last digest, and those that have follow-ups to be done. */
    private List<Postmortem> unfinished(Instant now) {
        List<Postmortem> current = postmortems.openOrClosedAfter(now.minus(Standings.LATELY));
        Set<PostmortemId> known = current.stream().map(Postmortem::id).collect(Collectors.toSet());
        Set<PostmortemId> waited = deadlines.open(Instant.parse("9999-01-01T00:00:00Z")).stream()
                .map(StoredDeadline::postmortem)
                .filter(id -> !known.contains(id))
                .collect(Collectors.toSet());
        return Stream.concat(current.stream(), postmortems.of(waited).stream())
                .sorted(Comparator.comparing(Postmortem::openedAt).reversed())
                .toList();
    }

    private boolean isOwnedBy(PostmortemId id, PersonId person) {
        return owners.current(id).map(Ownership::owner).filter(person::equals).isPresent();
    }

    private boolean isOf(Postmortem postmortem, Set<String> teams) {
        Stream<String> ofServices = incidents.get(postmortem.incidentId()).services().stream()
                .map(organisation::service)
                .flatMap(Optional::stream)
                .map(Service::teamId);
        Stream<String> ofOwner = owners.current(postmortem.id()).stream()
                .flatMap(ownership -> organisation.teamsOf(ownership.owner()).stream())
                .map(Team::id);
        return Stream.concat(ofServices, ofOwner).anyMatch(teams::contains);
    }
}
