package org.postmortemflow.comment.web;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.comment.Comment;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.comment.web.CommentPage.Typed;
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

/** Comments as a page that works without JavaScript. A refused text is shown again in the form that it was typed into. */
@Controller
@RequestMapping("/postmortems/{id}")
class CommentController {

    private static final String ONE = "/comments/{comment}";

    private final Discuss discuss;
    private final CommentPage page;

    CommentController(Discuss discuss, CommentPage page) {
        this.discuss = discuss;
        this.page = page;
    }

    @GetMapping("/comments")
    ModelAndView onDocument(@PathVariable PostmortemId id, PersonId viewer) {
        return page.of(new Place(id, null), viewer);
    }

    @GetMapping("/sections/{section}/comments")
    ModelAndView onSection(@PathVariable PostmortemId id, @PathVariable String section, PersonId viewer) {
        return page.of(Place.ofKey(id, section), viewer);
    }

    /** A lasting address of one comment, for mails. */
    @GetMapping(ONE)
    ModelAndView one(@PathVariable PostmortemId id, @PathVariable UUID comment) {
        return shown(discuss.get(id, comment));
    }

    @PostMapping("/comments")
    ModelAndView writeOnDocument(
            @PathVariable PostmortemId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String mention,
            PersonId by) {
        return write(new Place(id, null), text, mention, by);
    }

    @PostMapping("/sections/{section}/comments")
    ModelAndView writeOnSection(
            @PathVariable PostmortemId id,
            @PathVariable String section,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String mention,
            PersonId by) {
        return write(Place.ofKey(id, section), text, mention, by);
    }

    @PostMapping(ONE + "/answers")
    ModelAndView answer(
            @PathVariable PostmortemId id,
            @PathVariable UUID comment,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String mention,
            PersonId by) {
        Place place = Place.of(discuss.get(id, comment));
        Typed typed = Typed.of("answer", comment, text, mention);
        return done(place, typed, by, () -> discuss.answer(id, comment, typed.whole(), by));
    }

    @PostMapping(ONE)
    ModelAndView edit(
            @PathVariable PostmortemId id,
            @PathVariable UUID comment,
            @RequestParam(defaultValue = "") String text,
            PersonId by) {
        Place place = Place.of(discuss.get(id, comment));
        Typed typed = Typed.of("edit", comment, text, null);
        return done(place, typed, by, () -> discuss.edit(id, comment, text, by));
    }

    @PostMapping(ONE + "/resolve")
    ModelAndView resolve(@PathVariable PostmortemId id, @PathVariable UUID comment, PersonId by) {
        return shown(discuss.resolve(id, comment, by));
    }

    @PostMapping(ONE + "/reopen")
    ModelAndView reopen(@PathVariable PostmortemId id, @PathVariable UUID comment) {
        return shown(discuss.reopen(id, comment));
    }

    @PostMapping(ONE + "/delete")
    ModelAndView delete(@PathVariable PostmortemId id, @PathVariable UUID comment, PersonId by) {
        return shown(discuss.delete(id, comment, by));
    }

    private ModelAndView write(Place place, String text, @Nullable String mention, PersonId by) {
        Typed typed = Typed.of("new", null, text, mention);
        return done(place, typed, by, () -> discuss.begin(place.postmortem(), place.section(), typed.whole(), by));
    }

    private ModelAndView done(Place place, Typed typed, PersonId by, Supplier<Comment> doing) {
        try {
            return shown(doing.get());
        } catch (Refused refused) {
            Map<String, String> problems = refused.problems().entrySet().stream()
                    .collect(Collectors.toMap(
                            problem -> problem.getKey().isEmpty() ? "" : typed.form(), Map.Entry::getValue));
            ModelAndView again = page.of(place, by, typed, problems);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private static ModelAndView shown(Comment comment) {
        return new ModelAndView("redirect:" + Place.of(comment).address() + "#comment-" + comment.id());
    }
}
