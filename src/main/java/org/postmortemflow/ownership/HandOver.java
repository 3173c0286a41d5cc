package org.postmortemflow.ownership;

import java.time.Clock;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Reason;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner hands a postmortem over to somebody else; who owned it before stays known (R3). */
@Component
public class HandOver {

    private final OwnershipRecords owners;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final Permissions permissions;
    private final PostmortemProcess process;
    private final History history;
    private final Names names;
    private final Clock clock;

    HandOver(
            OwnershipRecords owners,
            Postmortems postmortems,
            Organisation organisation,
            Permissions permissions,
            PostmortemProcess process,
            History history,
            Names names,
            Clock clock) {
        this.owners = owners;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.permissions = permissions;
        this.process = process;
        this.history = history;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The new owner is told, and the owner's open tasks follow.
     *
     * @throws Refused without a reason, without permission, when it has ended, or unless the new owner is another person of the
     *     organisation; fields are {@code owner} and {@code reason}
     */
    @Transactional
    public void handOver(PostmortemId id, PersonId newOwner, String reason, PersonId by) {
        permissions.requireChange(id, by);
        Postmortem postmortem = postmortems.get(id);
        if (!postmortem.status().isOpen()) {
            throw new Refused("This postmortem is " + postmortem.status().label() + "; its owner stays as it is.");
        }
        PersonId owner = owners.current(id)
                .map(Owners.Ownership::owner)
                .orElseThrow(() -> new Refused("There is no owner yet: please do the step \"Designate owner\"."));
        new Problems()
                .when(newOwner.value().isBlank(), "owner", "Please choose the new owner.")
                .when(organisation.person(newOwner).isEmpty(), "owner", "This person is not known in the organisation.")
                .when(newOwner.equals(owner), "owner", names.of(owner) + " owns it already.")
                .refuseIfAny();
        String because = Reason.of(reason);
        begin(id, newOwner, by);
        history.note(
                id,
                History.Kind.DECISION,
                "Owner: %s, before %s: %s".formatted(names.of(newOwner), names.of(owner), because),
                by);
        process.ownerHandedOver(id);
    }

    private void begin(PostmortemId id, PersonId newOwner, PersonId by) {
        try {
            owners.begin(id, newOwner, by, clock.instant());
        } catch (DuplicateKeyException somebodyElse) {
            throw new Refused("Somebody else handed this postmortem over at the same moment. Please look again.");
        }
    }
}
