package org.postmortemflow.overview.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.overview.ListCursor;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.overview.Place;
import org.postmortemflow.overview.PostmortemLists;
import org.postmortemflow.overview.SaveView;
import org.postmortemflow.overview.SavedView;
import org.postmortemflow.overview.SavedViews;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All postmortems: filtered, part by part, as a spreadsheet; and lists that people gave a name. */
@Controller
class PostmortemsPage {

    static final int ON_A_PAGE = 50;

    private final PostmortemLists lists;
    private final ListLines lines;
    private final ListFile file;
    private final FilterChoices choices;
    private final SavedViews views;
    private final SaveView saveView;
    private final Organisation organisation;

    PostmortemsPage(
            PostmortemLists lists,
            ListLines lines,
            ListFile file,
            FilterChoices choices,
            SavedViews views,
            SaveView saveView,
            Organisation organisation) {
        this.lists = lists;
        this.lines = lines;
        this.file = file;
        this.choices = choices;
        this.views = views;
        this.saveView = saveView;
        this.organisation = organisation;
    }

    /** @param after where to read on, as a page before gave it. @param view the saved view that led here */
    @GetMapping("/postmortems")
    String show(
            @RequestParam MultiValueMap<String, String> asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String view,
            PersonId viewer,
            Model model) {
        ListQuery query = new ListQuery(asked, viewer, organisation);
        fill(model, query, after, viewer);
        view(view).ifPresent(saved -> {
            model.addAttribute("view", saved);
            model.addAttribute("own", saved.madeBy().equals(viewer));
        });
        model.addAttribute("values", Map.of());
        model.addAttribute("problems", Map.of());
        return "overview/list";
    }

    @GetMapping("/postmortems.csv")
    ResponseEntity<byte[]> file(@RequestParam MultiValueMap<String, String> asked, PersonId viewer) {
        ListQuery query = new ListQuery(asked, viewer, organisation);
        ListFilter filter = query.filter(ListFilter.OPEN, new Problems());
        return file.of(filter, query.order(filter), viewer);
    }

    @GetMapping("/views/{id}")
    String open(@PathVariable UUID id) {
        SavedView view = views.find(id).orElseThrow();
        return "redirect:/postmortems?" + (view.query().isEmpty() ? "" : view.query() + "&") + "view=" + id;
    }

    /** The filters come with the name, as in the list's address. */
    @PostMapping("/views")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String name,
            PersonId viewer,
            RedirectAttributes flash) {
        ListQuery query = new ListQuery(typed, viewer, organisation);
        SavedView saved;
        try {
            saved = saveView.save(name, query.address(), viewer);
        } catch (Refused refused) {
            ModelAndView again = new ModelAndView("overview/list", HttpStatus.UNPROCESSABLE_ENTITY);
            org.springframework.ui.ExtendedModelMap model = new org.springframework.ui.ExtendedModelMap();
            fill(model, query, null, viewer);
            again.addAllObjects(model);
            again.addObject("values", Map.of("name", name));
            again.addObject("problems", refused.problems());
            return again;
        }
        flash.addFlashAttribute("notice", "Saved. Share the address of this page's view with whom you like.");
        return new ModelAndView("redirect:/views/" + saved.id());
    }

    @PostMapping("/views/{id}/rename")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            PersonId viewer,
            RedirectAttributes flash) {
        saveView.rename(id, name, viewer);
        flash.addFlashAttribute("notice", "The view has a new name.");
        return "redirect:/views/" + id;
    }

    @PostMapping("/views/{id}/delete")
    String delete(@PathVariable UUID id, PersonId viewer, RedirectAttributes flash) {
        saveView.delete(id, viewer);
        flash.addFlashAttribute("notice", "The view is deleted.");
        return "redirect:/";
    }

    private void fill(Model model, ListQuery query, @Nullable String after, PersonId viewer) {
        ListFilter filter = query.filter(ListFilter.OPEN, new Problems());
        ListOrder order = query.order(filter);
        Place place = after == null ? null : ListCursor.read(order, after).orElse(null);
        PostmortemLists.Part part = lists.part(filter, order, place, ON_A_PAGE, viewer);
        model.addAttribute("lines", lines.of(part.postmortems(), viewer));
        model.addAttribute("next", part.next() == null ? null : ListCursor.write(order, part.next()));
        model.addAttribute("first", place == null);
        model.addAttribute("count", lists.count(filter, viewer));
        model.addAttribute("most", PostmortemLists.MOST_COUNTED);
        model.addAttribute("query", query);
        model.addAttribute("choices", choices.all());
        model.addAttribute("carried", query.address());
    }

    private Optional<SavedView> view(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : views.find(UUID.fromString(id));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
