package org.postmortemflow.archive.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.ImportFile;
import org.postmortemflow.archive.ImportFiles;
import org.postmortemflow.archive.ImportOutcome;
import org.postmortemflow.archive.ImportRecords;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Takes files or a pasted document, and shows what became of them. */
@Controller
class ImportPage {

    private static final String TOO_LARGE =
            "Together these files are too large to be read. None of them was imported: please send fewer at once.";

    private final ImportFiles importFiles;
    private final ImportRecords records;
    private final Permissions permissions;

    ImportPage(ImportFiles importFiles, ImportRecords records, Permissions permissions) {
        this.importFiles = importFiles;
        this.records = records;
        this.permissions = permissions;
    }

    @GetMapping("/import")
    ModelAndView form(@RequestParam(defaultValue = "") String unread, PersonId viewer) {
        Map<String, String> problems = switch (unread) {
            case "too-many" -> Map.of("files", ImportFiles.TOO_MANY);
            case "too-large" -> Map.of("files", TOO_LARGE);
            default -> Map.of();
        };
        return form(viewer, "", false, problems, HttpStatus.OK);
    }

    @PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView send(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean again,
            PersonId by) {
        List<ImportFile> all = new ArrayList<>(Uploads.files(files == null ? List.of() : files));
        if (!text.isBlank()) {
            all.add(new ImportFile("", text.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            List<ImportOutcome> outcomes = importFiles.importAll(all, again, by);
            if (outcomes.size() == 1 && outcomes.get(0).state() == ImportOutcome.State.IMPORTED) {
                return new ModelAndView(
                        "redirect:/postmortems/" + outcomes.get(0).postmortem() + "/import");
            }
            if (!text.isBlank() && outcomes.stream().noneMatch(one -> one.state() == ImportOutcome.State.IMPORTED)) {
                ModelAndView page = form(by, text, again, Map.of(), HttpStatus.BAD_REQUEST);
                page.addObject("outcomes", outcomes);
                return page;
            }
            UUID batch = UUID.randomUUID();
            records.addBatch(batch, by, outcomes);
            return new ModelAndView("redirect:/import/" + batch);
        } catch (Refused refused) {
            return form(by, text, again, refused.problems(), HttpStatus.BAD_REQUEST);
        }
    }

    /** What became of files that were sent together; only for whoever sent them. */
    @GetMapping("/import/{batch}")
    String batch(@PathVariable UUID batch, Model model, PersonId viewer) {
        List<ImportOutcome> outcomes = records.batch(batch, viewer);
        if (outcomes.isEmpty()) {
            throw new NoSuchElementException("No such import");
        }
        model.addAttribute("outcomes", outcomes);
        return "archive/batch";
    }

    @GetMapping("/postmortems/{id}/import")
    String report(@PathVariable PostmortemId id, Model model) {
        model.addAttribute(
                "report", records.report(id).orElseThrow(() -> new NoSuchElementException("It was not imported")));
        return "archive/report";
    }

    /** The file as it came, as a download: it is shown nowhere as a page. */
    @GetMapping("/postmortems/{id}/import/original")
    ResponseEntity<byte[]> original(@PathVariable PostmortemId id) {
        String original = records.original(id).orElseThrow(() -> new NoSuchElementException("It was not imported"));
        String name = records.report(id).map(report -> report.fileName()).orElse("");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "markdown", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name.isEmpty() ? "imported.md" : name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(original.getBytes(StandardCharsets.UTF_8));
    }

    private ModelAndView form(
            PersonId viewer, String text, boolean again, Map<String, String> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView("archive/import", status);
        page.addObject("may", permissions.mayImport(viewer));
        page.addObject("values", Map.of("text", text, "again", again));
        page.addObject("problems", problems);
        page.addObject("outcomes", List.of());
        return page;
    }
}
