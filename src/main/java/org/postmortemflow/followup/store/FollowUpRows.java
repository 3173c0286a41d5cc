package org.postmortemflow.followup.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.Progress;
import org.postmortemflow.followup.TicketReference;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;

/** Reads follow-ups from rows of {@link #SELECT}. */
@Component
class FollowUpRows {

    /** Days until it is due (R22). */
    static final int SEV_1_DAYS = 15;

    static final int OTHER_DAYS = 30;

    static final String FROM = """
             from follow_up f join postmortem p on p.id = f.postmortem_id join incident i on i.id = p.incident_id
            """;

    static final String SELECT =
            "select f.*, p.title as postmortem_title, p.severity, p.clock_start, i.started_at" + FROM;

    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final Organisation organisation;

    FollowUpRows(Organisation organisation) {
        this.organisation = organisation;
    }

    /** With the severity and the clock that the row says. */
    FollowUp read(ResultSet row) throws SQLException {
        return read(
                row,
                optional(row.getString("severity"), Severity::valueOf),
                Objects.requireNonNull(at(row, "clock_start")));
    }

    /** With a severity and clock that may not have been written to the database yet. */
    FollowUp read(ResultSet row, @Nullable Severity severity, Instant clockStart) throws SQLException {
        Instant opened = Objects.requireNonNull(at(row, "opened_at"));
        Instant started = at(row, "started_at");
        return new FollowUp(
                row.getObject("id", UUID.class),
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                row.getString("team_id"),
                row.getString("priority"),
                optional(row.getString("assignee"), PersonId::new),
                row.getBoolean("discuss"),
                row.getString("context"),
                row.getString("factor"),
                opened,
                new PersonId(row.getString("opened_by")),
                due(opened, severity),
                severity == null ? List.of() : labels(severity, started == null ? clockStart : started),
                optional(row.getString("decision"), Decision::valueOf),
                row.getString("decision_reason"),
                row.getObject("taken_from", UUID.class),
                ticket(row),
                progress(row),
                row.getInt("version"));
    }

    /** The last day is the local day of the opening plus the days; it ends where the next one starts. */
    private Instant due(Instant opened, @Nullable Severity severity) {
        return startOfDay(opened, days(severity) + 1L);
    }

    /** One opened before this is overdue at {@code now}. */
    Instant overdueBefore(Instant now, int days) {
        return startOfDay(now, -days);
    }

    private Instant startOfDay(Instant instant, long daysLater) {
        return instant.atZone(organisation.zone())
                .toLocalDate()
                .plusDays(daysLater)
                .atStartOfDay(organisation.zone())
                .toInstant();
    }

    static int days(@Nullable Severity severity) {
        return severity == Severity.SEV_1 ? SEV_1_DAYS : OTHER_DAYS;
    }

    private List<String> labels(Severity severity, Instant incident) {
        String tag = severity.key().replace("-", "");
        return List.of(tag, tag + "_" + TAG.format(incident.atZone(organisation.zone())));
    }

    private static @Nullable TicketReference ticket(ResultSet row) throws SQLException {
        String key = row.getString("ticket_key");
        return key == null
                ? null
                : new TicketReference(key, Objects.requireNonNullElse(row.getString("ticket_link"), ""));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                State.valueOf(row.getString("state")),
                at(row, "state_at"),
                optional(row.getString("state_by"), PersonId::new),
                row.getString("state_reason"),
                at(row, "done_at"),
                optional(row.getString("done_by"), PersonId::new),
                row.getInt("reopened"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        return optional(row.getObject(column, OffsetDateTime.class), OffsetDateTime::toInstant);
    }

    private static <F, T> @Nullable T optional(@Nullable F value, Function<F, T> reader) {
        return value == null ? null : reader.apply(value);
    }
}
