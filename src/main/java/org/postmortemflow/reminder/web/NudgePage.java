package org.postmortemflow.reminder.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Person;
import org.postmortemflow.reminder.NudgePeople;
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

/** Shows whom a nudge reaches, and sends it. */
@Controller
@RequestMapping("/postmortems/{id}/nudge")
class NudgePage {

    private final NudgePeople nudgePeople;
    private final Postmortems postmortems;

    NudgePage(NudgePeople nudgePeople, Postmortems postmortems) {
        this.nudgePeople = nudgePeople;
        this.postmortems = postmortems;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, PersonId viewer) {
        return page(id, viewer, "", Map.of());
    }

    @PostMapping
    ModelAndView nudge(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String message,
            PersonId viewer,
            RedirectAttributes flash) {
        List<Person> reached;
        try {
            reached = nudgePeople.nudge(id, message, viewer);
        } catch (Refused refused) {
            ModelAndView again = page(id, viewer, message, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute(
                "notice",
                "A friendly mail is on its way to %s."
                        .formatted(reached.stream().map(Person::name).collect(Collectors.joining(", "))));
        return new ModelAndView("redirect:/postmortems/" + id);
    }

    private ModelAndView page(PostmortemId id, PersonId viewer, String message, Map<String, String> problems) {
        Optional<String> hindrance = nudgePeople.hindrance(id, viewer);
        ModelAndView page = new ModelAndView("reminder/nudge");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("reached", nudgePeople.wouldReach(id, viewer));
        page.addObject("hindrance", hindrance.orElse(null));
        page.addObject("values", Map.of("message", message));
        page.addObject("problems", problems);
        return page;
    }
}
