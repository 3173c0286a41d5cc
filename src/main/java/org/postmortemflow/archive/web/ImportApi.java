package org.postmortemflow.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.ImportFile;
import org.postmortemflow.archive.ImportFiles;
import org.postmortemflow.archive.ImportOutcome;
import org.postmortemflow.archive.ImportRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

@RestController
@Tag(name = "Import", description = "Existing postmortems come along")
class ImportApi {

    private static final String DESCRIPTION = """
            Takes over postmortems that were written elsewhere, as Closed: title, dates, severity, sections, timeline, action \
            items and figures are read; what is not understood stays text. One document as the body, or up to 50 files of 2 MB \
            as multipart/form-data. One file that cannot be imported does not stop \
            the others. For incident commanders, managers and administrators.""";

    private final ImportFiles importFiles;
    private final ImportRecords records;

    ImportApi(ImportFiles importFiles, ImportRecords records) {
        this.importFiles = importFiles;
        this.records = records;
    }

    @PostMapping(
            path = "/api/postmortems/import",
            consumes = {"text/markdown", "text/x-markdown", MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Import a postmortem from Markdown",
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = Upload.class))
                            }))
    @ApiResponse(responseCode = "200", description = "What became of each file, in the order in which they were sent")
    @ApiResponse(responseCode = "201", description = "The one document is imported; Location leads to it")
    @ApiResponse(responseCode = "400", description = "problem+json: no text, empty, too large, or more than fits")
    @ApiResponse(responseCode = "409", description = "problem+json: imported before (with its id), or not permitted")
    ResponseEntity<?> one(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(description = "Import it although it was imported before") @RequestParam(defaultValue = "false")
                    boolean again,
            @Parameter(description = "The file's name; it may help with title and date")
                    @RequestParam(required = false)
                    @Nullable
                    String fileName,
            PersonId by)
            throws IOException {
        byte[] content = request.getInputStream().readNBytes(ImportFile.LARGEST + 1);
        ImportFile file = new ImportFile(fileName == null ? named(request) : fileName, content);
        ImportOutcome outcome = importFiles.importAll(List.of(file), again, by).get(0);
        ImportAnswer answer = ImportAnswer.of(List.of(outcome));
        PostmortemId id = outcome.postmortem();
        if (outcome.state() == ImportOutcome.State.REFUSED) {
            throw new Refused(outcome.problems());
        }
        if (outcome.state() == ImportOutcome.State.KNOWN) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "This file was imported before.");
            problem.setProperty("id", String.valueOf(id));
            problem.setProperty("link", "/postmortems/" + id);
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return ResponseEntity.created(URI.create("/api/postmortems/" + id)).body(answer);
    }

    @PostMapping(
            path = "/api/postmortems/import",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(hidden = true, summary = "Import postmortems from Markdown files")
    ImportAnswer several(
            @Parameter(hidden = true) MultipartHttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean again,
            PersonId by) {
        List<MultipartFile> parts = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .toList();
        return ImportAnswer.of(importFiles.importAll(Uploads.files(parts), again, by));
    }

    @GetMapping(path = "/api/postmortems/{id}/import", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How an imported postmortem was read")
    ImportAnswer.OfFile report(@PathVariable PostmortemId id) {
        return records.report(id)
                .map(ImportAnswer.OfFile::of)
                .orElseThrow(() -> new NoSuchElementException("This postmortem was not imported."));
    }

    private static String named(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return "";
        }
        try {
            String name = ContentDisposition.parse(header).getFilename();
            return name == null ? "" : name;
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** The parts of an upload, for the description. */
    @Schema(name = "ImportUpload")
    record Upload(
            @Schema(description = "Markdown files; other names than \"files\" are taken too")
            List<MultipartFile> files,

            @Schema(description = "Import what was imported before once more")
            boolean again) {}
}
