package org.postmortemflow.incident.web;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportOutcome;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.incident.web.IncidentInput.ResponderInput;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form for people without PagerDuty; it works without JavaScript. */
@Controller
class IncidentForm {

    private static final int ROWS = 5;
    private static final String VIEW = "incident/new";

    private final ReportIncident reportIncident;
    private final ReportReader reader;
    private final Organisation organisation;

    IncidentForm(ReportIncident reportIncident, ReportReader reader, Organisation organisation) {
        this.reportIncident = reportIncident;
        this.reader = reader;
        this.organisation = organisation;
    }

    @GetMapping("/incidents/new")
    String empty(Model model) {
        model.addAllAttributes(shown(Map.of(), Map.of()));
        return VIEW;
    }

    @PostMapping("/incidents/new")
    ModelAndView submit(@RequestParam MultiValueMap<String, String> typed, Principal principal) {
        try {
            ReportOutcome outcome = reportIncident.report(reader.read(input(typed), principal));
            return new ModelAndView("redirect:/postmortems/" + Objects.requireNonNull(outcome.postmortem()));
        } catch (Refused refused) {
            ModelAndView again = new ModelAndView(VIEW, HttpStatus.BAD_REQUEST);
            again.addAllObjects(shown(values(typed), refused.problems()));
            return again;
        }
    }

    private Map<String, Object> shown(Map<String, ?> values, Map<String, String> problems) {
        return Map.of(
                "values", values,
                "problems", problems,
                "severities",
                        Arrays.stream(Severity.values())
                                .map(one -> option(one.key(), one.label()))
                                .toList(),
                "services",
                        organisation.services().stream()
                                .map(one -> option(one.id(), one.name()))
                                .toList(),
                "roles",
                        Arrays.stream(ResponderRole.values())
                                .map(one -> option(one.key(), one.label()))
                                .toList(),
                "persons",
                        organisation.persons().stream()
                                .sorted(Comparator.comparing(Person::name))
                                .map(one -> option(one.id().value(), one.name()))
                                .toList(),
                "criteria",
                        Arrays.stream(Criterion.values())
                                .map(one -> option(one.key(), one.label()))
                                .toList(),
                "rows", IntStream.range(0, ROWS).boxed().toList());
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private static IncidentInput input(MultiValueMap<String, String> typed) {
        String others = Objects.requireNonNullElse(typed.getFirst("otherServices"), "");
        List<@Nullable String> services = new ArrayList<>(all(typed, "services"));
        services.addAll(Stream.of(others.split("[,\\n]")).toList());
        List<@Nullable ResponderInput> responders = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            String field = "responders[" + row + "].";
            responders.add(new ResponderInput(
                    typed.getFirst(field + "role"), typed.getFirst(field + "person"), typed.getFirst(field + "name")));
        }
        return new IncidentInput(
                typed.getFirst("title"),
                typed.getFirst("severity"),
                services,
                typed.getFirst("startedAt"),
                typed.getFirst("detectedAt"),
                typed.getFirst("resolvedAt"),
                responders,
                typed.getFirst("summary"),
                new ArrayList<>(all(typed, "criteria")),
                null,
                typed.getFirst("url"));
    }

    /** What was typed, as the fields show it again; ticked boxes are lists. */
    private static Map<String, Object> values(MultiValueMap<String, String> typed) {
        Map<String, Object> values = new HashMap<>();
        typed.forEach((name, all) -> {
            if (!all.isEmpty()) {
                values.put(name, all.get(0));
            }
        });
        values.put("services", all(typed, "services"));
        values.put("criteria", all(typed, "criteria"));
        return values;
    }

    private static List<String> all(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of());
    }
}
