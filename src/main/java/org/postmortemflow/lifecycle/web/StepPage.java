package org.postmortemflow.lifecycle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.DoStep;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForms;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;

/** One step's form on our own page, for browsers without JavaScript as well; Tasklist can lead here as an external form. */
@Controller
@RequestMapping("/postmortems/{id}/steps/{step}")
class StepPage {

    /** The button that asks for more empty rows and does not save. */
    private static final String MORE_ROWS = "moreRows";

    private final Steps steps;
    private final StepForms forms;
    private final Postmortems postmortems;
    private final Permissions permissions;
    private final DoStep doStep;
    private final Names names;

    StepPage(
            Steps steps,
            StepForms forms,
            Postmortems postmortems,
            Permissions permissions,
            DoStep doStep,
            Names names) {
        this.steps = steps;
        this.forms = forms;
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.doStep = doStep;
        this.names = names;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable PostmortemId id,
            @PathVariable Step step,
            @RequestParam(required = false) @Nullable String callbackUrl,
            Principal principal) {
        return page(id, step, person(principal), new StepAnswers(Map.of()), Map.of(), callbackUrl);
    }

    @PostMapping
    ModelAndView submit(
            @PathVariable PostmortemId id,
            @PathVariable Step step,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable String callbackUrl,
            Principal principal,
            HttpServletRequest request,
            RedirectAttributes flash) {
        StepAnswers answers = TypedAnswers.read(typed);
        if (typed.containsKey(MORE_ROWS)) {
            return page(id, step, person(principal), answers, Map.of(), callbackUrl);
        }
        try {
            doStep.complete(id, step, answers, person(principal));
        } catch (Refused refused) {
            ModelAndView again = page(id, step, person(principal), answers, refused.problems(), callbackUrl);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", "Thank you: \"%s\" is done.".formatted(step.label()));
        flash.addFlashAttribute("draftDone", draft(id, step, person(principal)));
        RedirectView onward = new RedirectView(onwardFrom(id, callbackUrl, request), true);
        onward.setExpandUriTemplateVariables(false);
        return new ModelAndView(onward);
    }

    private ModelAndView page(
            PostmortemId id,
            Step step,
            PersonId viewer,
            StepAnswers typed,
            Map<String, String> problems,
            @Nullable String callbackUrl) {
        ModelAndView page = new ModelAndView("lifecycle/step");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("step", step);
        page.addObject("problems", problems);
        page.addObject("callbackUrl", callbackUrl);
        page.addObject("reader", viewer);
        page.addObject("draft", draft(id, step, viewer));
        page.addObject("echo", !typed.values().isEmpty());
        Optional<StepState> open = steps.open(id, step);
        page.addObject("state", open.orElse(null));
        open.ifPresent(state -> {
            page.addObject("who", names.of(state.assignee(), state.pool()));
            page.addObject("theirs", permissions.mayDo(state, viewer));
            page.addObject("ownTurn", permissions.isTurnOf(state, viewer));
            Map<String, @Nullable Object> values =
                    StepFields.merged(forms.of(step).prefill(id), typed.values());
            page.addObject("values", values);
            page.addObject("rows", StepFields.rows(values));
        });
        return page;
    }

    private static String onwardFrom(PostmortemId id, @Nullable String callbackUrl, HttpServletRequest request) {
        URI host = ServletUriComponentsBuilder.fromRequestUri(request)
                .replacePath("/")
                .build()
                .toUri();
        return ReturnAddress.of(callbackUrl, host).orElse("/postmortems/" + id);
    }

    /** Names the draft in the browser; persons who share one do not see each other's. */
    private static String draft(PostmortemId id, Step step, PersonId person) {
        return "step " + id + " " + step.key() + " " + person.value();
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
