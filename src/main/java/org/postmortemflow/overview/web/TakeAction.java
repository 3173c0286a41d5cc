package org.postmortemflow.overview.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.lifecycle.OverruleRequirement;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.ownership.HandOver;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.stereotype.Component;

/** Leads what was typed on an action's page to its use case. */
@Component
class TakeAction {

    private final MoveMeeting moveMeeting;
    private final HandOver handOver;
    private final ChangeSeverity changeSeverity;
    private final OverruleRequirement overruleRequirement;
    private final CancelPostmortem cancelPostmortem;
    private final OrganisationTime time;

    TakeAction(
            MoveMeeting moveMeeting,
            HandOver handOver,
            ChangeSeverity changeSeverity,
            OverruleRequirement overruleRequirement,
            CancelPostmortem cancelPostmortem,
            OrganisationTime time) {
        this.moveMeeting = moveMeeting;
        this.handOver = handOver;
        this.time = time;
        this.changeSeverity = changeSeverity;
        this.overruleRequirement = overruleRequirement;
        this.cancelPostmortem = cancelPostmortem;
    }

    /** @throws org.postmortemflow.shared.Refused with messages beside the fields of the action's page */
    void take(Action action, PostmortemId id, Map<String, String> typed, PersonId by) {
        String reason = typed.getOrDefault("reason", "");
        switch (action) {
            case MOVE_MEETING -> move(id, typed, by);
            case HAND_OVER -> handOver.handOver(id, new PersonId(typed.getOrDefault("owner", "")), reason, by);
            case CHANGE_SEVERITY -> changeSeverity.change(id, typed.get("severity"), reason, by);
            case WAIVE -> overruleRequirement.overrule(id, false, reason, by);
            case OPEN_AFTER_ALL -> overruleRequirement.overrule(id, true, reason, by);
            case CANCEL -> cancelPostmortem.cancel(id, reason, by);
        }
    }

    private void move(PostmortemId id, Map<String, String> typed, PersonId by) {
        Optional<Instant> start = time.parse(typed.getOrDefault("start", ""));
        String minutes = typed.getOrDefault("minutes", "").strip();
        new Problems()
                .when(start.isEmpty(), "start", "Please give a date and time like 2026-06-12 14:00.")
                .when(!minutes.matches("\\d{1,4}"), "minutes", "Please give the length in whole minutes.")
                .refuseIfAny();
        moveMeeting.move(id, start.orElseThrow(), Integer.parseInt(minutes), typed.getOrDefault("lateReason", ""), by);
    }
}
