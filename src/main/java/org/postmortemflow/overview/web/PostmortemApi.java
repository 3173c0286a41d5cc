package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.overview.ListCursor;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.overview.Overviews;
import org.postmortemflow.overview.Place;
import org.postmortemflow.overview.PostmortemLists;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/postmortems")
@Tag(name = "Postmortems", description = "Where each postmortem stands")
class PostmortemApi {

    private static final int MOST = 200;

    private final Overviews overviews;
    private final PostmortemLists lists;
    private final ListFile file;
    private final Organisation organisation;
    private final Names names;
    private final Clock clock;

    PostmortemApi(
            Overviews overviews,
            PostmortemLists lists,
            ListFile file,
            Organisation organisation,
            Names names,
            Clock clock) {
        this.overviews = overviews;
        this.lists = lists;
        this.file = file;
        this.organisation = organisation;
        this.names = names;
        this.clock = clock;
    }

    @Schema(name = "PostmortemList")
    record ListJson(
            List<PostmortemSummary> postmortems,

            @Schema(description = "Send it as \"after\" for the next ones; null after the last") @Nullable
            String next) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Postmortems, newest first",
            description =
                    "Private ones that are not for you are left out. Each filter can be repeated: one of its values"
                            + " is enough. With \"Accept: text/csv\" it is a file for spreadsheets.")
    @ApiResponse(responseCode = "200", description = "Some of them, and where the next ones begin")
    @ApiResponse(responseCode = "400", description = "Something cannot be read; one entry per field")
    ListJson list(
            @Parameter(description = "For example in-review; \"open\" for all that are not ended")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> status,
            @Parameter(description = "A step that is open, for example schedule-meeting")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> step,
            @Parameter(description = "A team's id; \"none\" for those without one")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> team,
            @Parameter(description = "Id or name") @RequestParam(required = false) @Nullable List<String> service,
            @Parameter(description = "For example sev-1") @RequestParam(required = false) @Nullable
                    List<String> severity,
            @Parameter(description = "Who owns it, commands its incident or has an open step; \"me\" for you")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> person,
            @Parameter(description = "First month of the resolution, YYYY-MM") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last month of the resolution") @RequestParam(required = false) @Nullable
                    String to,
            @Parameter(description = "\"yes\": only those with a deadline that is missed and still to be met")
                    @RequestParam(required = false)
                    @Nullable
                    String late,
            @Parameter(description = "How many, 1 to 200") @RequestParam(defaultValue = "50") int size,
            @Parameter(description = "What the answer before gave as \"next\"")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked,
            Principal principal) {
        PersonId reader = new PersonId(principal.getName());
        Problems problems = new Problems();
        ListFilter filter = filter(asked, reader, problems);
        Optional<Place> place = Optional.ofNullable(after).flatMap(text -> ListCursor.read(ListOrder.NEWEST, text));
        problems.when(size < 1 || size > MOST, "size", "One answer holds 1 to " + MOST + " postmortems.")
                .when(after != null && place.isEmpty(), "after", "This is not what an answer gave as \"next\".")
                .refuseIfAny();
        PostmortemLists.Part part = lists.part(filter, ListOrder.NEWEST, place.orElse(null), size, reader);
        return new ListJson(
                part.postmortems().stream()
                        .map(one -> PostmortemSummary.of(one, names))
                        .toList(),
                part.next() == null ? null : ListCursor.write(ListOrder.NEWEST, part.next()));
    }

    @GetMapping(produces = "text/csv")
    @Operation(hidden = true, summary = "The same for spreadsheets, at most 10,000")
    ResponseEntity<byte[]> file(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> asked, Principal principal) {
        PersonId reader = new PersonId(principal.getName());
        Problems problems = new Problems();
        ListFilter filter = filter(asked, reader, problems);
        problems.refuseIfAny();
        return file.of(filter, ListOrder.NEWEST, reader);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One postmortem")
    @ApiResponse(responseCode = "200", description = "Where it stands")
    @ApiResponse(responseCode = "404", description = "There is none with this id, or it is private")
    PostmortemJson one(@PathVariable PostmortemId id) {
        return PostmortemJson.of(overviews.get(id), clock.instant());
    }

    private ListFilter filter(MultiValueMap<String, String> asked, PersonId reader, Problems problems) {
        return new ListQuery(asked, reader, organisation).filter(Set.of(), problems);
    }
}
