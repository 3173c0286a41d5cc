package org.postmortemflow.overview.web;

import java.security.Principal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.overview.Overviews;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A small form for each change beside the steps. */
@Controller
@RequestMapping("/postmortems/{id}/actions/{action}")
class ActionPage {

    private final Overviews overviews;
    private final Permissions permissions;
    private final TakeAction takeAction;
    private final Organisation organisation;
    private final OrganisationTime time;

    ActionPage(
            Overviews overviews,
            Permissions permissions,
            TakeAction takeAction,
            Organisation organisation,
            OrganisationTime time) {
        this.overviews = overviews;
        this.permissions = permissions;
        this.takeAction = takeAction;
        this.organisation = organisation;
        this.time = time;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, @PathVariable String action, Principal principal) {
        return page(id, Action.ofKey(action), person(principal), Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView take(
            @PathVariable PostmortemId id,
            @PathVariable String action,
            @RequestParam Map<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        Action wanted = Action.ofKey(action);
        try {
            takeAction.take(wanted, id, typed, person(principal));
        } catch (Refused refused) {
            ModelAndView again = page(id, wanted, person(principal), typed, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", wanted.done());
        return new ModelAndView("redirect:/postmortems/" + id);
    }

    private ModelAndView page(
            PostmortemId id, Action action, PersonId viewer, Map<String, String> typed, Map<String, String> problems) {
        PostmortemOverview overview = overviews.get(id);
        Map<String, Object> values = new HashMap<>(known(overview));
        values.putAll(typed);
        ModelAndView page = new ModelAndView("overview/action");
        page.addObject("overview", overview);
        page.addObject("action", action);
        page.addObject("offered", Action.offered(overview, viewer, permissions).contains(action));
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject(
                "severities",
                Arrays.stream(Severity.values())
                        .map(one -> option(one.key(), one.label()))
                        .toList());
        page.addObject(
                "persons",
                organisation.persons().stream()
                        .sorted(Comparator.comparing(Person::name))
                        .map(one -> option(one.id().value(), one.name()))
                        .toList());
        return page;
    }

    private Map<String, Object> known(PostmortemOverview overview) {
        Map<String, Object> values = new HashMap<>();
        Severity severity = overview.postmortem().severity();
        if (severity != null) {
            values.put("severity", severity.key());
        }
        Meeting meeting = overview.meeting();
        if (meeting != null) {
            values.put("start", time.forInput(meeting.start()));
            values.put("minutes", meeting.length().toMinutes());
        }
        return values;
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
