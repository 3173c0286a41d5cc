package org.postmortemflow.overview.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.overview.Overviews;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/postmortems", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Postmortems", description = "Where each postmortem stands")
class PostmortemApi {

    private static final int MOST = 200;

    private final Overviews overviews;
    private final Clock clock;

    PostmortemApi(Overviews overviews, Clock clock) {
        this.overviews = overviews;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Postmortems, newest first")
    @ApiResponse(responseCode = "200", description = "One page of them")
    List<PostmortemJson> list(
            @Parameter(
                            description =
                                    "Only those with this status, for example in-review; \"open\" for all that are not ended")
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(description = "Counted from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "How many on a page, 1 to 200") @RequestParam(defaultValue = "50") int size,
            Principal principal) {
        new Problems()
                .when(page < 0, "page", "Pages are counted from 0.")
                .when(size < 1 || size > MOST, "size", "A page holds 1 to " + MOST + " postmortems.")
                .refuseIfAny();
        Instant now = clock.instant();
        return overviews.some(new PersonId(principal.getName()), which(status), (long) page * size, size).stream()
                .map(overview -> PostmortemJson.of(overview, now))
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One postmortem")
    @ApiResponse(responseCode = "200", description = "Where it stands")
    @ApiResponse(responseCode = "404", description = "There is none with this id")
    PostmortemJson one(@PathVariable PostmortemId id) {
        return PostmortemJson.of(overviews.get(id), clock.instant());
    }

    private static Predicate<Postmortem> which(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return postmortem -> true;
        }
        if (status.equals("open")) {
            return postmortem -> postmortem.status().isOpen();
        }
        Status wanted = Arrays.stream(Status.values())
                .filter(known -> known.key().equals(status))
                .findFirst()
                .orElseThrow(
                        () -> new Refused(
                                "status",
                                "There is no such status; known are draft, in-review, reviewed, closed, waived, cancelled and open."));
        return postmortem -> postmortem.status() == wanted;
    }
}
