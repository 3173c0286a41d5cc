package org.postmortemflow.reminder;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody asks how it goes: one friendly mail to each person whose turn it is, about everything of this postmortem that waits for
 * them. Everybody who may read it may ask; not again for a while, whoever asks.
 */
@Component
public class NudgePeople {

    private static final int LONGEST = 1000;

    private final Postmortems postmortems;
    private final Steps steps;
    private final Turns turns;
    private final Readership readership;
    private final Organisation organisation;
    private final NudgeRecords records;
    private final NudgeMail mail;
    private final Outbox outbox;
    private final History history;
    private final Names names;
    private final OrganisationTime time;
    private final ReminderSettings settings;
    private final Clock clock;

    NudgePeople(
            Postmortems postmortems,
            Steps steps,
            Turns turns,
            Readership readership,
            Organisation organisation,
            NudgeRecords records,
            NudgeMail mail,
            Outbox outbox,
            History history,
            Names names,
            OrganisationTime time,
            ReminderSettings settings,
            Clock clock) {
        this.postmortems = postmortems;
        this.steps = steps;
        this.turns = turns;
        this.readership = readership;
        this.organisation = organisation;
        this.records = records;
        this.mail = mail;
        this.outbox = outbox;
        this.history = history;
        this.names = names;
        this.time = time;
        this.settings = settings;
        this.clock = clock;
    }

    /** A step that waits for a person. */
    public record Waiting(Person person, List<StepState> steps) {}

    /** Whom a nudge would reach: who may read it and has an open step, without the one who asks; by name. */
    @Transactional(readOnly = true)
    public List<Waiting> wouldReach(PostmortemId id, PersonId by) {
        Map<PersonId, Set<StepState>> found = new LinkedHashMap<>();
        steps.of(id).stream()
                .filter(step -> step.state() == StepState.State.OPEN)
                .forEach(step -> turns.ofStep(step)
                        .map(Turn::person)
                        .filter(person -> !person.equals(by) && readership.mayRead(id, person))
                        .forEach(person -> found.computeIfAbsent(person, key -> new LinkedHashSet<>())
                                .add(step)));
        return found.entrySet().stream()
                .flatMap(one -> organisation.person(one.getKey()).stream()
                        .map(person -> new Waiting(person, List.copyOf(one.getValue()))))
                .sorted(Comparator.comparing(one -> one.person().name()))
                .toList();
    }

    /** Why nobody can be nudged now, in words; empty when it is possible. */
    @Transactional(readOnly = true)
    public Optional<String> hindrance(PostmortemId id, PersonId by) {
        if (!postmortems.get(id).status().isOpen()) {
            return Optional.of("This postmortem has ended: nobody has a step to do.");
        }
        Optional<Nudged> last = records.last(id).filter(one -> isTooSoon(one, clock.instant()));
        if (last.isPresent()) {
            return last.map(one -> "%s nudged them %s. Please give them until %s."
                    .formatted(
                            names.of(one.by()),
                            time.show(one.at()),
                            time.show(one.at().plus(settings.nudgeEvery()))));
        }
        return wouldReach(id, by).isEmpty() ? Optional.of("Nobody else has a step to do now.") : Optional.empty();
    }

    /**
     * @param message what the person adds in their own words; may be empty
     * @return whom it reaches
     * @throws Refused when nobody else has anything to do, or they were nudged a short while ago
     */
    @Transactional
    public List<Person> nudge(PostmortemId id, @Nullable String message, PersonId by) {
        String words = message == null ? "" : message.strip();
        new Problems()
                .when(words.length() > LONGEST, "message", "Please use at most 1,000 characters.")
                .refuseIfAny();
        hindrance(id, by).ifPresent(why -> {
            throw new Refused(why);
        });
        Instant now = clock.instant();
        if (!records.note(id, new Nudged(now, by), now.minus(settings.nudgeEvery()))) {
            throw new Refused("Somebody else nudged them at this moment.");
        }
        Postmortem postmortem = postmortems.get(id);
        List<Waiting> reached = wouldReach(id, by);
        reached.forEach(one -> outbox.write(mail.to(one, postmortem, words, by, now)));
        history.note(id, History.Kind.ESCALATION, line(reached, words), by);
        return reached.stream().map(Waiting::person).toList();
    }

    private boolean isTooSoon(Nudged last, Instant now) {
        return last.at().plus(settings.nudgeEvery()).isAfter(now);
    }

    private static String line(List<Waiting> reached, String words) {
        String whom = reached.stream()
                .map(one -> "%s (%s)"
                        .formatted(
                                one.person().name(),
                                one.steps().stream()
                                        .map(StepState::step)
                                        .map(Step::label)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Nudged: %s.".formatted(whom) : "Nudged: %s: %s".formatted(whom, words);
    }
}
