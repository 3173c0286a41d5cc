package org.postmortemflow.readership.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.people.Names;
import org.postmortemflow.readership.AcknowledgeReading;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.readership.NameReaders;
import org.postmortemflow.readership.Reader;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Readers and privacy for programs; the same people may do it, and the same refusals answer. */
@RestController
@RequestMapping(path = "/api/postmortems/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Readers", description = "Who must read a postmortem, and for whom alone it is")
class ReadersApi {

    private final Readership readership;
    private final NameReaders nameReaders;
    private final AcknowledgeReading acknowledge;
    private final KeepPrivate keepPrivate;
    private final Permissions permissions;
    private final Names names;

    ReadersApi(
            Readership readership,
            NameReaders nameReaders,
            AcknowledgeReading acknowledge,
            KeepPrivate keepPrivate,
            Permissions permissions,
            Names names) {
        this.readership = readership;
        this.nameReaders = nameReaders;
        this.acknowledge = acknowledge;
        this.keepPrivate = keepPrivate;
        this.permissions = permissions;
        this.names = names;
    }

    @Schema(name = "Reader")
    record ReaderJson(
            String person,
            String name,

            @Schema(description = "The team that was named as a whole") @Nullable
            String team,

            boolean mustRead,
            @Nullable Instant toldAt,
            @Nullable Instant readAt) {}

    @Schema(name = "ReadersToName")
    record ToName(
            @Schema(description = "Ids of persons") @Nullable
            List<String> persons,

            @Schema(description = "Ids of teams; their present members are named") @Nullable
            List<String> teams,

            @Schema(description = "False only lets them read a private postmortem; true when not given") @Nullable
            Boolean mustRead) {}

    @Schema(name = "PrivacyReason")
    record Because(@Nullable String reason) {}

    @GetMapping("/readers")
    @Operation(summary = "Who was named to read it; for the owner, the incident commander, managers and administrators")
    List<ReaderJson> readers(@PathVariable PostmortemId id, Principal principal) {
        permissions.requireChange(id, person(principal));
        return readership.readers(id).stream().map(this::json).toList();
    }

    @PostMapping("/readers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Names persons or whole teams")
    void name(@PathVariable PostmortemId id, @RequestBody ToName body, Principal principal) {
        List<PersonId> persons =
                plain(body.persons()).stream().map(PersonId::new).toList();
        nameReaders.name(id, persons, plain(body.teams()), !Boolean.FALSE.equals(body.mustRead()), person(principal));
    }

    @DeleteMapping("/readers/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a person off the list")
    void remove(@PathVariable PostmortemId id, @PathVariable String person, Principal principal) {
        nameReaders.remove(id, new PersonId(person), person(principal));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that you have read it")
    void read(@PathVariable PostmortemId id, Principal principal) {
        acknowledge.read(id, person(principal));
    }

    @PostMapping("/private")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Makes it private: only owner, commander, those with a step, named readers and administrators see it")
    void makePrivate(@PathVariable PostmortemId id, @RequestBody Because body, Principal principal) {
        keepPrivate.makePrivate(id, body.reason(), person(principal));
    }

    @PostMapping("/open-to-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Opens a private postmortem to everybody in the organisation again")
    void makeOpen(@PathVariable PostmortemId id, @RequestBody Because body, Principal principal) {
        keepPrivate.makeOpen(id, body.reason(), person(principal));
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }

    private ReaderJson json(Reader reader) {
        return new ReaderJson(
                reader.person().value(),
                names.of(reader.person()),
                reader.team(),
                reader.mustRead(),
                reader.toldAt(),
                reader.readAt());
    }

    private static List<String> plain(@Nullable List<@Nullable String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().map(id -> id == null ? "" : id).toList();
    }
}
