package org.postmortemflow.attachment.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.postmortemflow.attachment.AttachFile;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.AttachmentRights;
import org.postmortemflow.attachment.AttachmentSettings;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.attachment.DeleteAttachment;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Attaches files and lists them, with the Markdown to paste into a section. */
@Controller
@RequestMapping(AttachmentPage.ADDRESS)
class AttachmentPage {

    static final String ADDRESS = "/postmortems/{id}/attachments";

    private static final int MOST = 50;
    private static final String TOO_MANY = "Please attach at most %d files at once.".formatted(MOST);

    private final Attachments attachments;
    private final AttachFile attachFile;
    private final DeleteAttachment deleteAttachment;
    private final AttachmentRights rights;
    private final AttachmentSettings settings;
    private final Postmortems postmortems;

    AttachmentPage(
            Attachments attachments,
            AttachFile attachFile,
            DeleteAttachment deleteAttachment,
            AttachmentRights rights,
            AttachmentSettings settings,
            Postmortems postmortems) {
        this.attachments = attachments;
        this.attachFile = attachFile;
        this.deleteAttachment = deleteAttachment;
        this.rights = rights;
        this.settings = settings;
        this.postmortems = postmortems;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, @RequestParam(defaultValue = "") String unread, PersonId viewer) {
        Map<String, String> problems = switch (unread) {
            case "too-large" -> Map.of("file", attachFile.tooLarge());
            case "too-many" -> Map.of("file", TOO_MANY);
            default -> Map.of();
        };
        return page(id, viewer, "", problems);
    }

    /** Several files are taken one by one: what is wrong with one of them does not hold up the others. */
    @PostMapping
    ModelAndView attach(
            @PathVariable PostmortemId id,
            @RequestParam(name = "file", required = false) List<MultipartFile> files,
            @RequestParam(defaultValue = "") String description,
            PersonId by,
            RedirectAttributes flash) {
        List<MultipartFile> chosen = files == null
                ? List.of()
                : files.stream().filter(AttachmentPage::isChosen).toList();
        if (chosen.size() > MOST) {
            ModelAndView again = page(id, by, description, Map.of("file", TOO_MANY));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        Map<String, String> problems = new LinkedHashMap<>();
        int attached = 0;
        for (MultipartFile file : chosen) {
            try {
                String own = chosen.size() == 1 ? description : "";
                attachFile.attach(id, name(file), own, file.getSize(), file, by);
                attached++;
            } catch (Refused refused) {
                refused.problems()
                        .forEach((field, message) -> problems.merge(
                                field,
                                chosen.size() == 1 ? message : name(file) + ": " + message,
                                (one, other) -> one + " " + other));
            }
        }
        if (chosen.isEmpty()) {
            problems.put("file", "Please choose a file.");
        }
        String notice = attached == 1 ? "One file is attached." : attached + " files are attached.";
        if (problems.isEmpty()) {
            flash.addFlashAttribute("notice", notice);
            return new ModelAndView("redirect:/postmortems/" + id + "/attachments");
        }
        ModelAndView again = page(id, by, description, problems);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        if (attached > 0) {
            again.addObject("notice", notice);
        }
        return again;
    }

    @PostMapping("/{attachment}/delete")
    String delete(@PathVariable PostmortemId id, @PathVariable UUID attachment, PersonId by, RedirectAttributes flash) {
        Attachment found = attachments
                .find(attachment)
                .filter(one -> one.postmortem().equals(id))
                .orElseThrow(() -> new NoSuchElementException("No attachment " + attachment));
        deleteAttachment.delete(found, by);
        flash.addFlashAttribute("notice", found.name() + " is deleted.");
        return "redirect:/postmortems/" + id + "/attachments";
    }

    private ModelAndView page(PostmortemId id, PersonId viewer, String description, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("attachment/attachments");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("attachments", attachments.of(id));
        page.addObject("possible", rights.mayAttach(id));
        page.addObject("rights", rights);
        page.addObject("viewer", viewer);
        page.addObject("settings", settings);
        page.addObject("problems", problems);
        page.addObject("values", Map.of("description", description));
        return page;
    }

    /** A form whose file field was left empty sends one without a name. */
    private static boolean isChosen(MultipartFile file) {
        return !file.isEmpty() || !name(file).isBlank();
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
