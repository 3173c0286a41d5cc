package org.postmortemflow.incident.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.incident.web.IncidentInput.ResponderInput;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;

/** Checks what a person reports, the same way for REST and for the form. */
@Component
class ReportReader {

    /** One source for REST and form, so that the same incident through both is told apart as one. */
    static final String SOURCE = "manual";

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_REFERENCE = 255;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 1000;
    private static final int MOST_SERVICES = 50;
    private static final int MOST_RESPONDERS = 100;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final OrganisationTime time;
    private final Clock clock;

    ReportReader(OrganisationTime time, Clock clock) {
        this.time = time;
        this.clock = clock;
    }

    /** @throws org.postmortemflow.shared.Refused with a message per field */
    IncidentReport read(IncidentInput input, Principal by) {
        Problems problems = new Problems();
        String title = text(input.title());
        problems.when(title.isEmpty(), "title", "Please give the incident a title.")
                .when(title.length() > LONGEST_TITLE, "title", "A title has at most 300 characters.");
        Severity severity = severity(input.severity(), problems);
        List<Mention> services = services(input.services(), problems);
        Instant resolvedAt = instant(input.resolvedAt(), "resolvedAt", problems);
        problems.when(
                text(input.resolvedAt()).isEmpty(),
                "resolvedAt",
                "Please say when it was resolved: a postmortem begins once the incident is over.");
        Instant startedAt = instant(input.startedAt(), "startedAt", problems);
        Instant detectedAt = instant(input.detectedAt(), "detectedAt", problems);
        problems.when(isAfter(startedAt, resolvedAt), "startedAt", "It cannot have started after it was resolved.")
                .when(
                        isAfter(detectedAt, resolvedAt),
                        "detectedAt",
                        "It cannot have been detected after it was resolved.")
                .when(isAfter(startedAt, detectedAt), "detectedAt", "It cannot have been detected before it started.");
        List<ReportedResponder> responders = responders(input.responders(), problems);
        String summary = text(input.summary());
        problems.when(summary.length() > LONGEST_TEXT, "summary", "A summary has at most 4000 characters.");
        Set<Criterion> criteria = criteria(input.criteria(), problems);
        String reference = text(input.reference());
        String url = text(input.url());
        problems.when(reference.length() > LONGEST_REFERENCE, "reference", "A reference has at most 255 characters.")
                .when(
                        !url.isEmpty() && (url.length() > LONGEST_ADDRESS || !url.matches("(?i)https?://\\S+")),
                        "url",
                        "Please give an address that begins with https:// or http://.")
                .refuseIfAny();
        return new IncidentReport(
                SOURCE,
                reference.isEmpty() ? null : reference,
                null,
                clock.instant(),
                new Mention(by.getName(), by.getName()),
                title,
                severity,
                startedAt,
                detectedAt,
                Resolution.at(Optional.ofNullable(resolvedAt).orElseThrow()),
                services,
                responders,
                summary,
                criteria,
                url.isEmpty() ? null : url);
    }

    private static @Nullable Severity severity(@Nullable String text, Problems problems) {
        String plain = text(text);
        if (plain.isEmpty() || plain.equalsIgnoreCase("unknown")) {
            return null;
        }
        Optional<Severity> severity = Severity.parse(plain);
        problems.when(
                severity.isEmpty(), "severity", "Please use sev-1 to sev-5, or leave it out when it is not known yet.");
        return severity.orElse(null);
    }

    private static List<Mention> services(@Nullable List<@Nullable String> services, Problems problems) {
        List<String> names = orEmpty(services).stream()
                .map(ReportReader::text)
                .filter(name -> !name.isEmpty())
                .toList();
        problems.when(names.size() > MOST_SERVICES, "services", "At most 50 services can be named.")
                .when(
                        names.stream().anyMatch(name -> name.length() > LONGEST_NAME),
                        "services",
                        "The name of a service has at most 200 characters.");
        return names.stream().map(name -> new Mention(name, name)).toList();
    }

    private @Nullable Instant instant(@Nullable String text, String field, Problems problems) {
        String plain = text(text);
        if (plain.isEmpty()) {
            return null;
        }
        Optional<Instant> instant = time.parse(plain);
        problems.when(
                        instant.isEmpty(),
                        field,
                        "Please give a date and a time, for example 2026-06-10T14:00 or 2026-06-10T12:00:00Z.")
                .when(
                        isAfter(instant.orElse(null), clock.instant().plus(CLOCKS_DIFFER)),
                        field,
                        "This lies in the future.")
                .when(isAfter(LONG_AGO, instant.orElse(null)), field, "This lies too far back.");
        return instant.orElse(null);
    }

    private static List<ReportedResponder> responders(
            @Nullable List<@Nullable ResponderInput> rows, Problems problems) {
        List<ReportedResponder> responders = new ArrayList<>();
        List<@Nullable ResponderInput> all = orEmpty(rows);
        problems.when(all.size() > MOST_RESPONDERS, "responders", "At most 100 responders can be named.");
        for (int index = 0; index < Math.min(all.size(), MOST_RESPONDERS); index++) {
            ResponderInput row = all.get(index);
            String role = row == null ? "" : text(row.role());
            String person = row == null ? "" : text(row.person());
            String name = row == null ? "" : text(row.name());
            if (role.isEmpty() && person.isEmpty() && name.isEmpty()) {
                continue;
            }
            String field = "responders[" + index + "]";
            Optional<ResponderRole> known = Arrays.stream(ResponderRole.values())
                    .filter(one -> one.key().equals(role))
                    .findFirst();
            problems.when(known.isEmpty(), field + ".role", "Please choose what this person did.")
                    .when(person.isEmpty() && name.isEmpty(), field + ".name", "Please say who it was.")
                    .when(
                            Math.max(name.length(), person.length()) > LONGEST_NAME,
                            field + ".name",
                            "A name has at most 200 characters.");
            known.ifPresent(one ->
                    responders.add(new ReportedResponder(one, new Mention(person.isEmpty() ? null : person, name))));
        }
        return responders;
    }

    private static Set<Criterion> criteria(@Nullable List<@Nullable String> keys, Problems problems) {
        EnumSet<Criterion> criteria = EnumSet.noneOf(Criterion.class);
        for (String key : orEmpty(keys)) {
            Optional<Criterion> known = Arrays.stream(Criterion.values())
                    .filter(one -> one.key().equals(text(key)))
                    .findFirst();
            problems.when(known.isEmpty(), "criteria", "One of these is not among the questions.");
            known.ifPresent(criteria::add);
        }
        return criteria;
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }

    private static <T extends @Nullable Object> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
