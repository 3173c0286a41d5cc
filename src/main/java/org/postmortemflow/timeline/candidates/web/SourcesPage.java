package org.postmortemflow.timeline.candidates.web;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.TodoCandidates;
import org.postmortemflow.timeline.UploadedFile;
import org.postmortemflow.timeline.candidates.GatherCandidates;
import org.postmortemflow.timeline.candidates.Responders;
import org.postmortemflow.timeline.candidates.ThrowAway;
import org.postmortemflow.timeline.candidates.UseCandidates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Brings files of other systems, and chooses what of them belongs in the timeline. Works without JavaScript. */
@Controller
@RequestMapping("/postmortems/{id}/timeline/sources")
class SourcesPage {

    private final SourcesView view;
    private final GatherCandidates gatherCandidates;
    private final UseCandidates useCandidates;
    private final ThrowAway throwAway;
    private final Responders responders;
    private final TodoCandidates todos;

    SourcesPage(
            SourcesView view,
            GatherCandidates gatherCandidates,
            UseCandidates useCandidates,
            ThrowAway throwAway,
            Responders responders,
            TodoCandidates todos) {
        this.view = view;
        this.gatherCandidates = gatherCandidates;
        this.useCandidates = useCandidates;
        this.throwAway = throwAway;
        this.responders = responders;
        this.todos = todos;
    }

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, @RequestParam MultiValueMap<String, String> typed) {
        return view.page(id, typed, Map.of());
    }

    @PostMapping
    ModelAndView bring(
            @PathVariable PostmortemId id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam MultiValueMap<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        return answer(id, typed, flash, "offered", () -> {
            int found = gatherCandidates.gather(id, uploaded(file, pasted), person(principal));
            return found == 0
                    ? "It was read, and holds nothing for a timeline."
                    : "%,d candidates were found. Nothing of them is in the timeline yet.".formatted(found);
        });
    }

    @PostMapping("/rows")
    ModelAndView add(
            @PathVariable PostmortemId id,
            @RequestParam MultiValueMap<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        return answer(id, typed, flash, "offered", () -> {
            int added = useCandidates.add(id, Ticked.rows(typed), typed.containsKey("withNames"), person(principal));
            return added == 0
                    ? "The timeline has all of these already."
                    : "Added to the timeline: %d %s.".formatted(added, added == 1 ? "row" : "rows");
        });
    }

    @PostMapping("/responders")
    ModelAndView addResponders(
            @PathVariable PostmortemId id,
            @RequestParam MultiValueMap<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        return answer(id, typed, flash, "responders", () -> {
            int added = responders.add(id, typed.getOrDefault("who", List.of()), person(principal));
            return "Responders added: %d.".formatted(added);
        });
    }

    @PostMapping("/{gathering}/throw-away")
    ModelAndView throwAway(
            @PathVariable PostmortemId id,
            @PathVariable UUID gathering,
            @RequestParam MultiValueMap<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        return answer(id, typed, flash, "brought", () -> {
            throwAway.gathering(id, gathering, person(principal));
            return "Thrown away. What is in the timeline stays there.";
        });
    }

    @PostMapping("/todos/{todo}/put-aside")
    ModelAndView putAside(
            @PathVariable PostmortemId id,
            @PathVariable UUID todo,
            @RequestParam MultiValueMap<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        return answer(id, typed, flash, "todos", () -> {
            todos.putAside(id, todo, person(principal));
            return "Put aside.";
        });
    }

    /** Does something and returns to where the person was; a refusal shows the page again with all that was typed. */
    private ModelAndView answer(
            PostmortemId id,
            MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            String section,
            java.util.function.Supplier<String> work) {
        try {
            flash.addFlashAttribute("notice", work.get());
        } catch (Refused refused) {
            ModelAndView again = view.page(id, typed, refused.problems());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        RedirectView onward = new RedirectView(
                "/postmortems/" + id + "/timeline/sources" + Looking.of(typed).query() + "#" + section, true);
        onward.setExpandUriTemplateVariables(false);
        return new ModelAndView(onward);
    }

    private static UploadedFile uploaded(@Nullable MultipartFile file, String pasted) {
        if (file != null && !file.isEmpty()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return new UploadedFile(last.isBlank() ? "The file" : last, file::getInputStream);
        }
        byte[] text = pasted.strip().getBytes(StandardCharsets.UTF_8);
        return new UploadedFile("The pasted text", () -> new ByteArrayInputStream(text));
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
