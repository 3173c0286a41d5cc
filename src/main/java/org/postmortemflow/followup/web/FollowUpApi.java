package org.postmortemflow.followup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.ChangeState;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpList;
import org.postmortemflow.followup.FollowUpList.Filter;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Follow-ups", description = "What is done so that it does not happen again")
class FollowUpApi {

    private static final int MOST = 200;

    private final FollowUpList list;
    private final FollowUps followUps;
    private final Readership reading;
    private final ChangeState changeState;
    private final Clock clock;

    FollowUpApi(FollowUpList list, FollowUps followUps, Readership reading, ChangeState changeState, Clock clock) {
        this.list = list;
        this.followUps = followUps;
        this.reading = reading;
        this.changeState = changeState;
        this.clock = clock;
    }

    @Schema(name = "FollowUps")
    record Some(
            List<FollowUpJson> items,

            @Schema(description = "Send it as \"after\" for the next ones; null after the last") @Nullable
            String next) {}

    @Schema(name = "FollowUpChange")
    record Change(
            @Schema(description = "open, in-progress, done or declined", example = "done") @Nullable
            String state,

            @Schema(description = "Needed to decline; may be left out otherwise") @Nullable
            String reason,

            @Schema(description = "The state it was read in: the change is refused when it is another by now") @Nullable
            String seen) {}

    @GetMapping
    @Operation(summary = "Follow-ups of all postmortems, the earliest due first")
    @ApiResponse(responseCode = "200", description = "Some of them, and where the next ones begin")
    @ApiResponse(responseCode = "400", description = "A filter cannot be read; one entry per filter")
    Some list(
            @Parameter(description = "A team's id; \"none\" for those without a team")
                    @RequestParam(required = false)
                    @Nullable
                    String team,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "open, in-progress, done, declined or all; without it, those that are not done")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "A person's id, or \"mine\"") @RequestParam(required = false) @Nullable
                    String assignee,
            @Parameter(description = "\"yes\" for overdue ones only") @RequestParam(required = false) @Nullable
                    String overdue,
            @Parameter(description = "What the answer before gave as \"next\"")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "How many, 1 to 200") @RequestParam(defaultValue = "50") int size,
            Principal principal) {
        Map<String, String> asked = new HashMap<>();
        put(asked, "team", team);
        put(asked, "priority", priority);
        put(asked, "kind", kind);
        put(asked, "state", state);
        put(asked, "assignee", assignee);
        put(asked, "overdue", overdue);
        PersonId viewer = new PersonId(principal.getName());
        Instant now = clock.instant();
        Problems problems = new Problems();
        Filter filter = new ListQuery(asked, viewer).filter(now, reading.readable(viewer), problems);
        problems.when(size < 1 || size > MOST, "size", "Ask for 1 to " + MOST + " follow-ups.")
                .when(after != null && Cursor.read(after).isEmpty(), "after", "This is no place in the list.")
                .refuseIfAny();
        List<Listed> some =
                list.next(filter, after == null ? null : Cursor.read(after).orElseThrow(), size + 1);
        List<Listed> shown = some.subList(0, Math.min(size, some.size()));
        return new Some(
                shown.stream().map(one -> FollowUpJson.of(one.followUp(), now)).toList(),
                some.size() > size ? Cursor.write(shown.get(size - 1).place()) : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One follow-up")
    @ApiResponse(responseCode = "200", description = "What it says and how far it is")
    FollowUpJson one(@PathVariable UUID id, Principal principal) {
        return FollowUpJson.of(readable(id, new PersonId(principal.getName())), clock.instant());
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Says how far a follow-up is")
    @ApiResponse(responseCode = "200", description = "As it is now")
    FollowUpJson change(@PathVariable UUID id, @RequestBody Change body, Principal principal) {
        PersonId by = new PersonId(principal.getName());
        readable(id, by);
        State to = state("state", body.state());
        State seen = body.seen() == null ? null : state("seen", body.seen());
        changeState.change(id, to, body.reason() == null ? "" : body.reason(), seen, by);
        return FollowUpJson.of(followUps.get(id), clock.instant());
    }

    private FollowUp readable(UUID id, PersonId viewer) {
        FollowUp followUp = followUps.get(id);
        if (!reading.mayRead(followUp.postmortem(), viewer)) {
            throw new NoSuchElementException("No follow-up " + id);
        }
        return followUp;
    }

    private static State state(String field, @Nullable String key) {
        return State.ofKey(key == null ? "" : key)
                .orElseThrow(() -> new Refused(field, "Please say open, in-progress, done or declined."));
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }
}
