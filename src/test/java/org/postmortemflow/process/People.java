package org.postmortemflow.process;

import java.util.List;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.shared.PersonId;

/** Who does what in the process tests; all are persons of the demo organisation. */
public final class People {

    public static final String SERVICE = "checkout-api";

    public static final PersonId COMMANDER = new PersonId("ada");
    public static final PersonId OWNER = new PersonId("kavya");
    public static final PersonId SCRIBE = new PersonId("ben");
    public static final PersonId LIAISON = new PersonId("jonas");
    public static final PersonId REVIEWER = new PersonId("liam");
    public static final PersonId SUPPORT = new PersonId("hana");

    public static final List<ReportedResponder> ALL_ROLES = List.of(
            responder(ResponderRole.INCIDENT_COMMANDER, COMMANDER),
            responder(ResponderRole.SCRIBE, SCRIBE),
            responder(ResponderRole.CUSTOMER_LIAISON, LIAISON),
            responder(ResponderRole.STABILISED_SERVICE, OWNER));

    private People() {}

    /** The person whose turn it is: the assignee, or somebody of the pool who is not the owner. */
    public static PersonId doing(StepState open) {
        if (open.assignee() != null) {
            return open.assignee();
        }
        return switch (String.valueOf(open.pool())) {
            case "incident-commanders" -> COMMANDER;
            case "reviewers" -> REVIEWER;
            case "customer-support" -> SUPPORT;
            default -> throw new AssertionError("Nobody does " + open);
        };
    }

    private static ReportedResponder responder(ResponderRole role, PersonId person) {
        return new ReportedResponder(role, new Mention(person.value(), person.value()));
    }
}
