package org.postmortemflow.followup.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.postmortemflow.followup.Choices;
import org.postmortemflow.followup.FollowUpList;
import org.postmortemflow.followup.FollowUpList.Filter;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.followup.FollowUpList.Load;
import org.postmortemflow.followup.FollowUpList.Order;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Follow-ups of the whole organisation: what is open, in which team, for how long, and what is overdue. */
@Controller
class FollowUpsPage {

    private static final int ON_A_PAGE = 50;

    /** A spreadsheet is for reading; programs page through REST. */
    private static final int MOST_IN_FILE = 20_000;

    private final FollowUpList list;
    private final Readership reading;
    private final Choices choices;
    private final FollowUpsFile file;
    private final Clock clock;

    FollowUpsPage(FollowUpList list, Readership reading, Choices choices, FollowUpsFile file, Clock clock) {
        this.list = list;
        this.reading = reading;
        this.choices = choices;
        this.file = file;
        this.clock = clock;
    }

    @GetMapping("/follow-ups")
    String show(@RequestParam Map<String, String> asked, Model model, Principal principal) {
        ListQuery query = query(asked, principal);
        Filter filter = filter(query, principal);
        List<Load> loads = list.loads(everyTeam(filter));
        long count = count(filter, loads);
        long last = Math.max(1, (count + ON_A_PAGE - 1) / ON_A_PAGE);
        long page = Math.min(Math.max(1, ListQuery.number(asked.get("page"), 1)), last);
        model.addAttribute("rows", list.page(filter, query.order(), (page - 1) * ON_A_PAGE, ON_A_PAGE));
        model.addAttribute("count", count);
        model.addAttribute("page", page);
        model.addAttribute("last", last);
        model.addAttribute("by", query.order().name().toLowerCase(Locale.ROOT));
        model.addAttribute("orders", Order.values());
        Map<String, String> kept = kept(query);
        model.addAttribute("asked", kept);
        model.addAttribute("carried", address(kept));
        model.addAttribute(
                "filtered",
                ListQuery.NAMES.stream().anyMatch(name -> !query.text(name).isEmpty()));
        model.addAttribute("loads", loads);
        model.addAttribute("choices", choices.all());
        model.addAttribute("states", choices.states());
        return "followup/list";
    }

    @GetMapping("/follow-ups.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> asked, Principal principal) {
        ListQuery query = query(asked, principal);
        List<Listed> all = list.page(filter(query, principal), query.order(), 0, MOST_IN_FILE);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("follow-ups.csv").build());
        return ResponseEntity.ok().headers(headers).body(file.of(all));
    }

    private static ListQuery query(Map<String, String> asked, Principal principal) {
        return new ListQuery(asked, new PersonId(principal.getName()));
    }

    private Filter filter(ListQuery query, Principal principal) {
        return query.filter(clock.instant(), reading.readable(new PersonId(principal.getName())), new Problems());
    }

    /** The open ones of all teams are counted already. */
    private long count(Filter filter, List<Load> loads) {
        return filter.team() == null && filter.states().equals(Filter.OPEN.states())
                ? loads.stream().mapToLong(Load::open).sum()
                : list.count(filter);
    }

    /** The teams are shown side by side, whichever of them is looked at. */
    private static Filter everyTeam(Filter filter) {
        return new Filter(
                null,
                filter.priority(),
                filter.kind(),
                java.util.Set.of(),
                filter.assignee(),
                filter.overdueAt(),
                filter.readable());
    }

    private static Map<String, String> kept(ListQuery query) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : ListQuery.NAMES) {
            if (!query.text(name).isEmpty()) {
                kept.put(name, query.text(name));
            }
        }
        kept.put("by", query.order().name().toLowerCase(Locale.ROOT));
        return kept;
    }

    /** What an address carries on. */
    private static String address(Map<String, String> kept) {
        return kept.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
