package org.postmortemflow.escalation.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postmortemflow.escalation.EscalateByHand;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Person;
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

/** Shows who can be told of which open step, and tells them. */
@Controller
@RequestMapping("/postmortems/{id}/escalate")
class EscalatePage {

    private final EscalateByHand escalateByHand;
    private final Postmortems postmortems;

    EscalatePage(EscalateByHand escalateByHand, Postmortems postmortems) {
        this.escalateByHand = escalateByHand;
        this.postmortems = postmortems;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, PersonId viewer) {
        return page(id, viewer, Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView escalate(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String reason,
            PersonId viewer,
            RedirectAttributes flash) {
        List<Person> told;
        try {
            told = escalateByHand.escalate(id, choice, reason, viewer);
        } catch (Refused refused) {
            ModelAndView again = page(id, viewer, Map.of("choice", choice, "reason", reason), refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute(
                "notice", "Told: %s.".formatted(told.stream().map(Person::name).collect(Collectors.joining(", "))));
        return new ModelAndView("redirect:/postmortems/" + id);
    }

    private ModelAndView page(
            PostmortemId id, PersonId viewer, Map<String, String> values, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("escalation/escalate");
        page.addObject("postmortem", postmortems.get(id));
        boolean may = escalateByHand.mayEscalate(id, viewer);
        page.addObject("may", may);
        page.addObject("choices", may ? escalateByHand.choices(id, viewer) : List.of());
        page.addObject("values", values);
        page.addObject("problems", problems);
        return page;
    }
}
