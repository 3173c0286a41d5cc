package org.postmortemflow.integration.replies;

import java.util.UUID;
import org.postmortemflow.meeting.KeptReplies;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came into the service mailbox and nobody could make use of, each with the reason; for administrators. */
@Controller
@RequestMapping("/replies")
class RepliesPage {

    private final KeptReplies kept;
    private final ImapSettings settings;
    private final ImapPoller poller;

    RepliesPage(KeptReplies kept, ImapSettings settings, ImapPoller poller) {
        this.kept = kept;
        this.settings = settings;
        this.poller = poller;
    }

    @GetMapping
    ModelAndView show(PersonId viewer) {
        ModelAndView page = new ModelAndView("integration/replies/kept");
        page.addObject("kept", kept.newest(viewer));
        page.addObject("read", settings.isOn() ? settings.toString() : "");
        page.addObject("trouble", poller.trouble());
        return page;
    }

    @PostMapping("/{kept}/done")
    String done(@PathVariable("kept") UUID id, PersonId by, RedirectAttributes flash) {
        kept.done(id, by);
        flash.addFlashAttribute("notice", "It is off the list.");
        return "redirect:/replies";
    }
}
