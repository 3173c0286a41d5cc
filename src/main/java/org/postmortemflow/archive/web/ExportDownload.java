package org.postmortemflow.archive.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.postmortemflow.archive.export.ExportHtml;
import org.postmortemflow.archive.export.ExportMarkdown;
import org.postmortemflow.archive.export.ExportPdf;
import org.postmortemflow.archive.export.ExportPostmortem;
import org.postmortemflow.archive.export.ExportedJson;
import org.postmortemflow.archive.export.ExportedPostmortem;
import org.postmortemflow.archive.export.FileNames;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * A postmortem as a file. HTML opens in the browser, to be read, printed or saved; the others are saved at once. Everyone who may
 * read the postmortem may take it along.
 */
@RestController
@Tag(name = "Export", description = "A postmortem as a file, with the same content in each format")
class ExportDownload {

    static final String ADDRESS = "/postmortems/{id}/export";

    private static final MediaType MARKDOWN = new MediaType("text", "markdown", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final ExportPostmortem export;
    private final ExportHtml html;
    private final ExportPdf pdf;

    ExportDownload(ExportPostmortem export, ExportHtml html, ExportPdf pdf) {
        this.export = export;
        this.html = html;
        this.pdf = pdf;
    }

    @GetMapping(ADDRESS + ".md")
    ResponseEntity<byte[]> markdown(@PathVariable PostmortemId id) {
        ExportedPostmortem one = export.get(id, false);
        return file(one, "md", MARKDOWN, ContentDisposition.attachment())
                .body(ExportMarkdown.write(one).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(ADDRESS + ".html")
    ResponseEntity<byte[]> html(@PathVariable PostmortemId id) {
        ExportedPostmortem one = export.get(id, true);
        return file(one, "html", HTML, ContentDisposition.inline())
                .header("Content-Security-Policy", ExportHtml.policy() + "; frame-ancestors 'none'")
                .body(html.write(one).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(ADDRESS + ".pdf")
    ResponseEntity<byte[]> pdf(@PathVariable PostmortemId id) throws IOException {
        ExportedPostmortem one = export.get(id, true);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        pdf.write(one, content);
        return file(one, "pdf", MediaType.APPLICATION_PDF, ContentDisposition.attachment())
                .body(content.toByteArray());
    }

    @GetMapping(ADDRESS + ".json")
    ResponseEntity<ExportedJson> json(@PathVariable PostmortemId id) {
        ExportedPostmortem one = export.get(id, false);
        return file(one, "json", MediaType.APPLICATION_JSON, ContentDisposition.attachment())
                .body(ExportedJson.of(one));
    }

    @GetMapping(path = "/api" + ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "All that a postmortem says",
            description = "The same content as the files that a postmortem's page offers.")
    @ApiResponse(
            responseCode = "200",
            description = "The postmortem with its sections, timeline, figures, follow-ups, messages and reviews",
            content = @Content(schema = @Schema(implementation = ExportedJson.class)))
    ExportedJson rest(@PathVariable PostmortemId id) {
        return ExportedJson.of(export.get(id, false));
    }

    private static ResponseEntity.BodyBuilder file(
            ExportedPostmortem one, String extension, MediaType type, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(FileNames.of(one, extension))
                                .build()
                                .toString());
    }
}
