package org.postmortemflow.overview;

import java.util.Optional;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Accountable;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

@Component
class AccountablePeople implements Accountable {

    private final Owners owners;
    private final Incidents incidents;
    private final Names names;

    AccountablePeople(Owners owners, Incidents incidents, Names names) {
        this.owners = owners;
        this.incidents = incidents;
        this.names = names;
    }

    @Override
    public boolean isOwner(PostmortemId id, PersonId person) {
        return owners.current(id)
                .map(Owners.Ownership::owner)
                .filter(person::equals)
                .isPresent();
    }

    @Override
    public boolean isCommander(PostmortemId id, PersonId person) {
        Optional<PersonId> commander = incidents.of(id).personWith(ResponderRole.INCIDENT_COMMANDER);
        return commander.map(person::equals).orElseGet(() -> names.isIn(Pool.INCIDENT_COMMANDERS.key(), person));
    }
}
