package org.postmortemflow.timeline.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineChange;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TimelineRow;
import org.postmortemflow.timeline.TimelineRows;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The timeline's page in its two states: a row is being changed, or rows are being added. */
@Component
class TimelinePages {

    private static final int MOST_CHANGES = 200;

    private final TimelineViews views;
    private final TimelineRows rows;
    private final Postmortems postmortems;
    private final Names names;

    TimelinePages(TimelineViews views, TimelineRows rows, Postmortems postmortems, Names names) {
        this.views = views;
        this.rows = rows;
        this.postmortems = postmortems;
        this.names = names;
    }

    /** @param meanwhile what somebody else did to the row, in words */
    ModelAndView editing(
            PostmortemId id,
            PersonId viewer,
            TimelineRow row,
            RowForm form,
            Map<String, String> problems,
            @Nullable String meanwhile) {
        ModelAndView page = page(id, viewer, problems, meanwhile);
        page.addObject("edited", row);
        page.addObject("forms", List.of(form));
        return page;
    }

    /** @param after the row behind which the form stands; null: at the end */
    ModelAndView adding(
            PostmortemId id,
            PersonId viewer,
            @Nullable UUID after,
            List<RowForm> forms,
            Map<String, String> problems,
            @Nullable String meanwhile) {
        ModelAndView page = page(id, viewer, problems, meanwhile);
        page.addObject("after", after);
        page.addObject("forms", forms);
        return page;
    }

    /** For somebody whose change comes too late: who did what. */
    String whatHappened(PostmortemId id, UUID item) {
        boolean gone = rows.row(id, item).isEmpty();
        String who = rows.changes(id).stream()
                .filter(change -> change.item().id().equals(item))
                .max(Comparator.comparing(TimelineChange::version))
                .map(change -> names.of(change.by()))
                .orElse("Somebody");
        return gone
                ? who + " deleted this row meanwhile. What you typed is still here: add it as a new row, or leave it."
                : who
                        + " changed this row meanwhile. Nothing of yours was saved yet: compare, then save again or cancel.";
    }

    private ModelAndView page(
            PostmortemId id, PersonId viewer, Map<String, String> problems, @Nullable String meanwhile) {
        TimelineView view = views.of(id, viewer);
        ModelAndView page = new ModelAndView("timeline/timeline");
        page.addObject("postmortem", postmortems.get(id));
        page.addObject("view", view);
        page.addObject("problems", problems);
        page.addObject("meanwhile", meanwhile);
        page.addObject("edited", null);
        page.addObject("after", null);
        page.addObject(
                "changes",
                ChangeLine.of(rows.changes(id), view.time()).stream()
                        .limit(MOST_CHANGES)
                        .toList());
        page.addObject(
                "kinds",
                Arrays.stream(TimelineKind.values())
                        .map(kind -> Map.of("value", kind.key(), "label", kind.label()))
                        .toList());
        page.addObject(
                "severities",
                Arrays.stream(Severity.values())
                        .map(one -> Map.of("value", one.key(), "label", one.label()))
                        .toList());
        page.addObject(
                "notices",
                List.of(
                        Map.of("value", "yes", "label", "Customers notice it"),
                        Map.of("value", "no", "label", "Customers notice it no more")));
        return page;
    }
}
