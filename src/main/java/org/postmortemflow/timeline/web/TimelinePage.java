package org.postmortemflow.timeline.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.EditTimeline;
import org.postmortemflow.timeline.RowChanged;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineRow;
import org.postmortemflow.timeline.TimelineRows;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The timeline, written row by row: each row is saved by itself, and without a script. */
@Controller
@RequestMapping("/postmortems/{id}/timeline")
class TimelinePage {

    private static final int MORE_ROWS = 5;

    private final TimelineRows rows;
    private final EditTimeline edit;
    private final TimelinePages pages;
    private final ReaderTimes times;

    TimelinePage(TimelineRows rows, EditTimeline edit, TimelinePages pages, ReaderTimes times) {
        this.rows = rows;
        this.edit = edit;
        this.pages = pages;
        this.times = times;
    }

    /**
     * @param edit the row that is shown as a form
     * @param after the row behind which there is a form for a new one
     */
    @GetMapping
    ModelAndView show(
            @PathVariable PostmortemId id,
            @RequestParam(required = false) @Nullable UUID edit,
            @RequestParam(required = false) @Nullable UUID after,
            Principal principal) {
        ReaderTime time = times.of(person(principal));
        Optional<TimelineRow> row = Optional.ofNullable(edit).flatMap(item -> rows.row(id, item));
        if (row.isPresent()) {
            RowForm form = RowForm.of(row.get().item(), time);
            return pages.editing(id, person(principal), row.get(), form, Map.of(), null);
        }
        String given = Optional.ofNullable(after)
                .flatMap(item -> rows.row(id, item))
                .map(before -> time.forInput(before.item().at()))
                .orElse("");
        return pages.adding(id, person(principal), after, List.of(RowForm.empty(given)), Map.of(), null);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable PostmortemId id,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable UUID after,
            Principal principal,
            RedirectAttributes flash) {
        List<RowForm> forms = RowForm.read(typed);
        if (typed.containsKey("moreRows")) {
            List<RowForm> more = new ArrayList<>(forms);
            String given = forms.isEmpty() ? "" : forms.get(forms.size() - 1).given();
            for (int i = 0; i < MORE_ROWS; i++) {
                more.add(RowForm.empty(given));
            }
            return pages.adding(id, person(principal), after, more, Map.of(), null);
        }
        ReaderTime time = times.of(person(principal));
        Problems problems = new Problems();
        List<TimelineItem> items = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            if (!forms.get(i).isBlank()) {
                items.add(forms.get(i).item(null, time, RowForm.name(i), problems));
            }
        }
        try {
            problems.when(items.isEmpty(), "rows[0].event", "Please say what happened, and when.")
                    .refuseIfAny();
            edit.add(id, items, after, person(principal));
        } catch (Refused refused) {
            return unprocessable(pages.adding(id, person(principal), after, forms, refused.problems(), null));
        }
        flash.addFlashAttribute(
                "notice", items.size() == 1 ? "One row was added." : items.size() + " rows were added.");
        return to(id, items.get(0).id());
    }

    @PostMapping("/{item}")
    ModelAndView save(
            @PathVariable PostmortemId id,
            @PathVariable UUID item,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            Principal principal,
            RedirectAttributes flash) {
        PersonId by = person(principal);
        RowForm form = RowForm.read(typed).stream().findFirst().orElse(RowForm.empty(""));
        Optional<TimelineRow> row = rows.row(id, item);
        if (row.isEmpty()) {
            return conflict(pages.adding(id, by, null, List.of(form), Map.of(), pages.whatHappened(id, item)));
        }
        Problems problems = new Problems();
        TimelineItem wanted = form.item(row.get().item(), times.of(by), RowForm.name(0), problems);
        try {
            problems.refuseIfAny();
            edit.save(id, wanted, version, by);
        } catch (RowChanged meanwhile) {
            TimelineRow now = rows.row(id, item).orElse(row.get());
            return conflict(pages.editing(id, by, now, form, Map.of(), pages.whatHappened(id, item)));
        } catch (Refused refused) {
            TimelineRow seen = new TimelineRow(row.get().item(), version, null, null);
            return unprocessable(pages.editing(id, by, seen, form, refused.problems(), null));
        }
        flash.addFlashAttribute("notice", "The row was saved.");
        return to(id, item);
    }

    /** @param deed {@code hide}, {@code show}, {@code delete}, {@code time-is-right} or {@code put-back} */
    @PostMapping("/{item}/{deed}")
    ModelAndView change(
            @PathVariable PostmortemId id,
            @PathVariable UUID item,
            @PathVariable String deed,
            @RequestParam(defaultValue = "0") int version,
            Principal principal,
            RedirectAttributes flash) {
        PersonId by = person(principal);
        try {
            flash.addFlashAttribute("notice", done(id, item, deed, version, by));
        } catch (RowChanged meanwhile) {
            String what = pages.whatHappened(id, item);
            return conflict(rows.row(id, item)
                    .map(now -> pages.editing(id, by, now, RowForm.of(now.item(), times.of(by)), Map.of(), what))
                    .orElseGet(() -> pages.adding(id, by, null, List.of(RowForm.empty("")), Map.of(), what)));
        }
        return to(id, item);
    }

    private String done(PostmortemId id, UUID item, String deed, int version, PersonId by) {
        switch (deed) {
            case "hide" -> edit.hide(id, item, true, version, by);
            case "show" -> edit.hide(id, item, false, version, by);
            case "delete" -> edit.delete(id, item, version, by);
            case "time-is-right" -> edit.confirmTime(id, item, version, by);
            case "put-back" -> edit.putBack(id, item, by);
            default -> throw new NoSuchElementException(deed);
        }
        return switch (deed) {
            case "hide" -> "The row was put aside. You find it below, under the others.";
            case "show" -> "The row is shown again.";
            case "delete" -> "The row was deleted. You can put it back from the changes at the end of this page.";
            case "time-is-right" -> "Thank you. The time stays as it is.";
            default -> "The row is back.";
        };
    }

    private static ModelAndView to(PostmortemId id, UUID item) {
        return new ModelAndView("redirect:/postmortems/" + id + "/timeline#row-" + item);
    }

    private static ModelAndView unprocessable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static PersonId person(Principal principal) {
        return new PersonId(principal.getName());
    }
}
