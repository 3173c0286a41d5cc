package org.postmortemflow.followup.web;

import static org.postmortemflow.followup.web.PostmortemFollowUpsPage.ofThis;
import static org.postmortemflow.followup.web.PostmortemFollowUpsPage.person;
import static org.postmortemflow.followup.web.PostmortemFollowUpsPage.plain;
import static org.postmortemflow.followup.web.PostmortemFollowUpsPage.toList;

import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.ChangeState;
import org.postmortemflow.followup.Choices;
import org.postmortemflow.followup.EditFollowUp;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpEditing;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One follow-up: how far it is, and what it says. */
@Controller
@RequestMapping("/postmortems/{id}/follow-ups/{followUp}")
class FollowUpPage {

    private final FollowUps followUps;
    private final EditFollowUp editFollowUp;
    private final ChangeState changeState;
    private final FollowUpEditing editing;
    private final Readership reading;
    private final Postmortems postmortems;
    private final Choices choices;

    FollowUpPage(
            FollowUps followUps,
            EditFollowUp editFollowUp,
            ChangeState changeState,
            FollowUpEditing editing,
            Readership reading,
            Postmortems postmortems,
            Choices choices) {
        this.followUps = followUps;
        this.editFollowUp = editFollowUp;
        this.changeState = changeState;
        this.editing = editing;
        this.reading = reading;
        this.postmortems = postmortems;
        this.choices = choices;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, @PathVariable UUID followUp, Principal principal) {
        FollowUp now = ofThis(followUps, id, followUp);
        return page(now, person(principal), written(now), Map.of());
    }

    @PostMapping
    ModelAndView change(
            @PathVariable PostmortemId id,
            @PathVariable UUID followUp,
            @RequestParam Map<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        FollowUp before = ofThis(followUps, id, followUp);
        int version = ListQuery.number(typed.get("version"), -1);
        try {
            editFollowUp.change(followUp, version, plain(typed), person(principal));
        } catch (Refused refused) {
            return again(
                    page(before, person(principal), plain(typed), refused.problems()), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (OptimisticLockingFailureException meanwhile) {
            FollowUp now = followUps.get(followUp);
            Map<String, String> both = plain(typed);
            both.put("version", String.valueOf(now.version()));
            String message =
                    "Somebody changed this follow-up meanwhile. Below is what you typed, beside it what is kept now;"
                            + " save again when it is right.";
            ModelAndView page = page(now, person(principal), both, Map.of("", message));
            page.addObject("kept", now);
            return again(page, HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute("notice", "The follow-up is changed.");
        return toList(id);
    }

    @PostMapping("/state")
    ModelAndView move(
            @PathVariable PostmortemId id,
            @PathVariable UUID followUp,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            Principal principal,
            RedirectAttributes flash) {
        FollowUp before = ofThis(followUps, id, followUp);
        try {
            State to = State.ofKey(state).orElseThrow(() -> new Refused("state", "Please choose a state."));
            changeState.change(
                    followUp,
                    to,
                    reason.replace("\r\n", "\n"),
                    State.ofKey(seen).orElse(null),
                    person(principal));
        } catch (Refused refused) {
            Map<String, String> values = written(followUps.get(followUp));
            values.put("state", state);
            values.put("reason", reason);
            return again(
                    page(followUps.get(followUp), person(principal), values, refused.problems()),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        String title = before.title();
        flash.addFlashAttribute(
                "notice",
                "\"%s\" is set to \"%s\"."
                        .formatted(
                                title,
                                followUps.get(followUp).progress().state().label()));
        return back.equals("all") ? new ModelAndView("redirect:/follow-ups") : toList(id);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(
            @PathVariable PostmortemId id, @PathVariable UUID followUp, Principal principal, RedirectAttributes flash) {
        ofThis(followUps, id, followUp);
        editFollowUp.takeBack(followUp, person(principal));
        flash.addFlashAttribute("notice", "The follow-up is taken back.");
        return toList(id);
    }

    private ModelAndView page(
            FollowUp followUp, PersonId viewer, Map<String, String> values, Map<String, String> problems) {
        Postmortem postmortem = postmortems.get(followUp.postmortem());
        ModelAndView page = new ModelAndView("followup/one");
        page.addObject("postmortem", postmortem);
        page.addObject("one", followUp);
        page.addObject("values", values);
        page.addObject("problems", problems);
        page.addObject("choices", choices.all());
        page.addObject("states", choices.states());
        page.addObject("editable", editing.isPossible(postmortem.id()));
        page.addObject("mayMove", changeState.isFor(followUp, viewer));
        page.addObject("mayTakeBack", EditFollowUp.mayBeTakenBack(followUp));
        page.addObject("origin", origin(followUp, viewer));
        return page;
    }

    /** The declined one that it takes up again; null when there is none, or none that the viewer may read. */
    private @Nullable FollowUp origin(FollowUp followUp, PersonId viewer) {
        UUID from = followUp.takenFrom();
        if (from == null) {
            return null;
        }
        try {
            FollowUp origin = followUps.get(from);
            return reading.mayRead(origin.postmortem(), viewer) ? origin : null;
        } catch (NoSuchElementException takenBack) {
            return null;
        }
    }

    private static Map<String, String> written(FollowUp followUp) {
        Map<String, String> values = new HashMap<>();
        values.put("title", followUp.title());
        values.put("kind", followUp.kind().key());
        values.put("team", Objects.requireNonNullElse(followUp.teamId(), ""));
        values.put("priority", followUp.priority());
        values.put(
                "assignee",
                followUp.assignee() == null ? "" : followUp.assignee().value());
        values.put("context", followUp.context());
        values.put("factor", followUp.factor());
        values.put("discuss", String.valueOf(followUp.discuss()));
        values.put("version", String.valueOf(followUp.version()));
        values.put("state", followUp.progress().state().key());
        values.put("reason", "");
        return values;
    }

    private static ModelAndView again(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
