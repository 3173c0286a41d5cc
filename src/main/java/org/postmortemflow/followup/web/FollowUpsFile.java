package org.postmortemflow.followup.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.notification.Links;
import org.postmortemflow.people.Names;
import org.springframework.stereotype.Component;

/** Follow-ups as comma-separated values (RFC 4180) for spreadsheets. */
@Component
class FollowUpsFile {

    /** Without it, a spreadsheet takes the text for another encoding. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FollowUpDays days;
    private final Names names;
    private final Links links;

    FollowUpsFile(FollowUpDays days, Names names, Links links) {
        this.days = days;
        this.names = names;
        this.links = links;
    }

    String of(List<Listed> all) {
        Stream<String> header = Stream.of(line(
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
                "Address"));
        return Stream.concat(header, all.stream().map(this::line))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    private String line(Listed one) {
        FollowUp followUp = one.followUp();
        return line(
                followUp.ticket() == null ? "" : followUp.ticket().key(),
                followUp.title(),
                followUp.priority(),
                followUp.kind().label(),
                followUp.factor(),
                followUp.teamId() == null ? "" : names.team(followUp.teamId()),
                followUp.assignee() == null ? "" : names.of(followUp.assignee()),
                followUp.progress().state().label(),
                followUp.progress().reason(),
                followUp.openedAt().toString(),
                String.valueOf(days.ageInDays(followUp)),
                days.lastDay(followUp).toString(),
                days.overdue(followUp) ? "yes" : "no",
                String.join(" ", followUp.labels()),
                one.postmortemTitle(),
                links.postmortem(followUp.postmortem()) + "/follow-ups/" + followUp.id());
    }

    private static String line(@Nullable String... cells) {
        return Stream.of(cells)
                .map(cell -> cell(Objects.requireNonNullElse(cell, "")))
                .collect(Collectors.joining(","));
    }

    /** A text that a spreadsheet would run as a formula gets a quote before it. */
    static String cell(String text) {
        String harmless = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*") || harmless.startsWith("'")
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }
}
