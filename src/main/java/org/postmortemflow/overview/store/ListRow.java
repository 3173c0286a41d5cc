package org.postmortemflow.overview.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.overview.ListedPostmortem.LateMeeting;
import org.postmortemflow.overview.ListedPostmortem.Next;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;

/** Reads what lists show. */
final class ListRow {

    static final String COLUMNS = """
            f.postmortem_id, f.title, f.status, f.severity, f.team, f.services, f.owner, f.commander, f.is_private,
            f.clock_start, f.opened_at, f.closed_at, f.end_reason, f.meeting_starts_at, f.meeting_held_at, f.meeting_due,
            f.meeting_late_reason, f.meeting_excuse, f.next_kind, f.next_due, f.next_late_from, f.next_because, f.urgency
            """;

    static final String STEP_COLUMNS = """
            s.postmortem_id, s.step, s.task_id, s.assignee, s.pool, s.opened_at, s.due, s.because
            """;

    private ListRow() {}

    static ListedPostmortem read(ResultSet row, Instant now) throws SQLException {
        return new ListedPostmortem(
                id(row),
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                severity(row),
                row.getString("team"),
                row.getString("services").lines().toList(),
                person(row, "owner"),
                person(row, "commander"),
                row.getBoolean("is_private"),
                always(row, "clock_start"),
                always(row, "opened_at"),
                instant(row, "closed_at"),
                row.getString("end_reason"),
                next(row, now),
                lateMeeting(row, now),
                always(row, "urgency"),
                List.of());
    }

    static StepState step(ResultSet row) throws SQLException {
        return new StepState(
                id(row),
                Step.ofKey(row.getString("step")),
                row.getString("task_id"),
                StepState.State.OPEN,
                person(row, "assignee"),
                row.getString("pool"),
                always(row, "opened_at"),
                instant(row, "due"),
                row.getString("because"),
                null,
                null);
    }

    static @Nullable Severity severity(ResultSet row) throws SQLException {
        String name = row.getString("severity");
        return name == null ? null : Severity.valueOf(name);
    }

    private static @Nullable Next next(ResultSet row, Instant now) throws SQLException {
        Instant due = instant(row, "next_due");
        return due == null
                ? null
                : new Next(
                        DeadlineKind.ofKey(row.getString("next_kind")),
                        due,
                        row.getString("next_because"),
                        !now.isBefore(always(row, "next_late_from")));
    }

    /** As R9 has it: it began or begins at its deadline or later, or was not held when that came. */
    private static @Nullable LateMeeting lateMeeting(ResultSet row, Instant now) throws SQLException {
        Instant due = instant(row, "meeting_due");
        Instant start = instant(row, "meeting_starts_at");
        boolean open = Status.valueOf(row.getString("status")).isOpen();
        if (due == null || !open || row.getString("meeting_excuse") != null) {
            return null;
        }
        boolean late =
                start == null ? row.getObject("meeting_held_at") == null && !now.isBefore(due) : !start.isBefore(due);
        return late ? new LateMeeting(start, due, row.getString("meeting_late_reason")) : null;
    }

    private static PostmortemId id(ResultSet row) throws SQLException {
        return new PostmortemId(row.getObject("postmortem_id", UUID.class));
    }

    private static Instant always(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new PersonId(id);
    }
}
