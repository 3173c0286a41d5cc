package org.postmortemflow.escalation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Words what is late: since when, why then, whom it waits for, and where to do it. */
@Component
class OverdueMail {

    private final Postmortems postmortems;
    private final Links links;
    private final OrganisationTime time;
    private final Names names;

    OverdueMail(Postmortems postmortems, Links links, OrganisationTime time, Names names) {
        this.postmortems = postmortems;
        this.links = links;
        this.time = time;
        this.names = names;
    }

    /**
     * @param late at least one, all of one postmortem and due at the same time
     * @param reason why this person is told
     */
    Mail to(Person person, List<StepState> late, int rung, String reason) {
        StepState first = late.get(0);
        PostmortemId id = first.postmortem();
        boolean one = late.size() == 1;
        Map<String, Object> model = Map.of(
                "title", postmortems.get(id).title(),
                "step", one ? first.step().label() : late.size() + " steps",
                "since", time.show(Objects.requireNonNull(first.due())),
                "items", late.stream().map(this::item).toList(),
                "personName", person.name(),
                "reason", reason,
                "link", one ? links.step(id, first.step()) : links.postmortem(id));
        Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
        return new Mail(id, "step-overdue", occasion(late, rung), to, model, null);
    }

    private Map<String, String> item(StepState step) {
        boolean nobody = step.assignee() == null && step.pool() == null;
        return Map.of(
                "step", step.step().label(),
                "waitsFor", nobody ? "somebody who takes it" : names.of(step.assignee(), step.pool()),
                "because", Optional.ofNullable(step.because()).orElse("it is a step of every postmortem"));
    }

    /** The same whichever of the steps asks first, so that the others add no second mail. */
    private static String occasion(List<StepState> late, int rung) {
        String steps = late.stream().map(step -> step.step().key()).collect(Collectors.joining(","));
        return "%s/%s/%d".formatted(steps, late.get(0).due(), rung);
    }
}
