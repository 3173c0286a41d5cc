package org.postmortemflow.notification.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.OutboxDesk;
import org.postmortemflow.notification.OutboxEntry;
import org.postmortemflow.notification.OutboxFilter;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.shared.PersonId;
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

/** All mail, for administrators: what waits, what is stuck and why; sent again, dropped, paused. */
@Controller
@RequestMapping("/admin/outbox")
class OutboxPage {

    private static final String HERE = "redirect:/admin/outbox";
    private static final int SHOWN = 50;

    private final OutboxDesk desk;

    OutboxPage(OutboxDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView list(@RequestParam Map<String, String> typed, PersonId me) {
        return page(typed, Map.of(), me);
    }

    @GetMapping("/{id}")
    ModelAndView letter(@PathVariable UUID id, PersonId me) {
        return letter(id, "", Map.of(), me);
    }

    @PostMapping("/{id}/retry")
    ModelAndView retry(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            PersonId me,
            RedirectAttributes flash) {
        return done(id, reason, "The mail leaves with the next ones.", me, flash, () -> desk.retry(id, reason, me));
    }

    @PostMapping("/{id}/drop")
    ModelAndView drop(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            PersonId me,
            RedirectAttributes flash) {
        return done(id, reason, "The mail is dropped.", me, flash, () -> desk.drop(id, reason, me));
    }

    @PostMapping("/retry")
    ModelAndView retryAll(@RequestParam Map<String, String> typed, PersonId me, RedirectAttributes flash) {
        try {
            int retried = desk.retryAll(TypedFilter.read(typed), typed.get("reason"), me);
            flash.addFlashAttribute("notice", retried == 1 ? "1 mail leaves again." : retried + " mails leave again.");
            return new ModelAndView(HERE);
        } catch (Refused refused) {
            return page(typed, refused.problems(), me);
        }
    }

    @PostMapping("/pause")
    ModelAndView pause(@RequestParam Map<String, String> typed, PersonId me, RedirectAttributes flash) {
        try {
            desk.pause(typed.get("reason"), me);
            flash.addFlashAttribute("notice", "Nothing is sent until somebody resumes it.");
            return new ModelAndView(HERE);
        } catch (Refused refused) {
            return page(typed, refused.problems(), me);
        }
    }

    @PostMapping("/resume")
    ModelAndView resume(PersonId me, RedirectAttributes flash) {
        desk.resume(me);
        flash.addFlashAttribute("notice", "Mail is sent again.");
        return new ModelAndView(HERE);
    }

    private ModelAndView done(
            UUID id, String reason, String notice, PersonId me, RedirectAttributes flash, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute("notice", notice);
            return new ModelAndView(HERE + "/" + id);
        } catch (Refused refused) {
            return letter(id, reason, refused.problems(), me);
        }
    }

    private ModelAndView letter(UUID id, String reason, Map<String, String> problems, PersonId me) {
        return view("notification/letter", problems)
                .addObject("letter", desk.letter(id, me))
                .addObject("reason", reason);
    }

    private ModelAndView page(Map<String, String> typed, Map<String, String> problems, PersonId me) {
        OutboxFilter filter = TypedFilter.read(typed);
        List<OutboxEntry> found = desk.list(filter, TypedFilter.before(typed), SHOWN + 1, me);
        List<OutboxEntry> mails = found.subList(0, Math.min(SHOWN, found.size()));
        @Nullable Long next = found.size() > SHOWN ? mails.get(SHOWN - 1).position() : null;
        return view("notification/outbox", problems)
                .addObject("mails", mails)
                .addObject("next", next)
                .addObject("values", typed)
                .addObject("stuckOnly", filter.state() != null && filter.state().isStuck())
                .addObject("figures", desk.figures(me))
                .addObject("pause", desk.pause(me).orElse(null))
                .addObject("templates", desk.templates(me))
                .addObject("states", OutboxState.values());
    }

    private static ModelAndView view(String template, Map<String, String> problems) {
        ModelAndView view = new ModelAndView(template, problems.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
        return view.addObject("problems", problems);
    }
}
