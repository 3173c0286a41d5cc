package org.postmortemflow.readership.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Team;
import org.postmortemflow.readership.AcknowledgeReading;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.readership.NameReaders;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names readers and makes a postmortem private or open; and "I have read it". */
@Controller
@RequestMapping("/postmortems/{id}/readers")
class ReadersPage {

    private static final MultiValueMap<String, String> NOTHING = new LinkedMultiValueMap<>();

    private final Readership readership;
    private final NameReaders nameReaders;
    private final AcknowledgeReading acknowledge;
    private final KeepPrivate keepPrivate;
    private final Postmortems postmortems;
    private final Permissions permissions;
    private final Organisation organisation;

    ReadersPage(
            Readership readership,
            NameReaders nameReaders,
            AcknowledgeReading acknowledge,
            KeepPrivate keepPrivate,
            Postmortems postmortems,
            Permissions permissions,
            Organisation organisation) {
        this.readership = readership;
        this.nameReaders = nameReaders;
        this.acknowledge = acknowledge;
        this.keepPrivate = keepPrivate;
        this.postmortems = postmortems;
        this.permissions = permissions;
        this.organisation = organisation;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, PersonId viewer) {
        return page(id, viewer, NOTHING, Map.of());
    }

    @PostMapping
    ModelAndView name(
            @PathVariable PostmortemId id,
            @RequestParam MultiValueMap<String, String> typed,
            PersonId viewer,
            RedirectAttributes flash) {
        List<PersonId> persons = all(typed, "persons").map(PersonId::new).toList();
        boolean mustRead = !"false".equals(typed.getFirst("mustRead"));
        return done(
                id,
                viewer,
                typed,
                flash,
                "The readers are named.",
                () -> nameReaders.name(id, persons, all(typed, "teams").toList(), mustRead, viewer));
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @PathVariable PostmortemId id, @RequestParam String person, PersonId viewer, RedirectAttributes flash) {
        return done(
                id,
                viewer,
                NOTHING,
                flash,
                "This person is no longer named.",
                () -> nameReaders.remove(id, new PersonId(person), viewer));
    }

    @PostMapping("/privacy")
    ModelAndView privacy(
            @PathVariable PostmortemId id,
            @RequestParam MultiValueMap<String, String> typed,
            PersonId viewer,
            RedirectAttributes flash) {
        boolean hide = "true".equals(typed.getFirst("private"));
        @Nullable String reason = typed.getFirst("reason");
        String notice = hide ? "The postmortem is private now." : "Everybody may read the postmortem again.";
        return done(id, viewer, typed, flash, notice, () -> {
            if (hide) {
                keepPrivate.makePrivate(id, reason, viewer);
            } else {
                keepPrivate.makeOpen(id, reason, viewer);
            }
        });
    }

    @PostMapping("/read")
    ModelAndView read(@PathVariable PostmortemId id, PersonId viewer, RedirectAttributes flash) {
        acknowledge.read(id, viewer);
        flash.addFlashAttribute("notice", "Thank you for reading it.");
        return new ModelAndView("redirect:/postmortems/" + id);
    }

    private ModelAndView done(
            PostmortemId id,
            PersonId viewer,
            MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            String notice,
            Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            ModelAndView again = page(id, viewer, typed, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        flash.addFlashAttribute("notice", notice);
        return new ModelAndView("redirect:/postmortems/" + id + "/readers");
    }

    private ModelAndView page(
            PostmortemId id, PersonId viewer, MultiValueMap<String, String> typed, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("readership/readers");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("manages", permissions.mayChange(id, viewer));
        page.addObject("readers", readership.readers(id));
        page.addObject("privacy", readership.privacy(id).orElse(null));
        page.addObject("problems", problems);
        page.addObject(
                "values",
                Map.of("reason", String.valueOf(typed.toSingleValueMap().getOrDefault("reason", ""))));
        page.addObject("mustRead", !"false".equals(typed.getFirst("mustRead")));
        page.addObject("chosenPersons", all(typed, "persons").toList());
        page.addObject("chosenTeams", all(typed, "teams").toList());
        page.addObject("persons", sorted(organisation.persons(), Person::name));
        page.addObject("teams", sorted(organisation.teams(), Team::name));
        return page;
    }

    private static <T> List<T> sorted(Collection<T> all, java.util.function.Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }

    private static Stream<String> all(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of()).stream().filter(one -> !one.isBlank());
    }
}
