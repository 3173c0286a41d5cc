package org.postmortemflow.overview.web;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.overview.Overviews;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.overview.Turn;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is open, whose turn it is, what is late. */
@Controller
class NowPage {

    private static final int RECENT = 10;

    private final Overviews overviews;
    private final Permissions permissions;

    NowPage(Overviews overviews, Permissions permissions) {
        this.overviews = overviews;
        this.permissions = permissions;
    }

    /** A step that waits for the person who looks. */
    record Yours(PostmortemOverview overview, Turn turn) {}

    @GetMapping("/")
    String now(Model model, Principal principal) {
        PersonId viewer = new PersonId(principal.getName());
        List<PostmortemOverview> open = overviews.open(viewer);
        model.addAttribute("yours", yours(open, viewer));
        model.addAttribute("open", open);
        model.addAttribute(
                "ended",
                overviews.some(viewer, postmortem -> !postmortem.status().isOpen(), 0, RECENT));
        return "overview/now";
    }

    private List<Yours> yours(List<PostmortemOverview> open, PersonId viewer) {
        return open.stream()
                .flatMap(overview -> overview.turns().stream()
                        .filter(turn -> permissions.isTurnOf(turn.step(), viewer))
                        .map(turn -> new Yours(overview, turn)))
                .sorted(Comparator.comparing(
                        yours -> yours.turn().step().due(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
