package org.postmortemflow.process;

import static org.postmortemflow.process.contract.Variables.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.notification.Links;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.review.Reviews.Verdict;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** Projects our record onto the process variables. The record leads; what a person wrote over a variable does not last. */
@Component
public class ProcessState {

    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Owners owners;
    private final Meetings meetings;
    private final Reviews reviews;
    private final ExternalMessages messages;
    private final KnownDeadlines deadlines;
    private final Links links;

    ProcessState(
            Postmortems postmortems,
            Incidents incidents,
            Owners owners,
            Meetings meetings,
            Reviews reviews,
            ExternalMessages messages,
            KnownDeadlines deadlines,
            Links links) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.owners = owners;
        this.meetings = meetings;
        this.reviews = reviews;
        this.messages = messages;
        this.deadlines = deadlines;
        this.links = links;
    }

    /** All variables of the postmortem as the record has them now. */
    public Map<String, @Nullable Object> of(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        Incident incident = incidents.get(postmortem.incidentId());
        List<Owners.Ownership> ownerships = owners.all(id);
        Optional<Meeting> meeting = meetings.of(id);
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put(POSTMORTEM_TITLE, postmortem.title());
        variables.put(POSTMORTEM_URL, links.postmortem(id));
        Severity severity = postmortem.severity();
        variables.put(SEVERITY, severity == null ? null : severity.key());
        variables.put(SEVERITY_KNOWN, severity != null);
        variables.put(POSTMORTEM_REQUIRED, Boolean.TRUE.equals(postmortem.required()));
        variables.put(WAIVED, postmortem.status() == Status.WAIVED);
        for (Criterion criterion : Criterion.values()) {
            variables.put(criterion.key(), incident.criteria().contains(criterion));
        }
        people(incident, ownerships, meeting, variables);
        writing(id, postmortem, variables);
        variables.put(
                EXTERNAL_MESSAGE_TO_POST,
                messages.of(id)
                        .map(message -> Boolean.TRUE.equals(message.approved()))
                        .orElse(false));
        dues(postmortem, ownerships, meeting, variables);
        return variables;
    }

    /** Writes what has changed into the process instance, and removes what does not belong there. */
    public void refresh(DelegateExecution execution) {
        DelegateExecution instance = execution.getProcessInstance();
        Map<String, @Nullable Object> wanted = of(PostmortemKey.of(execution));
        Map<String, Object> present = instance.getVariables();
        wanted.forEach((name, value) -> {
            if (!present.containsKey(name) || !Objects.equals(present.get(name), value)) {
                instance.setVariable(name, value);
            }
        });
        Set<String> strangers = new HashSet<>(present.keySet());
        strangers.removeAll(allowed());
        instance.removeVariables(strangers);
    }

    /** All names that a process instance may hold. */
    public static Set<String> allowed() {
        Set<String> names = new HashSet<>(ofProcess());
        names.addAll(Arrays.stream(Criterion.values()).map(Criterion::key).collect(Collectors.toSet()));
        return names;
    }

    private static void people(
            Incident incident,
            List<Owners.Ownership> ownerships,
            Optional<Meeting> meeting,
            Map<String, @Nullable Object> variables) {
        Optional<PersonId> commander = incident.personWith(ResponderRole.INCIDENT_COMMANDER);
        Optional<PersonId> owner =
                ownerships.stream().map(Owners.Ownership::owner).reduce((first, last) -> last);
        Optional<PersonId> scribe = incident.personWith(ResponderRole.SCRIBE);
        Optional<PersonId> facilitator = meeting.map(Meeting::facilitator);
        variables.put(INCIDENT_COMMANDER, id(commander));
        variables.put(OWNER, id(owner));
        variables.put(TIMELINE_BY, id(scribe.or(() -> owner)));
        variables.put(MESSAGE_BY, id(incident.personWith(ResponderRole.CUSTOMER_LIAISON)));
        variables.put(MEETING_RUN_BY, id(facilitator.or(() -> commander).or(() -> owner)));
    }

    private void writing(PostmortemId id, Postmortem postmortem, Map<String, @Nullable Object> variables) {
        Optional<Verdict> verdict = reviews.latest(id);
        boolean sentBack = verdict.isPresent() && !verdict.get().approved();
        TO_WRITE.forEach((step, name) -> {
            boolean asked = !sentBack || verdict.get().toRevise().contains(step);
            boolean needed = step != Step.DRAFT_EXTERNAL_MESSAGE || postmortem.customersAffected();
            variables.put(name, asked && needed);
        });
        if (TO_WRITE.values().stream().noneMatch(name -> Boolean.TRUE.equals(variables.get(name)))) {
            variables.put(TO_WRITE.get(Step.ANALYSE), true);
        }
        variables.put(REVIEW_APPROVED, verdict.map(Verdict::approved).orElse(false));
    }

    private void dues(
            Postmortem postmortem,
            List<Owners.Ownership> ownerships,
            Optional<Meeting> meeting,
            Map<String, @Nullable Object> variables) {
        DUE.values().forEach(name -> variables.put(name, null));
        deadlines
                .of(postmortem, ownerships, meeting)
                .forEach((step, deadline) -> variables.put(DUE.get(step), Date.from(deadline.at())));
        Instant asked = deadlines.reviewRequest(meeting).orElse(null);
        variables.put(REVIEW_REQUEST_DUE, asked == null ? null : Date.from(asked));
    }

    private static @Nullable String id(Optional<PersonId> person) {
        return person.map(PersonId::value).orElse(null);
    }
}
