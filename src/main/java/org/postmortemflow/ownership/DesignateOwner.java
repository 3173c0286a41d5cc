package org.postmortemflow.ownership;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The incident commander picks exactly one owner, from candidates who are shown with the reason (R2, R3). */
@Component
class DesignateOwner implements StepForm {

    private final OwnershipRecords owners;
    private final Candidates candidates;
    private final Incidents incidents;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final History history;
    private final Clock clock;

    DesignateOwner(
            OwnershipRecords owners,
            Candidates candidates,
            Incidents incidents,
            Postmortems postmortems,
            Organisation organisation,
            History history,
            Clock clock) {
        this.owners = owners;
        this.candidates = candidates;
        this.incidents = incidents;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.DESIGNATE_OWNER;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        boolean major = postmortem.severity() != null && postmortem.severity().isMajor();
        List<Map<String, Object>> rows = candidates.of(incidents.of(id)).stream()
                .map(candidate -> Map.<String, Object>of(
                        "label",
                        candidate.person().name() + ": " + candidate.reason(),
                        "value",
                        candidate.person().id().value()))
                .toList();
        return Map.of("candidates", rows, "owner", "", "customersAffected", major || postmortem.customersAffected());
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        List<String> chosen = answers.texts("owner");
        Optional<Person> owner =
                chosen.size() == 1 ? organisation.person(new PersonId(chosen.get(0))) : Optional.empty();
        new Problems()
                .when(chosen.isEmpty(), "owner", "Please choose the owner.")
                .when(chosen.size() > 1, "owner", "Please choose one person: a postmortem has exactly one owner.")
                .when(owner.isEmpty(), "owner", "This person is not known in the organisation.")
                .refuseIfAny();
        owners.begin(id, owner.orElseThrow().id(), by, clock.instant());
        history.note(id, History.Kind.DECISION, "Owner: " + owner.get().name() + ".", by);
        postmortems.setCustomersAffected(id, answers.yes("customersAffected"), by);
    }
}
