package org.postmortemflow.overview;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.postmortemflow.readership.Readership;
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
    private final Readership readership;
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
            Readership readership,
            Organisation organisation,
            Clock clock) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.owners = owners;
        this.meetings = meetings;
        this.steps = steps;
        this.history = history;
        this.deadlines = deadlines;
        this.readership = readership;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws java.util.NoSuchElementException when there is none */
    public PostmortemOverview get(PostmortemId id) {
        return of(postmortems.get(id));
    }

    /** All that the person may read and on which something is still to be done: the late ones first, then the earliest due, then the newest. */
    public List<PostmortemOverview> open(PersonId viewer) {
        return readable(viewer)
                .filter(postmortem -> postmortem.status().isOpen())
                .map(this::of)
                .sorted(Comparator.comparing(Overviews::firstDue))
                .toList();
    }

    /**
     * A part of all postmortems, newest first.
     *
     * @param viewer who will see them
     * @param which those to count
     * @param skip how many of them to leave out
     * @param most how many to give
     */
    public List<PostmortemOverview> some(PersonId viewer, Predicate<Postmortem> which, long skip, long most) {
        return readable(viewer)
                .filter(which)
                .skip(skip)
                .limit(most)
                .map(this::of)
                .toList();
    }

    /** Without private ones that the person may not read. */
    private Stream<Postmortem> readable(PersonId viewer) {
        Set<PostmortemId> hidden = readership.hiddenFrom(viewer);
        return postmortems.all().stream().filter(postmortem -> !hidden.contains(postmortem.id()));
    }

    private static Instant firstDue(PostmortemOverview overview) {
        return overview.turns().stream()
                .findFirst()
                .map(turn -> turn.step().due())
                .orElse(Instant.MAX);
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
