package org.postmortemflow.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.search.Excerpt;
import org.postmortemflow.search.Finding;
import org.postmortemflow.search.Findings;
import org.postmortemflow.search.RebuildSearch;
import org.postmortemflow.search.Search;
import org.postmortemflow.search.SearchQuery;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Search", description = "Finds postmortems by words and facts")
class SearchApi {

    private static final int SIZE = 20;
    private static final int MOST = 100;

    private final Search search;
    private final RebuildSearch rebuild;

    SearchApi(Search search, RebuildSearch rebuild) {
        this.search = search;
        this.rebuild = rebuild;
    }

    @Schema(name = "SearchResult")
    record ResultJson(
            @Schema(description = "How many there are in all that you may read")
            long total,

            @Schema(description = "False when nothing has all the words: these have some of them")
            boolean allWords,

            List<FindingJson> postmortems,

            @Schema(description = "Give this as \"after\" to read on; null at the end") @Nullable
            String next) {}

    @Schema(name = "SearchFinding")
    record FindingJson(
            UUID id,
            String title,
            @Schema(example = "sev-1") @Nullable String severity,
            @Schema(example = "closed") String status,
            Instant resolvedAt,
            List<String> services,
            List<Excerpt> excerpts) {}

    @Schema(name = "SearchRebuild")
    record RebuildJson(
            @Schema(description = "How many postmortems are still to be read")
            long waiting) {}

    @GetMapping
    @Operation(
            summary = "Postmortems that have all the words, the best first",
            description = "Without words, those that the facts fit, newest first. Private ones that are not for you are"
                    + " neither shown nor counted.")
    @ApiResponse(responseCode = "200", description = "One page of them")
    @ApiResponse(responseCode = "400", description = "Something cannot be read; one entry per field")
    ResultJson search(
            @Parameter(description = "Words") @RequestParam(required = false) @Nullable String q,
            @Parameter(description = "Words among the contributing factors") @RequestParam(required = false) @Nullable
                    String factor,
            @Parameter(description = "Id or name") @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "For example sev-1") @RequestParam(required = false) @Nullable String severity,
            @Parameter(description = "For example closed") @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "First local day of the resolution, YYYY-MM-DD")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last local day of the resolution") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "1 to 100, otherwise 20") @RequestParam(required = false) @Nullable String size,
            @Parameter(description = "\"next\" of the page before") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(hidden = true) @RequestParam Map<String, String> typed,
            Principal principal) {
        SearchQuery query = TypedQuery.read(typed);
        int most = TypedQuery.number(typed, "size", SIZE, 1, MOST);
        PersonId reader = new PersonId(principal.getName());
        Findings found = after == null || after.isBlank()
                ? search.page(query, reader, 0, most)
                : search.after(query, reader, after, most);
        return new ResultJson(
                found.total(),
                found.allWords(),
                found.findings().stream().map(SearchApi::json).toList(),
                found.next());
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Reads all postmortems into the index again, while it is used; for administrators")
    @ApiResponse(responseCode = "202", description = "It begins within seconds")
    @ApiResponse(responseCode = "409", description = "This is for an administrator")
    RebuildJson rebuild(Principal principal) {
        rebuild.markAll(new PersonId(principal.getName()));
        return new RebuildJson(rebuild.waiting());
    }

    @GetMapping("/rebuild")
    @Operation(summary = "How far the rebuilding is")
    RebuildJson waiting() {
        return new RebuildJson(rebuild.waiting());
    }

    private static FindingJson json(Finding finding) {
        Severity severity = finding.match().severity();
        return new FindingJson(
                finding.match().id().value(),
                finding.match().title(),
                severity == null ? null : severity.key(),
                finding.match().status().key(),
                finding.match().resolvedAt(),
                finding.services(),
                finding.excerpts());
    }
}
