package org.postmortemflow.search.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.search.SearchQuery;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;

/** Reads what stands in the address of a search, for page and REST alike. */
final class TypedQuery {

    static final List<String> FIELDS = List.of("q", "factor", "service", "severity", "status", "from", "to");

    private static final int LONGEST_NAME = 200;

    private TypedQuery() {}

    /** @throws Refused with a message beside each field that cannot be read */
    static SearchQuery read(Map<String, String> typed) {
        String service = text(typed, "service");
        Optional<Severity> severity = Severity.parse(text(typed, "severity"));
        Optional<Status> status = Arrays.stream(Status.values())
                .filter(one -> one.key().equals(text(typed, "status")))
                .findFirst();
        @Nullable LocalDate from = day(typed, "from");
        @Nullable LocalDate to = day(typed, "to");
        new Problems()
                .when(service.length() > LONGEST_NAME, "service", "There is no service with so long a name.")
                .when(
                        severity.isEmpty() && !text(typed, "severity").isEmpty(),
                        "severity",
                        "There is no such severity; known are sev-1 to sev-5.")
                .when(
                        status.isEmpty() && !text(typed, "status").isEmpty(),
                        "status",
                        "There is no such status; known are draft, in-review, reviewed, closed, waived and cancelled.")
                .when(from == null && !text(typed, "from").isEmpty(), "from", "Please give a day such as 2026-06-10.")
                .when(to == null && !text(typed, "to").isEmpty(), "to", "Please give a day such as 2026-06-10.")
                .refuseIfAny();
        return new SearchQuery(
                text(typed, "q"),
                text(typed, "factor"),
                service.isEmpty() ? null : service,
                severity.orElse(null),
                status.orElse(null),
                from,
                to);
    }

    /** @throws Refused unless it is a whole number from {@code least} to {@code most} */
    static int number(Map<String, String> typed, String field, int otherwise, int least, int most) {
        String text = text(typed, field);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Refused(field, "Please give a number from %d to %d.".formatted(least, most));
        }
        return Integer.parseInt(text);
    }

    static String text(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String field) {
        try {
            return LocalDate.parse(text(typed, field));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
