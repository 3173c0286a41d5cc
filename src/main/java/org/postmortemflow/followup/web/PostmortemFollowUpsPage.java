package org.postmortemflow.followup.web;

import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.postmortemflow.followup.ChangeState;
import org.postmortemflow.followup.Choices;
import org.postmortemflow.followup.DeclinedBefore;
import org.postmortemflow.followup.EditFollowUp;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUpEditing;
import org.postmortemflow.followup.FollowUps;
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

/** The follow-ups of one postmortem, with what was declined after similar incidents. */
@Controller
@RequestMapping("/postmortems/{id}/follow-ups")
class PostmortemFollowUpsPage {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_CONTEXT = 4000;

    private final FollowUps followUps;
    private final EditFollowUp editFollowUp;
    private final DeclinedBefore declinedBefore;
    private final ChangeState changeState;
    private final FollowUpEditing editing;
    private final Postmortems postmortems;
    private final Choices choices;

    PostmortemFollowUpsPage(
            FollowUps followUps,
            EditFollowUp editFollowUp,
            DeclinedBefore declinedBefore,
            ChangeState changeState,
            FollowUpEditing editing,
            Postmortems postmortems,
            Choices choices) {
        this.followUps = followUps;
        this.editFollowUp = editFollowUp;
        this.declinedBefore = declinedBefore;
        this.changeState = changeState;
        this.editing = editing;
        this.postmortems = postmortems;
        this.choices = choices;
    }

    /** A follow-up with what the person who looks may do. */
    record Row(FollowUp followUp, boolean mayMove) {}

    /** @param title and context: what another page offers to follow up */
    @GetMapping
    ModelAndView show(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String context,
            @RequestParam(defaultValue = "") String factor,
            Principal principal) {
        Map<String, String> offered = new HashMap<>();
        offered.put("title", cut(title, LONGEST_TITLE));
        offered.put("context", cut(context, LONGEST_CONTEXT));
        offered.put("factor", cut(factor, 200));
        offered.put("priority", "P1");
        return page(id, person(principal), offered, Map.of());
    }

    @PostMapping
    ModelAndView add(
            @PathVariable PostmortemId id,
            @RequestParam Map<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        try {
            editFollowUp.add(id, plain(typed), person(principal));
        } catch (Refused refused) {
            ModelAndView again = page(id, person(principal), plain(typed), refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", "The follow-up is opened.");
        return toList(id);
    }

    @PostMapping("/take-up")
    ModelAndView takeUpAgain(
            @PathVariable PostmortemId id, @RequestParam UUID declined, Principal principal, RedirectAttributes flash) {
        UUID added = declinedBefore.takeUpAgain(id, declined, person(principal));
        flash.addFlashAttribute(
                "notice", "It is taken up again, to be discussed in the meeting. Please look if it still fits.");
        return new ModelAndView("redirect:/postmortems/" + id + "/follow-ups/" + added);
    }

    private ModelAndView page(
            PostmortemId id, PersonId viewer, Map<String, String> values, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("followup/postmortem");
        List<Row> rows = followUps.of(id).stream()
                .map(followUp -> new Row(followUp, changeState.isFor(followUp, viewer)))
                .toList();
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("rows", rows);
        page.addObject("noneBecause", followUps.noneBecause(id));
        page.addObject("editable", editing.isPossible(id));
        page.addObject("declined", declinedBefore.of(id, viewer));
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject("choices", choices.all());
        return page;
    }

    /** @throws NoSuchElementException when it is another postmortem's */
    static FollowUp ofThis(FollowUps followUps, PostmortemId id, UUID followUp) {
        FollowUp found = followUps.get(followUp);
        if (!found.postmortem().equals(id)) {
            throw new NoSuchElementException("No follow-up " + followUp + " of " + id);
        }
        return found;
    }

    static ModelAndView toList(PostmortemId id) {
        return new ModelAndView("redirect:/postmortems/" + id + "/follow-ups");
    }

    static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }

    /** Browsers send line ends as two characters and count them as one. */
    static Map<String, String> plain(Map<String, String> typed) {
        Map<String, String> plain = new HashMap<>();
        typed.forEach((name, text) -> plain.put(name, text.replace("\r\n", "\n")));
        return plain;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
