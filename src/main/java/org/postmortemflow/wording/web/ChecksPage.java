package org.postmortemflow.wording.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.wording.CheckWording;
import org.postmortemflow.wording.DismissFinding;
import org.postmortemflow.wording.Dismissals;
import org.postmortemflow.wording.ReviewBlockers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All findings of a postmortem; each can be dismissed with a reason, and brought back. */
@Controller
@RequestMapping("/postmortems/{id}/checks")
class ChecksPage {

    /** So much of a fingerprint is in the ids of the page. */
    private static final int SHOWN_OF_FINGERPRINT = 12;

    private final CheckWording checkWording;
    private final DismissFinding dismissFinding;
    private final Dismissals dismissals;
    private final ReviewBlockers blockers;
    private final Postmortems postmortems;

    ChecksPage(
            CheckWording checkWording,
            DismissFinding dismissFinding,
            Dismissals dismissals,
            ReviewBlockers blockers,
            Postmortems postmortems) {
        this.checkWording = checkWording;
        this.dismissFinding = dismissFinding;
        this.dismissals = dismissals;
        this.blockers = blockers;
        this.postmortems = postmortems;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id) {
        return page(id, "", "", Map.of());
    }

    @PostMapping("/dismissals")
    ModelAndView dismiss(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String fingerprint,
            @RequestParam(required = false) @Nullable String reason,
            Principal principal,
            RedirectAttributes flash) {
        try {
            dismissFinding.dismiss(id, fingerprint, reason, person(principal));
        } catch (Refused refused) {
            ModelAndView again = page(id, fingerprint, reason == null ? "" : reason, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", "Dismissed. It stays so while the sentence stays as it is.");
        return back(id);
    }

    @PostMapping("/dismissals/{dismissal}/remove")
    ModelAndView bringBack(
            @PathVariable PostmortemId id,
            @PathVariable UUID dismissal,
            Principal principal,
            RedirectAttributes flash) {
        dismissFinding.bringBack(id, dismissal, person(principal));
        flash.addFlashAttribute("notice", "The hint is back.");
        return back(id);
    }

    @PostMapping("/full-outage")
    ModelAndView markFullOutage(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "false") boolean full,
            Principal principal,
            RedirectAttributes flash) {
        dismissFinding.markFullOutage(id, full, person(principal));
        flash.addFlashAttribute("notice", full ? "Marked as a full outage." : "No longer marked as a full outage.");
        return back(id);
    }

    private ModelAndView page(PostmortemId id, String fingerprint, String reason, Map<String, String> problems) {
        Postmortem postmortem = postmortems.get(id);
        ModelAndView page = new ModelAndView("wording/checks");
        page.addObject("postmortem", postmortem);
        page.addObject("checked", checkWording.of(id));
        page.addObject("fullOutage", dismissals.isFullOutage(id));
        page.addObject("blockers", postmortem.status() == Status.DRAFT ? blockers.of(id) : List.of());
        page.addObject("writable", postmortem.status() != Status.WAIVED && postmortem.status() != Status.CANCELLED);
        page.addObject("typedFor", fingerprint);
        page.addObject(
                "typedField",
                "reason-" + fingerprint.substring(0, Math.min(SHOWN_OF_FINGERPRINT, fingerprint.length())));
        page.addObject("typed", reason);
        page.addObject("problems", problems);
        return page;
    }

    private static ModelAndView back(PostmortemId id) {
        return new ModelAndView("redirect:/postmortems/" + id + "/checks");
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
