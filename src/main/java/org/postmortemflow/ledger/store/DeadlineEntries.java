package org.postmortemflow.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.ledger.LedgerEntry;
import org.postmortemflow.ledger.LedgerKind;
import org.postmortemflow.ledger.LedgerSource;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each deadline was set, reminded of, met or no longer needed. That it moved, was missed or excused is in the history. */
@Component
@Order(2)
class DeadlineEntries implements LedgerSource {

    private final JdbcClient jdbc;
    private final OrganisationTime time;
    private final Names names;

    DeadlineEntries(JdbcClient jdbc, OrganisationTime time, Names names) {
        this.jdbc = jdbc;
        this.time = time;
        this.names = names;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        List<LedgerEntry> entries = new ArrayList<>();
        jdbc.sql("""
                select d.kind, d.due, d.because, d.set_at, d.met_at, d.ended_at, d.late_reason, d.late_reason_by,
                  d.late_reason_at, f.title
                from deadline d left join follow_up f on f.postmortem_id = d.postmortem_id
                  and cast(f.id as varchar(36)) = d.subject
                where d.postmortem_id = ? order by d.due, d.kind, d.subject
                """).param(postmortem.id().value()).query(row -> {
            add(row, entries);
        });
        entries.addAll(reminders(postmortem));
        return entries;
    }

    private void add(ResultSet row, List<LedgerEntry> entries) throws SQLException {
        String title = row.getString("title");
        String label = DeadlineKind.ofKey(row.getString("kind")).label() + (title == null ? "" : ", \"" + title + "\"");
        Instant due = row.getObject("due", OffsetDateTime.class).toInstant();
        Instant met = instant(row, "met_at");
        note(
                entries,
                instant(row, "set_at"),
                "Deadline set: %s, now due %s.".formatted(label, time.show(due)),
                row.getString("because"),
                null);
        note(
                entries,
                later(met, instant(row, "set_at")),
                "Deadline met%s: %s, due %s."
                        .formatted(met != null && met.isBefore(due) ? "" : " late", label, time.show(due)),
                "",
                null);
        note(
                entries,
                met == null ? instant(row, "ended_at") : null,
                "Deadline no longer needed: " + label + ".",
                "",
                null);
        String reason = row.getString("late_reason");
        if (reason != null) {
            PersonId by = new PersonId(row.getString("late_reason_by"));
            note(entries, instant(row, "late_reason_at"), "The meeting is set after its deadline.", reason, by);
        }
    }

    /** What happened before its deadline became known is told after that. */
    private static @Nullable Instant later(@Nullable Instant at, @Nullable Instant other) {
        return at == null || other == null || at.isAfter(other) ? at : other;
    }

    private static void note(
            List<LedgerEntry> entries, @Nullable Instant at, String what, String why, @Nullable PersonId by) {
        if (at != null) {
            entries.add(LedgerEntry.of(at, LedgerKind.DEADLINE, what, why, by));
        }
    }

    /** One entry for all who were reminded of the same at the same moment. */
    private List<LedgerEntry> reminders(Postmortem postmortem) {
        record Reminded(Instant at, String kind, Instant due) {}
        Map<Reminded, List<String>> told = new LinkedHashMap<>();
        jdbc.sql("""
                select at, kind, due, person_id from reminder where postmortem_id = ? and mailed order by at, kind, person_id
                """).param(postmortem.id().value()).query(row -> {
            Reminded one = new Reminded(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("kind"),
                    row.getObject("due", OffsetDateTime.class).toInstant());
            told.computeIfAbsent(one, key -> new ArrayList<>()).add(names.of(new PersonId(row.getString("person_id"))));
        });
        return told.entrySet().stream()
                .map(one -> LedgerEntry.of(
                        one.getKey().at(),
                        LedgerKind.DEADLINE,
                        "Reminded of \"%s\", due %s: %s."
                                .formatted(
                                        DeadlineKind.ofKey(one.getKey().kind()).label(),
                                        time.show(one.getKey().due()),
                                        String.join(", ", one.getValue())),
                        "",
                        null))
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
