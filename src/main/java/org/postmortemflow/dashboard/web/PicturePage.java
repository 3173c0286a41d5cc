package org.postmortemflow.dashboard.web;

import java.util.List;
import java.util.Map;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.Stalls;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The process with figures on it, and the postmortems behind them. */
@Controller
class PicturePage {

    private static final String ADDRESS = "/dashboard/process";

    private final Stalls stalls;
    private final PictureFilter filters;
    private final Organisation organisation;

    PicturePage(Stalls stalls, PictureFilter filters, Organisation organisation) {
        this.stalls = stalls;
        this.filters = filters;
        this.organisation = organisation;
    }

    @GetMapping(ADDRESS)
    ModelAndView picture(@RequestParam MultiValueMap<String, String> typed) {
        ModelAndView page = page("dashboard/process", typed, ADDRESS);
        FactFilter filter = filter(page);
        String query = PictureFilter.address("", filter);
        page.addObject("rows", PictureRow.of(stalls.figures(filter), ADDRESS, query));
        return page;
    }

    @GetMapping(ADDRESS + "/{step}")
    ModelAndView step(@PathVariable Step step, @RequestParam MultiValueMap<String, String> typed, PersonId reader) {
        ModelAndView page = page("dashboard/step", typed, ADDRESS + "/" + step.key());
        FactFilter filter = filter(page);
        page.addObject("step", step);
        page.addObject("stall", stalls.figures(filter).get(step.ordinal()));
        page.addObject("waiting", stalls.waiting(step, filter, reader));
        page.addObject("passed", stalls.passed(step, filter, reader));
        page.addObject("back", PictureFilter.address(ADDRESS, filter));
        return page;
    }

    /** The model as it runs; the browser draws it. */
    @GetMapping(ADDRESS + ".bpmn")
    ResponseEntity<Resource> model() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new ClassPathResource("processes/postmortem.bpmn"));
    }

    /** With the filter as it was typed; with the usual one where that cannot be read. */
    private ModelAndView page(String view, MultiValueMap<String, String> typed, String address) {
        ModelAndView page = new ModelAndView(view);
        FactFilter filter;
        try {
            filter = filters.read(typed);
            page.addObject("problems", Map.of());
        } catch (Refused refused) {
            filter = filters.usual();
            page.addObject("problems", refused.problems());
            page.setStatus(HttpStatus.BAD_REQUEST);
        }
        page.addObject("filter", filter);
        page.addObject("address", address);
        page.addObject("teams", List.copyOf(organisation.teams()));
        page.addObject("severities", Severity.values());
        return page;
    }

    private static FactFilter filter(ModelAndView page) {
        return (FactFilter) java.util.Objects.requireNonNull(page.getModel().get("filter"));
    }
}
