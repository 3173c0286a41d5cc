package org.postmortemflow.dashboard.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads the filter of the process picture from an address, and writes it into one. */
@Component
class PictureFilter {

    /** Months that are looked at when nothing was asked, with the present one. */
    static final int USUAL_MONTHS = 3;

    private final Organisation organisation;
    private final Clock clock;

    PictureFilter(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws Refused with a message beside each parameter that cannot be read */
    FactFilter read(MultiValueMap<String, String> typed) {
        Problems problems = new Problems();
        YearMonth now = YearMonth.from(clock.instant().atZone(organisation.zone()));
        YearMonth to = month(typed, "to", now, problems);
        YearMonth from = month(typed, "from", to.minusMonths(USUAL_MONTHS - 1), problems);
        problems.when(from.isAfter(to), "from", "The first month is after the last.");
        Set<Severity> severities = all(typed, "severity").stream()
                .map(text -> Severity.parse(text).orElseGet(() -> {
                    problems.when(true, "severity", "Severities are sev-1 to sev-5.");
                    return Severity.SEV_1;
                }))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        problems.refuseIfAny();
        return new FactFilter(
                from, to, new LinkedHashSet<>(all(typed, "team")), Set.of(), severities, Set.of(), Set.of());
    }

    /** The usual months, of everybody. */
    FactFilter usual() {
        return read(new org.springframework.util.LinkedMultiValueMap<>());
    }

    /** A path with the filter behind it. */
    static String address(String path, FactFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("from", String.valueOf(filter.from()))
                .queryParam("to", String.valueOf(filter.to()));
        filter.teams().forEach(team -> address.queryParam("team", escaped(team)));
        filter.severities().forEach(severity -> address.queryParam("severity", severity.key()));
        return address.build(true).toUriString();
    }

    private static String escaped(String text) {
        return org.springframework.web.util.UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static YearMonth month(
            MultiValueMap<String, String> typed, String name, YearMonth usual, Problems problems) {
        String text = all(typed, name).stream().findFirst().orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            problems.when(
                    month.getYear() < 1970 || month.getYear() > 9998,
                    name,
                    "Please give a month between 1970 and 9998.");
            return month;
        } catch (DateTimeException unreadable) {
            problems.when(true, name, "Please write a month as 2026-06.");
            return usual;
        }
    }

    private static List<String> all(MultiValueMap<String, String> typed, String name) {
        return typed.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
