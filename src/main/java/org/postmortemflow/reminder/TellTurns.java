package org.postmortemflow.reminder;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAssigned;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.BeforeCommit;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Tells people that there is something for them to write: what one moment gives to one person is one mail. The other steps begin
 * with a mail of their own, and whoever takes a step needs none.
 */
@Component
class TellTurns {

    private final Steps steps;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final Outbox outbox;
    private final Links links;
    private final ReaderTimes times;
    private final BeforeCommit<List<StepAssigned>> telling;

    TellTurns(
            Steps steps,
            Postmortems postmortems,
            Organisation organisation,
            Outbox outbox,
            Links links,
            ReaderTimes times,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.outbox = outbox;
        this.links = links;
        this.times = times;
        this.telling = new BeforeCommit<>(
                "turns",
                BeforeCommit.Turn.DERIVED,
                (earlier, later) ->
                        Stream.concat(earlier.stream(), later.stream()).toList(),
                this::tell,
                transactions);
    }

    @EventListener
    void whenAssigned(StepAssigned event) {
        if (event.step().isWriting() && !event.person().equals(event.by())) {
            telling.touch(event.postmortem(), List.of(event));
        }
    }

    private void tell(PostmortemId id, List<StepAssigned> assigned) {
        Map<PersonId, List<StepState>> turns = new LinkedHashMap<>();
        for (StepAssigned one : assigned) {
            turns.computeIfAbsent(one.person(), person -> ofNow(id, person, assigned));
        }
        turns.forEach((person, open) -> organisation
                .person(person)
                .filter(known -> !open.isEmpty())
                .ifPresent(known -> outbox.write(mail(known, open))));
    }

    /** Without what was given to somebody else, done or dropped in the same transaction. */
    private List<StepState> ofNow(PostmortemId id, PersonId person, List<StepAssigned> assigned) {
        return steps.of(id).stream()
                .filter(step -> step.state() == StepState.State.OPEN && person.equals(step.assignee()))
                .filter(step -> assigned.stream().anyMatch(one -> one.step() == step.step()))
                .sorted(Comparator.comparing(StepState::step))
                .toList();
    }

    private Mail mail(Person person, List<StepState> open) {
        StepState first = open.get(0);
        PostmortemId id = first.postmortem();
        boolean one = open.size() == 1;
        ReaderTime time = times.of(person.id());
        Map<String, Object> model = Map.of(
                "personName", person.name(),
                "title", postmortems.get(id).title(),
                "what", one ? first.step().label() : open.size() + " steps",
                "names", open.stream().map(step -> step.step().label()).collect(Collectors.joining(", ")),
                "items",
                        open.stream()
                                .map(step -> Map.of("step", step.step().label(), "due", due(step, time)))
                                .toList(),
                "link", one ? links.step(id, first.step()) : links.postmortem(id));
        String occasion = open.stream().map(StepState::taskId).collect(Collectors.joining(","));
        Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
        return new Mail(id, "your-turn", occasion, to, model, null);
    }

    private static String due(StepState step, ReaderTime time) {
        if (step.due() == null) {
            return "no due date yet";
        }
        return "due %s: %s"
                .formatted(
                        time.show(step.due()),
                        Objects.requireNonNullElse(step.because(), "it is a step of every postmortem"));
    }
}
