package org.postmortemflow.deadline.web;

import java.util.Map;
import java.util.NoSuchElementException;
import org.postmortemflow.deadline.ExcuseDeadline;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadlines;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager excuses a deadline, with the reason. */
@Controller
@RequestMapping("/postmortems/{id}/deadlines/{kind}/excuse")
class ExcusePage {

    private final StoredDeadlines deadlines;
    private final ExcuseDeadline excuseDeadline;
    private final Postmortems postmortems;

    ExcusePage(StoredDeadlines deadlines, ExcuseDeadline excuseDeadline, Postmortems postmortems) {
        this.deadlines = deadlines;
        this.excuseDeadline = excuseDeadline;
        this.postmortems = postmortems;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable PostmortemId id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String subject,
            PersonId viewer) {
        return page(id, kind, subject, viewer, "", Map.of());
    }

    @PostMapping
    ModelAndView excuse(
            @PathVariable PostmortemId id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason,
            PersonId viewer,
            RedirectAttributes flash) {
        StoredDeadline deadline = find(id, kind, subject);
        try {
            excuseDeadline.excuse(id, deadline.kind(), subject, reason, viewer);
        } catch (Refused refused) {
            ModelAndView again = page(id, kind, subject, viewer, reason, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", "The deadline is excused.");
        return new ModelAndView("redirect:/postmortems/" + id + "#deadlines");
    }

    private ModelAndView page(
            PostmortemId id,
            String kind,
            String subject,
            PersonId viewer,
            String reason,
            Map<String, String> problems) {
        StoredDeadline deadline = find(id, kind, subject);
        ModelAndView page = new ModelAndView("deadline/excuse");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("deadline", deadline);
        page.addObject("offered", excuseDeadline.mayExcuse(id, viewer) && excuseDeadline.isExcusable(deadline));
        page.addObject("values", Map.of("reason", reason));
        page.addObject("problems", problems);
        return page;
    }

    private StoredDeadline find(PostmortemId id, String kind, String subject) {
        return deadlines.of(id).stream()
                .filter(one -> one.kind().key().equals(kind) && one.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No such deadline"));
    }
}
