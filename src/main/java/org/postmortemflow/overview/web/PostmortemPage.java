package org.postmortemflow.overview.web;

import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.overview.Overviews;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Names;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything about one postmortem. Everyone in the organisation may read it (R25). */
@Controller
class PostmortemPage {

    /** The order of R8, as the page shows it. */
    private static final List<Status> ORDER = List.of(Status.DRAFT, Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED);

    private final Overviews overviews;
    private final Owners owners;
    private final Reviews reviews;
    private final ExternalMessages externalMessages;
    private final List<PostmortemPart> parts;
    private final Permissions permissions;
    private final Names names;
    private final Clock clock;

    PostmortemPage(
            Overviews overviews,
            Owners owners,
            Reviews reviews,
            ExternalMessages externalMessages,
            List<PostmortemPart> parts,
            Permissions permissions,
            Names names,
            Clock clock) {
        this.overviews = overviews;
        this.owners = owners;
        this.reviews = reviews;
        this.externalMessages = externalMessages;
        this.parts = parts;
        this.permissions = permissions;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/postmortems/{id}")
    String show(@PathVariable PostmortemId id, Model model, Principal principal) {
        PersonId viewer = new PersonId(principal.getName());
        PostmortemOverview overview = overviews.get(id);
        model.addAttribute("overview", overview);
        model.addAttribute("order", ORDER);
        List<StepRow> steps = StepRow.of(overview, viewer, permissions, names, clock.instant());
        model.addAttribute("steps", steps);
        model.addAttribute("done", steps.stream().filter(StepRow::done).count());
        model.addAttribute("owners", owners.all(id));
        model.addAttribute("reviews", reviews.all(id));
        model.addAttribute("externalMessage", externalMessages.of(id).orElse(null));
        List<ShownPart> shown = shown(overview.postmortem(), viewer);
        model.addAttribute("parts", shown);
        model.addAttribute("contents", contents(shown));
        model.addAttribute("actions", Action.offered(overview, viewer, permissions));
        return "overview/postmortem";
    }

    private List<ShownPart> shown(Postmortem postmortem, PersonId viewer) {
        return parts.stream()
                .map(part -> {
                    Map<String, Object> model = part.model(postmortem, viewer);
                    return new ShownPart(part.template(), model, model.isEmpty() ? Map.of() : part.headings(model));
                })
                .filter(part -> !part.model().isEmpty())
                .toList();
    }

    private static Map<String, String> contents(List<ShownPart> parts) {
        Map<String, String> contents = new LinkedHashMap<>();
        parts.forEach(part -> contents.putAll(part.headings()));
        return contents;
    }

    /** A room's part with what its template reads, and its headings. */
    record ShownPart(String template, Map<String, Object> model, Map<String, String> headings) {}
}
