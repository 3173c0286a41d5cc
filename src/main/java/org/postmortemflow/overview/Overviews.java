package org.postmortemflow.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together where postmortems stand. */
@Component
@Transactional(readOnly = true)
public class Overviews {

    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Owners owners;
    private final Meetings meetings;
    private final Steps steps;
    private final History history;
    private final StoredDeadlines deadlines;
    private final Organisation organisation;
    private final Clock clock;

    Overviews(
            Postmortems postmortems,
            Incidents incidents,
            Owners owners,
            Meetings meetings,
            Steps steps,
            History history,
            StoredDeadlines deadlines,
            Organisation organisation,
            Clock clock) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.owners = owners;
        this.meetings = meetings;
        this.steps = steps;
        this.history = history;
        this.deadlines = deadlines;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws java.util.NoSuchElementException when there is none */
    public PostmortemOverview get(PostmortemId id) {
        return of(postmortems.get(id));
    }

    private PostmortemOverview of(Postmortem postmortem) {
        PostmortemId id = postmortem.id();
        Optional<Ownership> owner = owners.current(id);
        List<StepState> states = steps.of(id);
        List<StoredDeadline> kept = deadlines.of(id);
        Instant now = clock.instant();
        boolean missed = postmortem.status().isOpen()
                && kept.stream().anyMatch(one -> one.state(now) == StoredDeadline.State.LATE);
        return new PostmortemOverview(
                postmortem,
                incidents.get(postmortem.incidentId()),
                owner.orElse(null),
                owner.map(Ownership::owner).map(this::name).orElse(null),
                meetings.of(id).orElse(null),
                states,
                history.of(id),
                turns(states),
                kept,
                missed);
    }

    private List<Turn> turns(List<StepState> states) {
        Instant now = clock.instant();
        return states.stream()
                .filter(step -> step.state() == StepState.State.OPEN)
                .sorted(Comparator.comparing(StepState::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(step -> new Turn(step, who(step.assignee(), step.pool()), step.isLate(now)))
                .toList();
    }

    private String who(@Nullable PersonId assignee, @Nullable String pool) {
        if (assignee != null) {
            return name(assignee);
        }
        return Arrays.stream(Pool.values())
                .filter(known -> known.key().equals(pool))
                .findFirst()
                .map(Pool::label)
                .orElse(pool == null ? "Nobody yet" : pool);
    }

    /** The person's name, or the id of someone who has left the organisation file. */
    private String name(PersonId id) {
        return organisation.person(id).map(Person::name).orElse(id.value());
    }
}
