package org.postmortemflow.meeting;

import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** What the meeting is about, in its order, with time boxes (R12, R13). */
@Component
class Agenda {

    private final Owners owners;
    private final Incidents incidents;
    private final Postmortems postmortems;
    private final FollowUps followUps;
    private final Names names;

    Agenda(Owners owners, Incidents incidents, Postmortems postmortems, FollowUps followUps, Names names) {
        this.owners = owners;
        this.incidents = incidents;
        this.postmortems = postmortems;
        this.followUps = followUps;
        this.names = names;
    }

    /** Plain text, one item per line. */
    String of(PostmortemId id, long minutes) {
        boolean message = postmortems.get(id).customersAffected();
        String owner =
                owners.current(id).map(Owners.Ownership::owner).map(names::of).orElse("the owner");
        long box = Math.max(5, minutes * 2 / 5);
        List<String> items = new ArrayList<>();
        items.add("1. How did we get here? %s summarises causes and timeline (%d min).".formatted(owner, box));
        items.add(
                "2. %s summarises the follow-ups (%d min): is the team confident, what more or different, will leadership commit?"
                        .formatted(owner, box));
        followUps.of(id).stream()
                .filter(FollowUp::discuss)
                .forEach(followUp -> items.add("   To discuss: " + followUp.title()));
        items.add("3. %s summarises impact and customers' reactions%s (%d min)."
                .formatted(
                        liaison(id),
                        message ? "; the external message is reviewed and approved" : "",
                        Math.max(5, minutes - 2 * box)));
        return String.join("\n", items);
    }

    /** What the facilitator has at hand (R13). */
    String groundRules() {
        return String.join(
                "\n",
                "We look for what the system made likely, not for who did it; people's mistakes stay anonymous.",
                "The facilitator gives no opinion and takes no side: hears everyone, paraphrases, keeps the time.",
                "Ask \"what\" and \"how\" rather than \"who\" and \"why\": What did you see? How did that look then?",
                "Who has not spoken yet? What would have helped? What do we decide, and who takes it on?");
    }

    private String liaison(PostmortemId id) {
        return incidents.of(id).responders().stream()
                .filter(responder -> responder.role() == ResponderRole.CUSTOMER_LIAISON)
                .map(Responder::name)
                .findFirst()
                .orElse("The customer liaison");
    }
}
