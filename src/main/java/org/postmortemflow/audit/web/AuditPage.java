package org.postmortemflow.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditDesk;
import org.postmortemflow.audit.AuditEntry;
import org.postmortemflow.audit.AuditFilter;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditSettings;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Spreadsheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what, for administrators: filtered by person, kind and day, and as a file. Days are those of the reader's zone. */
@Controller
class AuditPage {

    private static final int SHOWN = 100;
    private static final int MOST_IN_FILE = 50_000;

    private final AuditDesk desk;
    private final AuditSettings settings;
    private final Organisation organisation;

    AuditPage(AuditDesk desk, AuditSettings settings, Organisation organisation) {
        this.desk = desk;
        this.settings = settings;
        this.organisation = organisation;
    }

    @GetMapping("/admin/audit")
    ModelAndView list(@RequestParam Map<String, String> typed, PersonId me) {
        List<AuditEntry> found = desk.list(filter(typed, me), before(typed), SHOWN + 1, me);
        List<AuditEntry> entries = found.subList(0, Math.min(SHOWN, found.size()));
        @Nullable Long next = found.size() > SHOWN ? entries.get(SHOWN - 1).position() : null;
        return new ModelAndView("audit/log")
                .addObject("entries", entries)
                .addObject("next", next)
                .addObject("values", typed)
                .addObject("kinds", AuditKind.values())
                .addObject("persons", organisation.persons())
                .addObject("keptDays", settings.keep().toDays())
                .addObject("addressDays", settings.keepAddresses().toDays());
    }

    /** Times are UTC in ISO 8601. */
    @GetMapping("/admin/audit.csv")
    ResponseEntity<byte[]> file(@RequestParam Map<String, String> typed, PersonId me) {
        Spreadsheet sheet = Spreadsheet.withHeader("When (UTC)", "Kind", "Person", "Address", "What");
        for (AuditEntry entry : desk.list(filter(typed, me), Long.MAX_VALUE, MOST_IN_FILE, me)) {
            sheet.row(entry.at(), entry.kind().key(), entry.person(), entry.address(), entry.about());
        }
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(
                ContentDisposition.attachment().filename("audit.csv").build());
        return ResponseEntity.ok().headers(headers).body(sheet.bytes());
    }

    /** What cannot be read filters nothing. */
    private AuditFilter filter(Map<String, String> typed, PersonId me) {
        String person = text(typed, "person");
        Instant until = day(typed, "until", 1, me);
        return new AuditFilter(
                person.isEmpty() ? null : new PersonId(person),
                AuditKind.ofKey(text(typed, "kind")).orElse(null),
                day(typed, "from", 0, me),
                until);
    }

    private @Nullable Instant day(Map<String, String> typed, String name, int daysLater, PersonId me) {
        String text = text(typed, name);
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(organisation.zoneOf(me))
                            .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static long before(Map<String, String> typed) {
        String before = text(typed, "before");
        return before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    }

    private static String text(Map<String, String> typed, String name) {
        // PostgreSQL takes no NUL
        return typed.getOrDefault(name, "").replace("\0", "").strip();
    }
}
