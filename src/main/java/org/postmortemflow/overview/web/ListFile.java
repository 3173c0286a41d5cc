package org.postmortemflow.overview.web;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Links;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.overview.ListedPostmortem.Next;
import org.postmortemflow.overview.Place;
import org.postmortemflow.overview.PostmortemLists;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Spreadsheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A list of postmortems for spreadsheets; times are UTC in ISO 8601. */
@Component
class ListFile {

    /** A spreadsheet is for reading; programs page through REST. */
    static final int MOST = 10_000;

    private static final int AT_ONCE = 500;

    private final PostmortemLists lists;
    private final ListLines lines;
    private final Names names;
    private final Links links;

    ListFile(PostmortemLists lists, ListLines lines, Names names, Links links) {
        this.lists = lists;
        this.lines = lines;
        this.names = names;
        this.links = links;
    }

    ResponseEntity<byte[]> of(ListFilter filter, ListOrder order, PersonId reader) {
        Spreadsheet sheet = Spreadsheet.withHeader(
                "Incident",
                "Severity",
                "Status",
                "Late",
                "Team",
                "Services",
                "Owner",
                "Whose turn it is",
                "Next deadline",
                "Due (UTC)",
                "Because",
                "Resolved (UTC)",
                "Opened (UTC)",
                "Ended (UTC)",
                "Reason",
                "Address");
        Place after = null;
        int written = 0;
        do {
            PostmortemLists.Part part = lists.part(filter, order, after, AT_ONCE, reader);
            lines.of(part.postmortems(), reader).forEach(line -> row(sheet, line));
            written += part.postmortems().size();
            after = part.next();
        } while (after != null && written < MOST);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("postmortems.csv").build());
        return ResponseEntity.ok().headers(headers).body(sheet.bytes());
    }

    private void row(Spreadsheet sheet, ListLine line) {
        ListedPostmortem one = line.one();
        Next next = one.next();
        sheet.row(
                one.title(),
                one.severity() == null ? "" : one.severity().label(),
                one.status().label(),
                one.late() ? "yes" : "no",
                one.team().isEmpty() ? "" : names.team(one.team()),
                one.services().stream().map(names::service).collect(Collectors.joining(", ")),
                line.owner(),
                line.turns().stream()
                        .map(turn -> turn.who() + ": " + turn.steps())
                        .collect(Collectors.joining("; ")),
                next == null ? "" : next.kind().label(),
                next == null ? "" : next.due(),
                next == null ? "" : next.because(),
                one.clockStart(),
                one.openedAt(),
                text(one.closedAt()),
                text(one.endReason()),
                links.postmortem(one.id()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
