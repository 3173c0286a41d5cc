package org.postmortemflow.followup.web;

import java.util.List;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.notification.Links;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.Spreadsheet;
import org.springframework.stereotype.Component;

/** Follow-ups for spreadsheets. */
@Component
class FollowUpsFile {

    private final FollowUpDays days;
    private final Names names;
    private final Links links;

    FollowUpsFile(FollowUpDays days, Names names, Links links) {
        this.days = days;
        this.names = names;
        this.links = links;
    }

    byte[] of(List<Listed> all) {
        Spreadsheet sheet = Spreadsheet.withHeader(
                "Ticket",
                "Title",
                "Priority",
                "Improves",
                "Contributing factor",
                "Team",
                "Assignee",
                "State",
                "Reason",
                "Opened",
                "Age in days",
                "Due",
                "Overdue",
                "Labels",
                "Postmortem",
                "Address");
        all.forEach(one -> write(one, sheet));
        return sheet.bytes();
    }

    private void write(Listed one, Spreadsheet sheet) {
        FollowUp followUp = one.followUp();
        sheet.row(
                followUp.ticket() == null ? "" : followUp.ticket().key(),
                followUp.title(),
                followUp.priority(),
                followUp.kind().label(),
                followUp.factor(),
                followUp.teamId() == null ? "" : names.team(followUp.teamId()),
                followUp.assignee() == null ? "" : names.of(followUp.assignee()),
                followUp.progress().state().label(),
                followUp.progress().reason(),
                followUp.openedAt(),
                days.ageInDays(followUp),
                days.lastDay(followUp),
                days.overdue(followUp) ? "yes" : "no",
                String.join(" ", followUp.labels()),
                one.postmortemTitle(),
                links.postmortem(followUp.postmortem()) + "/follow-ups/" + followUp.id());
    }
}
