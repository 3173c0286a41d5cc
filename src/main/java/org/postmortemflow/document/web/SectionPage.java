package org.postmortemflow.document.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.Editors;
import org.postmortemflow.document.Markdown;
import org.postmortemflow.document.Overtaken;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.document.SectionVersion;
import org.postmortemflow.document.SectionVersions;
import org.postmortemflow.document.Suggestions;
import org.postmortemflow.document.WriteSection;
import org.postmortemflow.document.compare.TextDiff;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One section's form. It works without JavaScript; with it the preview follows the typing and a draft is kept. */
@Controller
@RequestMapping("/postmortems/{id}/sections/{key}")
class SectionPage {

    private final Postmortems postmortems;
    private final SectionVersions versions;
    private final Suggestions suggestions;
    private final WriteSection writeSection;
    private final Editors editors;
    private final Permissions permissions;
    private final Names names;
    private final Markdown markdown;

    SectionPage(
            Postmortems postmortems,
            SectionVersions versions,
            Suggestions suggestions,
            WriteSection writeSection,
            Editors editors,
            Permissions permissions,
            Names names,
            Markdown markdown) {
        this.postmortems = postmortems;
        this.versions = versions;
        this.suggestions = suggestions;
        this.writeSection = writeSection;
        this.editors = editors;
        this.permissions = permissions;
        this.names = names;
        this.markdown = markdown;
    }

    /** What stands in the form's fields. */
    private record Typed(String text, int basedOn) {}

    @GetMapping
    ModelAndView show(@PathVariable PostmortemId id, @PathVariable String key, Principal principal) {
        SectionName section = SectionName.ofKey(key);
        PersonId viewer = person(principal);
        permissions.requireWrite(postmortems.get(id), viewer);
        SectionVersion now = versions.current(id).get(section);
        String suggested = suggestions.of(id).getOrDefault(section, "");
        editors.seen(id, section, viewer);
        ModelAndView page = now == null
                ? form(id, section, new Typed(suggested, 0), Map.of(), viewer)
                : form(id, section, new Typed(now.text(), now.number()), Map.of(), viewer);
        page.addObject("suggested", now == null && !suggested.isEmpty());
        return page;
    }

    @PostMapping
    ModelAndView save(
            @PathVariable PostmortemId id,
            @PathVariable String key,
            @RequestParam String text,
            @RequestParam int basedOn,
            @RequestParam(required = false) @Nullable String preview,
            Principal principal,
            RedirectAttributes flash) {
        SectionName section = SectionName.ofKey(key);
        PersonId by = person(principal);
        if (preview != null) {
            return form(id, section, new Typed(text, basedOn), Map.of(), by);
        }
        try {
            Optional<Overtaken> overtaken = writeSection.save(id, section, basedOn, text, by);
            if (overtaken.isPresent()) {
                return conflict(id, section, overtaken.get(), by);
            }
        } catch (Refused refused) {
            ModelAndView again = form(id, section, new Typed(text, basedOn), refused.problems(), by);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        editors.left(id, section, by);
        flash.addFlashAttribute("notice", "\"%s\" is saved.".formatted(section.label()));
        flash.addFlashAttribute("draftDone", draft(id, section, by));
        return new ModelAndView("redirect:/postmortems/%s#%s".formatted(id, section.key()));
    }

    /** Safe HTML of what is being typed; nothing is saved. */
    @PostMapping(path = "/preview", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @ResponseBody
    String preview(@PathVariable PostmortemId id, @PathVariable String key, @RequestParam String text) {
        postmortems.get(id);
        SectionName.ofKey(key);
        return text.length() > Documents.MAX_TEXT ? "" : markdown.html(text);
    }

    /** The sign that somebody still writes here; answers who else does. */
    @PostMapping(path = "/editing", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> editing(@PathVariable PostmortemId id, @PathVariable String key, Principal principal) {
        SectionName section = SectionName.ofKey(key);
        PersonId viewer = person(principal);
        if (permissions.mayWrite(postmortems.get(id), viewer)) {
            editors.seen(id, section, viewer);
        }
        return Map.of("others", others(id, section, viewer));
    }

    private ModelAndView form(
            PostmortemId id, SectionName section, Typed typed, Map<String, String> problems, PersonId viewer) {
        ModelAndView page = page("document/section", id, section, viewer);
        page.addObject("typed", typed);
        page.addObject("problems", problems);
        return page;
    }

    /** Both texts, what differs, and a proposal to finish. */
    private ModelAndView conflict(PostmortemId id, SectionName section, Overtaken overtaken, PersonId viewer) {
        ModelAndView page = page("document/conflict", id, section, viewer);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("overtaken", overtaken);
        page.addObject("pieces", TextDiff.between(overtaken.theirs().text(), overtaken.mine()));
        return page;
    }

    private ModelAndView page(String template, PostmortemId id, SectionName section, PersonId viewer) {
        ModelAndView page = new ModelAndView(template);
        Postmortem postmortem = postmortems.get(id);
        page.addObject("postmortem", postmortem);
        page.addObject("section", section);
        page.addObject("others", others(id, section, viewer));
        page.addObject("draft", draft(id, section, viewer));
        return page;
    }

    private String others(PostmortemId id, SectionName section, PersonId viewer) {
        return BeingEdited.words(editors.othersThan(viewer, id).getOrDefault(section, List.of()).stream()
                .map(names::of)
                .collect(Collectors.toList()));
    }

    /** Names the draft in the browser; persons who share one do not see each other's. */
    private static String draft(PostmortemId id, SectionName section, PersonId person) {
        return "section " + id + " " + section.key() + " " + person.value();
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
