package org.postmortemflow.lifecycle;

import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** Who may do what with a postmortem. Reading is open to everyone in the organisation (R25). */
@Component
public class Permissions {

    private final Accountable accountable;
    private final Organisation organisation;
    private final Names names;

    Permissions(Accountable accountable, Organisation organisation, Names names) {
        this.accountable = accountable;
        this.organisation = organisation;
        this.names = names;
    }

    /**
     * Whether an open step waits for this person: named, or of the pool while nobody is named. Nobody reviews what they own
     * themselves (R5).
     */
    public boolean isTurnOf(StepState step, PersonId person) {
        boolean named = step.assignee() == null ? names.isIn(step.pool(), person) : person.equals(step.assignee());
        return named && !reviewsOwn(step, person);
    }

    private boolean reviewsOwn(StepState step, PersonId person) {
        return step.step() == Step.REVIEW_POSTMORTEM && accountable.isOwner(step.postmortem(), person);
    }

    /**
     * Whether the person may do an open step: those whose turn it is; the incident commander and administrators any; the owner,
     * who delegates but stays accountable (R3), what is asked of owners.
     */
    public boolean mayDo(StepState step, PersonId person) {
        PostmortemId id = step.postmortem();
        boolean ofOwner = step.step().isWriting() || step.step() == Step.SCHEDULE_MEETING;
        boolean any = isTurnOf(step, person)
                || organisation.isAdministrator(person)
                || accountable.isCommander(id, person)
                || ofOwner && accountable.isOwner(id, person);
        return any && !reviewsOwn(step, person);
    }

    /** Whether the person may change severity, meeting or owner, or cancel: commander, owner, managers, administrators. */
    public boolean mayChange(PostmortemId id, PersonId person) {
        return mayOverrule(id, person) || accountable.isOwner(id, person);
    }

    /** Whether the person may decide against the rules if there is a postmortem (R1): the above without the owner. */
    public boolean mayOverrule(PostmortemId id, PersonId person) {
        return organisation.isAdministrator(person)
                || names.isIn(Pool.MANAGERS.key(), person)
                || accountable.isCommander(id, person);
    }

    /**
     * Whether the person may write in the document. Writing is shared work: everyone who may read a postmortem may, also after
     * it was closed, which is then a correction. One that was waived or cancelled is only read.
     */
    public boolean mayWrite(Postmortem postmortem, PersonId person) {
        return organisation.person(person).isPresent()
                && (postmortem.status().isOpen() || postmortem.status() == Status.CLOSED);
    }

    /** @throws Refused unless {@link #mayWrite} */
    public void requireWrite(Postmortem postmortem, PersonId person) {
        if (!mayWrite(postmortem, person)) {
            throw new Refused("This postmortem is %s: it can be read, but not written any more."
                    .formatted(postmortem.status().label().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    /** @throws Refused unless {@link #mayChange} */
    public void requireChange(PostmortemId id, PersonId person) {
        if (!mayChange(id, person)) {
            throw new Refused("This is for the owner, the incident commander, a manager or an administrator.");
        }
    }

    /** @throws Refused unless {@link #mayOverrule} */
    public void requireOverrule(PostmortemId id, PersonId person) {
        if (!mayOverrule(id, person)) {
            throw new Refused("This is for the incident commander, a manager or an administrator.");
        }
    }

    /** Whether the person may take over postmortems from elsewhere: managers, incident commanders, administrators. */
    public boolean mayImport(PersonId person) {
        return organisation.isAdministrator(person)
                || names.isIn(Pool.MANAGERS.key(), person)
                || names.isIn(Pool.INCIDENT_COMMANDERS.key(), person);
    }

    /** @throws Refused unless {@link #mayImport} */
    public void requireImport(PersonId person) {
        if (!mayImport(person)) {
            throw new Refused("Importing is for incident commanders, managers and administrators.");
        }
    }
}
