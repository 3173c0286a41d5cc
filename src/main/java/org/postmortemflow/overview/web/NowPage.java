package org.postmortemflow.overview.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpList;
import org.postmortemflow.followup.FollowUpList.Filter;
import org.postmortemflow.overview.DueGroup;
import org.postmortemflow.overview.ListFilter;
import org.postmortemflow.overview.ListOrder;
import org.postmortemflow.overview.ListRecords;
import org.postmortemflow.overview.ListRecords.Mine;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.overview.PostmortemLists;
import org.postmortemflow.overview.SavedViews;
import org.postmortemflow.overview.Turn;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;

/** Mine first: what waits for me, my postmortems and follow-ups; then what is open in the organisation, what is late first. */
@Controller
class NowPage {

    private static final int MOST_TURNS = 20;
    private static final int MOST_MINE = 10;
    private static final int MOST_OPEN = 25;

    private final PostmortemLists lists;
    private final ListLines lines;
    private final FilterChoices choices;
    private final FollowUpList followUps;
    private final Readership readership;
    private final SavedViews views;
    private final Organisation organisation;
    private final Names names;
    private final Clock clock;

    NowPage(
            PostmortemLists lists,
            ListLines lines,
            FilterChoices choices,
            FollowUpList followUps,
            Readership readership,
            SavedViews views,
            Organisation organisation,
            Names names,
            Clock clock) {
        this.lists = lists;
        this.lines = lines;
        this.choices = choices;
        this.followUps = followUps;
        this.readership = readership;
        this.views = views;
        this.organisation = organisation;
        this.names = names;
        this.clock = clock;
    }

    /** The steps of one postmortem that wait for the person who looks. */
    record Yours(PostmortemId id, String title, @Nullable Severity severity, List<DueGroup> groups) {}

    @GetMapping("/")
    String now(Model model, PersonId viewer) {
        ListRecords.Turns turns = lists.turnsOf(viewer, MOST_TURNS);
        model.addAttribute("yours", yours(turns.first()));
        Set<PostmortemId> shown = turns.first().stream()
                .map(one -> one.step().postmortem())
                .collect(Collectors.toCollection(HashSet::new));
        model.addAttribute("moreTurns", turns.all() - turns.first().size());
        List<ListedPostmortem> own = own(viewer, shown);
        model.addAttribute("own", lines.of(own, viewer));
        own.forEach(one -> shown.add(one.id()));
        Filter mine = new Filter(
                null, null, null, Set.of(State.OPEN, State.IN_PROGRESS), viewer, null, readership.readable(viewer));
        model.addAttribute("followUps", followUps.page(mine, FollowUpList.Order.DUE, 0, MOST_MINE));
        model.addAttribute("views", views.of(viewer));
        PostmortemLists.Standing standing = lists.standing(viewer);
        model.addAttribute("statuses", standing.statuses());
        model.addAttribute("steps", standing.steps());
        model.addAttribute(
                "openCount",
                standing.statuses().values().stream()
                        .mapToLong(one -> one.all())
                        .sum());
        model.addAttribute(
                "lateCount",
                standing.statuses().values().stream()
                        .mapToLong(one -> one.late())
                        .sum());
        PostmortemLists.Part open =
                lists.part(ListFilter.ALL.in(ListFilter.OPEN), ListOrder.DUE, null, MOST_OPEN, viewer);
        model.addAttribute("lines", lines.of(open.postmortems(), viewer, shown));
        model.addAttribute("more", open.next() != null);
        model.addAttribute("query", new ListQuery(new LinkedMultiValueMap<>(), viewer, organisation));
        model.addAttribute("choices", choices.all());
        return "overview/now";
    }

    private List<Yours> yours(List<Mine> mine) {
        Instant now = clock.instant();
        Map<PostmortemId, List<Mine>> byPostmortem = new LinkedHashMap<>();
        mine.forEach(one -> byPostmortem
                .computeIfAbsent(one.step().postmortem(), key -> new ArrayList<>())
                .add(one));
        return byPostmortem.values().stream()
                .map(some -> new Yours(
                        some.get(0).step().postmortem(),
                        some.get(0).title(),
                        some.get(0).severity(),
                        DueGroup.of(some.stream()
                                .map(Mine::step)
                                .map(step -> new Turn(step, names.of(step.assignee(), step.pool()), step.isLate(now)))
                                .toList())))
                .toList();
    }

    /** Those that the person owns or commanded, without those that stand above with a step to do. */
    private List<ListedPostmortem> own(PersonId viewer, Set<PostmortemId> above) {
        return lists
                .part(ListFilter.ALL.in(ListFilter.OPEN).of(viewer), ListOrder.DUE, null, 5 * MOST_MINE, viewer)
                .postmortems()
                .stream()
                .filter(one -> viewer.equals(one.owner()) || viewer.equals(one.commander()))
                .filter(one -> !above.contains(one.id()))
                .limit(MOST_MINE)
                .toList();
    }
}
