package org.postmortemflow.privacy.web;

import java.util.Map;
import java.util.Optional;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.privacy.ErasePerson;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Looks first, erases then. What was typed is posted, so that it stays out of addresses and the logs of proxies. */
@Controller
@RequestMapping("/admin/erasure")
class ErasurePage {

    private final ErasePerson erasePerson;

    ErasurePage(ErasePerson erasePerson) {
        this.erasePerson = erasePerson;
    }

    @GetMapping
    ModelAndView form(PersonId me) {
        return page("", "", Map.of(), me);
    }

    @PostMapping("/look")
    ModelAndView look(
            @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String also, PersonId me) {
        try {
            return page(person, also, Map.of(), me).addObject("plan", erasePerson.plan(person, also, me));
        } catch (Refused refused) {
            return refused(person, also, refused, me);
        }
    }

    @PostMapping
    ModelAndView erase(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String also,
            PersonId me,
            RedirectAttributes flash) {
        try {
            Optional<Pseudonym> pseudonym = erasePerson.erase(person, also, me);
            flash.addFlashAttribute(
                    "notice",
                    pseudonym
                            .map(one -> "Done. Everywhere it says \"%s\" now.".formatted(one.name()))
                            .orElse("Nothing speaks of this person: nothing was changed."));
            return new ModelAndView("redirect:/admin/erasure");
        } catch (Refused refused) {
            return refused(person, also, refused, me);
        }
    }

    private ModelAndView refused(String person, String also, Refused refused, PersonId me) {
        ModelAndView again = page(person, also, refused.problems(), me);
        again.setStatus(HttpStatus.BAD_REQUEST);
        return again;
    }

    private ModelAndView page(String person, String also, Map<String, String> problems, PersonId me) {
        return new ModelAndView("privacy/erasure")
                .addObject("earlier", erasePerson.earlier(me))
                .addObject("person", person)
                .addObject("also", also)
                .addObject("problems", problems);
    }
}
