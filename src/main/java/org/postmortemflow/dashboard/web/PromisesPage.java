package org.postmortemflow.dashboard.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.Figure;
import org.postmortemflow.dashboard.Promises;
import org.postmortemflow.dashboard.PromisesReport;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the organisation keeps its promises, and what each figure means. */
@Controller
class PromisesPage {

    private final Promises promises;
    private final Organisation organisation;

    PromisesPage(Promises promises, Organisation organisation) {
        this.promises = promises;
        this.organisation = organisation;
    }

    @GetMapping("/dashboard")
    ModelAndView promises(@RequestParam MultiValueMap<String, String> typed, PersonId viewer) {
        ModelAndView page = new ModelAndView("dashboard/promises");
        FactFilter filter = read(typed, page);
        PromisesReport report = promises.report(filter, viewer);
        PromiseCharts charts = new PromiseCharts(report, organisation.zone());
        page.addObject("filter", filter);
        page.addObject("teams", List.copyOf(organisation.teams()));
        page.addObject("services", List.copyOf(organisation.services()));
        page.addObject("severities", Severity.values());
        page.addObject("report", report);
        page.addObject("figures", figures());
        page.addObject("charts", charts);
        page.addObject(
                "times",
                List.of(
                        TimeLine.of(Figure.TIME_TO_OWNER, report.toOwner(), charts),
                        TimeLine.of(Figure.TIME_TO_MEETING, report.toMeeting(), charts),
                        TimeLine.of(Figure.TIME_TO_REVIEWED, report.toReviewed(), charts),
                        TimeLine.of(Figure.TIME_TO_CLOSED, report.toClosed(), charts)));
        page.addObject(
                "reviews",
                List.of(
                        TimeLine.median(report.reviews()),
                        TimeLine.p90(report.reviews()),
                        TimeLine.worst(report.reviews())));
        page.addObject("meetingChart", charts.meetings());
        page.addObject("breachChart", charts.breaches());
        page.addObject("escalationChart", charts.escalations());
        page.addObject("followUpChart", charts.followUps());
        return page;
    }

    @GetMapping("/dashboard/glossary")
    ModelAndView glossary() {
        return new ModelAndView("dashboard/glossary", "figures", Figure.values());
    }

    /** By key. */
    private static Map<String, Figure> figures() {
        return Arrays.stream(Figure.values()).collect(Collectors.toMap(Figure::key, Function.identity()));
    }

    private FactFilter read(MultiValueMap<String, String> typed, ModelAndView page) {
        try {
            FactFilter filter = promises.read(typed);
            page.addObject("problems", Map.of());
            return filter;
        } catch (Refused refused) {
            page.addObject("problems", refused.problems());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return promises.lastYear();
        }
    }
}
