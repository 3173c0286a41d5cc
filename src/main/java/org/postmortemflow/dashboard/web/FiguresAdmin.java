package org.postmortemflow.dashboard.web;

import org.postmortemflow.dashboard.RebuildFacts;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator has all facts computed again. */
@Controller
@RequestMapping("/admin/figures")
class FiguresAdmin {

    private final RebuildFacts rebuild;

    FiguresAdmin(RebuildFacts rebuild) {
        this.rebuild = rebuild;
    }

    /** @throws Refused unless for an administrator */
    @GetMapping
    ModelAndView show(PersonId me) {
        rebuild.require(me);
        return new ModelAndView("dashboard/admin", "waiting", rebuild.waiting());
    }

    @PostMapping
    String again(PersonId me, RedirectAttributes flash) {
        rebuild.markAll(me);
        flash.addFlashAttribute("notice", "All figures are computed again, which begins within a minute.");
        return "redirect:/admin/figures";
    }
}
