package org.postmortemflow.search.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.search.Findings;
import org.postmortemflow.search.Search;
import org.postmortemflow.search.SearchQuery;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** A form whose address can be shared: what was asked stands in it. */
@Controller
class SearchPage {

    private static final int SIZE = 20;
    private static final int LAST_PAGE = 10_000;

    private final Search search;
    private final Organisation organisation;

    SearchPage(Search search, Organisation organisation) {
        this.search = search;
        this.organisation = organisation;
    }

    @GetMapping("/search")
    ModelAndView search(@RequestParam Map<String, String> typed, PersonId reader) {
        ModelAndView page = new ModelAndView("search/search");
        page.addObject("values", typed);
        page.addObject("problems", Map.of());
        page.addObject(
                "severities", options(Arrays.stream(Severity.values()).map(one -> option(one.key(), one.label()))));
        page.addObject("statuses", options(Arrays.stream(Status.values()).map(one -> option(one.key(), one.label()))));
        page.addObject("services", options(organisation.services().stream().map(one -> option(one.id(), one.name()))));
        try {
            SearchQuery query = TypedQuery.read(typed);
            int number = TypedQuery.number(typed, "page", 1, 1, LAST_PAGE);
            page.addObject("asked", !query.isEmpty());
            page.addObject("narrowed", !query.equals(SearchQuery.of(query.words())));
            if (!query.isEmpty()) {
                Findings found = search.page(query, reader, number - 1, SIZE);
                page.addObject("found", found);
                page.addObject("first", (number - 1) * SIZE + 1);
                page.addObject("before", number > 1 ? address(typed, number - 1) : null);
                page.addObject("after", found.next() == null ? null : address(typed, number + 1));
            }
        } catch (Refused refused) {
            page.addObject("problems", refused.problems());
            page.addObject("asked", true);
            page.addObject("narrowed", true);
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        return page;
    }

    /** Those of the organisation, and the one that was asked for: an incident can name others. */
    private List<Map<String, String>> services(String asked) {
        boolean other = !asked.isEmpty()
                && organisation.services().stream().noneMatch(one -> one.id().equals(asked));
        return options(Stream.concat(
                organisation.services().stream().map(one -> option(one.id(), one.name())),
                other ? Stream.of(option(asked, asked)) : Stream.empty()));
    }

    private static String address(Map<String, String> typed, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/search");
        for (String field : TypedQuery.FIELDS) {
            if (!typed.getOrDefault(field, "").isBlank()) {
                address.queryParam(field, "{" + field + "}");
            }
        }
        return address.queryParam("page", page).encode().buildAndExpand(typed).toUriString();
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static List<Map<String, String>> options(Stream<Map<String, String>> options) {
        return options.toList();
    }
}
