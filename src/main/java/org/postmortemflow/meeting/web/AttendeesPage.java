package org.postmortemflow.meeting.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.Answers;
import org.postmortemflow.meeting.ChangeAttendees;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.meeting.TakeReply;
import org.postmortemflow.people.Organisation;
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

/** Invites somebody besides, takes somebody off the list, and takes the answer of an attendee who does not use a calendar. */
@Controller
@RequestMapping("/postmortems/{id}/attendees")
class AttendeesPage {

    private final MeetingRecords meetings;
    private final Answers answers;
    private final ChangeAttendees changeAttendees;
    private final TakeReply takeReply;
    private final Postmortems postmortems;
    private final Organisation organisation;

    AttendeesPage(
            MeetingRecords meetings,
            Answers answers,
            ChangeAttendees changeAttendees,
            TakeReply takeReply,
            Postmortems postmortems,
            Organisation organisation) {
        this.meetings = meetings;
        this.answers = answers;
        this.changeAttendees = changeAttendees;
        this.takeReply = takeReply;
        this.postmortems = postmortems;
        this.organisation = organisation;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, PersonId viewer) {
        return page(id, viewer, Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView invite(
            @PathVariable PostmortemId id,
            @RequestParam Map<String, String> typed,
            PersonId by,
            RedirectAttributes flash) {
        return done(
                id,
                by,
                typed,
                flash,
                "The invite is on its way; nobody else is told.",
                () -> changeAttendees.invite(
                        id,
                        new ChangeAttendees.ToInvite(
                                typed.getOrDefault("person", ""),
                                typed.getOrDefault("name", ""),
                                typed.getOrDefault("email", ""),
                                "true".equals(typed.get("required")),
                                typed.getOrDefault("reason", "")),
                        by));
    }

    @PostMapping("/take-off")
    ModelAndView takeOff(
            @PathVariable PostmortemId id,
            @RequestParam Map<String, String> typed,
            PersonId by,
            RedirectAttributes flash) {
        return done(
                id,
                by,
                Map.of("off", typed.getOrDefault("off", ""), "why", typed.getOrDefault("why", "")),
                flash,
                "They are off the list; nobody else is told.",
                () -> takeOff(id, typed, by));
    }

    private void takeOff(PostmortemId id, Map<String, String> typed, PersonId by) {
        try {
            changeAttendees.takeOff(id, typed.getOrDefault("off", ""), typed.getOrDefault("why", ""), by);
        } catch (Refused refused) {
            throw new Refused(refused.problems().entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            problem -> fieldOfTakingOff(problem.getKey()), Map.Entry::getValue)));
        }
    }

    /** The page has two forms; their fields have different names. */
    private static String fieldOfTakingOff(String field) {
        return switch (field) {
            case "reason" -> "why";
            case "email" -> "off";
            default -> field;
        };
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String remark,
            PersonId by,
            RedirectAttributes flash) {
        takeReply.answer(id, Answer.of(answer).orElse(null), remark, by);
        flash.addFlashAttribute("notice", "Thank you; the owner knows.");
        return "redirect:/postmortems/" + id + "#attendees";
    }

    private ModelAndView done(
            PostmortemId id,
            PersonId by,
            Map<String, String> typed,
            RedirectAttributes flash,
            String notice,
            Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            ModelAndView again = page(id, by, typed, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/postmortems/" + id + "/attendees");
    }

    private ModelAndView page(
            PostmortemId id, PersonId viewer, Map<String, String> typed, Map<String, String> problems) {
        @Nullable Meeting meeting = meetings.of(id).orElse(null);
        ModelAndView page = new ModelAndView("meeting/attendees");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("meeting", meeting);
        page.addObject("ahead", meeting != null && !meeting.cancelled() && meeting.heldAt() == null);
        page.addObject("manages", meeting != null && changeAttendees.mayChange(meeting, viewer));
        page.addObject("entries", meeting == null ? List.of() : answers.of(meeting));
        page.addObject("uninvited", meetings.uninvited(id));
        page.addObject("problems", problems);
        page.addObject("values", typed);
        page.addObject("persons", meeting == null ? List.of() : others(meeting));
        page.addObject("listed", meeting == null ? List.of() : listed(meeting));
        return page;
    }

    private List<Map<String, String>> others(Meeting meeting) {
        return organisation.persons().stream()
                .filter(person -> meeting.attendees().stream()
                        .noneMatch(one -> person.id().equals(one.person())))
                .sorted(Comparator.comparing(Person::name))
                .map(person ->
                        Map.of("label", person.name(), "value", person.id().value()))
                .toList();
    }

    private static List<Map<String, String>> listed(Meeting meeting) {
        return meeting.attendees().stream()
                .map(one -> Map.of("label", one.name() + ": " + one.reason(), "value", one.email()))
                .toList();
    }
}
