package org.postmortemflow.comment.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.comment.CommentThread;
import org.postmortemflow.comment.Comments;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.comment.Mentions;
import org.postmortemflow.comment.OpenComments;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts together what the page of comments shows. */
@Component
class CommentPage {

    private final Postmortems postmortems;
    private final Comments comments;
    private final OpenComments openComments;
    private final Discuss discuss;
    private final Mentions mentions;
    private final Organisation organisation;

    CommentPage(
            Postmortems postmortems,
            Comments comments,
            OpenComments openComments,
            Discuss discuss,
            Mentions mentions,
            Organisation organisation) {
        this.postmortems = postmortems;
        this.comments = comments;
        this.openComments = openComments;
        this.discuss = discuss;
        this.mentions = mentions;
        this.organisation = organisation;
    }

    ModelAndView of(Place place, PersonId viewer) {
        return of(place, viewer, Typed.NOTHING, Map.of());
    }

    /** @param typed stays in the form that it was typed into. @param problems name that form's fields */
    ModelAndView of(Place place, PersonId viewer, Typed typed, Map<String, String> problems) {
        List<CommentThread> threads = comments.threads(place.postmortem()).stream()
                .filter(thread -> Place.of(thread.first()).equals(place))
                .toList();
        ModelAndView page = new ModelAndView("comment/comments");
        page.addObject("postmortem", postmortems.get(place.postmortem()));
        page.addObject("place", place);
        page.addObject("open", threads.stream().filter(CommentThread::isOpen).toList());
        page.addObject(
                "settled", threads.stream().filter(thread -> !thread.isOpen()).toList());
        Map<String, Integer> counts = openComments.of(place.postmortem());
        page.addObject("counts", counts);
        page.addObject(
                "others",
                Place.all(place.postmortem()).stream()
                        .filter(other -> counts.containsKey(other.key()) && !other.equals(place))
                        .toList());
        page.addObject("possible", discuss.isPossible(place.postmortem()));
        page.addObject("discuss", discuss);
        page.addObject("mentions", mentions);
        page.addObject("viewer", viewer);
        page.addObject("persons", persons(viewer));
        page.addObject("typed", typed);
        page.addObject("problems", problems);
        return page;
    }

    private List<Person> persons(PersonId viewer) {
        return organisation.persons().stream()
                .filter(person -> !person.id().equals(viewer))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /**
     * What was typed into one of the page's forms.
     *
     * @param form {@code new}, {@code answer-<id>} or {@code edit-<id>}
     * @param mention the id of a person to mention besides those in the text; may be empty
     */
    record Typed(String form, String text, String mention) {

        static final Typed NOTHING = new Typed("", "", "");

        static Typed of(String form, @Nullable UUID comment, String text, @Nullable String mention) {
            return new Typed(comment == null ? form : form + "-" + comment, text, mention == null ? "" : mention);
        }

        /** The text with the chosen person called at its end. */
        String whole() {
            return text.isBlank() || mention.isBlank() ? text : text.stripTrailing() + "\n\n@" + mention;
        }

        /** The text for a form: what was typed into it, or else what it begins with. */
        public String in(String name, String otherwise) {
            return form.equals(name) ? text : otherwise;
        }
    }
}
