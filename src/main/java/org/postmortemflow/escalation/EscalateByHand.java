package org.postmortemflow.escalation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.escalation.EscalationRecords.ByHand;
import org.postmortemflow.lifecycle.Accountable;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Reason;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who answers for it tells another rung of the ladder of a step, late or not yet, with a reason. */
@Component
public class EscalateByHand {

    /** The last rung of a step repeats, so asking for more than there are does no harm. */
    private static final int MOST_RUNGS = 8;

    private final EscalationLadder ladder;
    private final PersonsByRole persons;
    private final EscalationRecords records;
    private final Steps steps;
    private final Postmortems postmortems;
    private final Accountable accountable;
    private final Owners owners;
    private final Organisation organisation;
    private final Readership readership;
    private final Outbox outbox;
    private final Links links;
    private final OrganisationTime time;
    private final Names names;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EscalateByHand(
            EscalationLadder ladder,
            PersonsByRole persons,
            EscalationRecords records,
            Steps steps,
            Postmortems postmortems,
            Accountable accountable,
            Owners owners,
            Organisation organisation,
            Readership readership,
            Outbox outbox,
            Links links,
            OrganisationTime time,
            Names names,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ladder = ladder;
        this.persons = persons;
        this.records = records;
        this.steps = steps;
        this.postmortems = postmortems;
        this.accountable = accountable;
        this.owners = owners;
        this.organisation = organisation;
        this.readership = readership;
        this.outbox = outbox;
        this.links = links;
        this.time = time;
        this.names = names;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody who can be told of an open step.
     *
     * @param role as the ladder calls it
     * @param persons who they are; never the one who escalates, and only who may read the postmortem
     * @param before set when they were told of this step by hand already
     */
    public record Choice(
            StepState step,
            String role,
            List<Person> persons,
            @Nullable ByHand before) {

        /** Tells it from the others of the same postmortem. */
        public String key() {
            return step.step().key() + "/" + role;
        }

        /** For people. */
        public String roleLabel() {
            return role.replace('-', ' ');
        }
    }

    /** The incident commander, the managers of the owner's teams, administrators. */
    @Transactional(readOnly = true)
    public boolean mayEscalate(PostmortemId id, PersonId person) {
        return accountable.isCommander(id, person)
                || mayEscalate(owners.current(id).map(Owners.Ownership::owner).orElse(null), person);
    }

    /** Whether the person may as an administrator or a manager of that owner, without reading anything. */
    public boolean mayEscalate(@Nullable PersonId owner, PersonId person) {
        return organisation.isAdministrator(person)
                || Stream.ofNullable(owner)
                        .flatMap(one -> organisation.teamsOf(one).stream())
                        .flatMap(team -> Stream.of(
                                Optional.ofNullable(team.engineeringManager()), Optional.ofNullable(team.director())))
                        .flatMap(Optional::stream)
                        .anyMatch(person::equals);
    }

    /** All open steps with the roles of their ladder; rungs behind which nobody else stands are left out. */
    @Transactional(readOnly = true)
    public List<Choice> choices(PostmortemId id, PersonId by) {
        List<ByHand> told = records.of(id);
        List<Choice> choices = new ArrayList<>();
        for (StepState step : steps.of(id)) {
            if (step.state() == StepState.State.OPEN) {
                for (String role : roles(step)) {
                    List<Person> found = persons.with(role, id).persons().stream()
                            .filter(person -> !person.id().equals(by) && readership.mayRead(id, person.id()))
                            .toList();
                    if (!found.isEmpty()) {
                        choices.add(new Choice(step, role, found, before(told, step, role)));
                    }
                }
            }
        }
        return choices;
    }

    private List<String> roles(StepState step) {
        return IntStream.rangeClosed(1, MOST_RUNGS)
                .mapToObj(rung -> ladder.roleFor(step.step(), rung))
                .distinct()
                .toList();
    }

    private static @Nullable ByHand before(List<ByHand> told, StepState step, String role) {
        return told.stream()
                .filter(one -> one.taskId().equals(step.taskId()) && one.role().equals(role))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param key of one of the {@link #choices}
     * @return who is told
     * @throws Refused without permission or reason, when the step is done meanwhile, or they were told already
     */
    @Transactional
    public List<Person> escalate(PostmortemId id, @Nullable String key, @Nullable String reason, PersonId by) {
        if (!mayEscalate(id, by)) {
            throw new Refused("This is for the incident commander, a manager of the owner, or an administrator.");
        }
        Optional<Choice> chosen =
                choices(id, by).stream().filter(one -> one.key().equals(key)).findFirst();
        new Problems()
                .when(chosen.isEmpty(), "choice", "Please choose who is told of which open step.")
                .when(
                        chosen.map(Choice::before).isPresent(),
                        "choice",
                        "They were told of this step already. Please choose another rung.")
                .refuseIfAny();
        Choice choice = chosen.orElseThrow();
        String why = Objects.requireNonNull(Reason.of(reason));
        Instant now = clock.instant();
        String told = choice.persons().stream().map(Person::name).collect(Collectors.joining(", "));
        if (!records.note(id, new ByHand(choice.step().taskId(), choice.role(), told, now, by))) {
            throw new Refused("Somebody else told them at this moment.");
        }
        Postmortem postmortem = postmortems.get(id);
        choice.persons().forEach(person -> outbox.write(mail(postmortem, choice, person, why, by)));
        events.publishEvent(new StepEscalated(
                id,
                choice.step().step(),
                choice.persons().stream().map(Person::id).toList()));
        history.note(
                id,
                History.Kind.ESCALATION,
                "Escalated by hand: %s; told %s: %s"
                        .formatted(choice.step().step().label(), told, why),
                by);
        return choice.persons();
    }

    private Mail mail(Postmortem postmortem, Choice choice, Person person, String why, PersonId by) {
        StepState step = choice.step();
        Instant due = step.due();
        Map<String, Object> model = new HashMap<>();
        model.put("personName", person.name());
        model.put("by", names.of(by));
        model.put("title", postmortem.title());
        model.put("step", step.step().label());
        model.put("waitsFor", names.of(step.assignee(), step.pool()));
        model.put("due", due == null ? "It has no due time yet." : "It is due %s.".formatted(time.show(due)));
        model.put("message", why);
        model.put("role", choice.roleLabel());
        model.put("link", links.postmortem(postmortem.id()));
        Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
        return new Mail(postmortem.id(), "escalated-by-hand", step.taskId() + "/" + choice.role(), to, model, null);
    }
}
