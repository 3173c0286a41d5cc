package org.postmortemflow.dashboard.store;

import static org.postmortemflow.dashboard.store.Columns.always;
import static org.postmortemflow.dashboard.store.Columns.instant;
import static org.postmortemflow.dashboard.store.Columns.offset;
import static org.postmortemflow.dashboard.store.Columns.person;
import static org.postmortemflow.dashboard.store.Columns.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Detection;
import org.postmortemflow.dashboard.Facts.Place;
import org.postmortemflow.dashboard.PostmortemFact;
import org.postmortemflow.dashboard.PostmortemFact.Course;
import org.postmortemflow.dashboard.PostmortemFact.FollowUps;
import org.postmortemflow.dashboard.PostmortemFact.Meeting;
import org.postmortemflow.dashboard.PostmortemFact.Next;
import org.postmortemflow.dashboard.PostmortemFact.Progress;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.DeadlineKind;

/** A fact as a row of {@code postmortem_fact}. */
final class FactRow {

    private static final List<String> COLUMNS = List.of(
            "version",
            "title",
            "status",
            "severity",
            "team",
            "services",
            "owner",
            "commander",
            "is_private",
            "imported_at",
            "clock_start",
            "opened_at",
            "end_reason",
            "started_at",
            "detected_at",
            "detection",
            "mitigated_at",
            "resolved_at",
            "owner_at",
            "written_at",
            "reviewed_at",
            "closed_at",
            "sent_back",
            "meeting_starts_at",
            "meeting_held_at",
            "meeting_due",
            "meeting_late_reason",
            "meeting_excuse",
            "next_kind",
            "next_due",
            "next_late_from",
            "next_because",
            "urgency",
            "follow_ups_open",
            "follow_ups_done",
            "follow_ups_done_in_time",
            "follow_ups_declined",
            "follow_ups_next_due",
            "visits",
            "missed",
            "reason_at",
            "declined_at",
            "answers",
            "follow_ups_due",
            "must_read",
            "has_read",
            "stamp",
            "postmortem_id");

    static final String INSERT = "insert into postmortem_fact (%s) values (%s)"
            .formatted(
                    String.join(", ", COLUMNS),
                    COLUMNS.stream().map(column -> "?").collect(Collectors.joining(", ")));

    static final String UPDATE = "update postmortem_fact set %s where postmortem_id = ?"
            .formatted(COLUMNS.stream()
                    .filter(column -> !column.equals("postmortem_id"))
                    .map(column -> column + " = ?")
                    .collect(Collectors.joining(", ")));

    private FactRow() {}

    /** In the order of both statements. */
    static List<@Nullable Object> values(PostmortemFact fact, String version) {
        Next next = fact.next();
        return Arrays.asList(
                version,
                fact.title(),
                fact.status().name(),
                fact.severity() == null ? null : fact.severity().name(),
                fact.team(),
                String.join("\n", fact.services()),
                value(fact.owner()),
                value(fact.commander()),
                fact.isPrivate(),
                offset(fact.importedAt()),
                offset(fact.clockStart()),
                offset(fact.openedAt()),
                fact.endReason(),
                offset(fact.course().startedAt()),
                offset(fact.course().detectedAt()),
                fact.course().detection().name(),
                offset(fact.course().mitigatedAt()),
                offset(fact.course().resolvedAt()),
                offset(fact.progress().ownerAt()),
                offset(fact.progress().writtenAt()),
                offset(fact.progress().reviewedAt()),
                offset(fact.progress().closedAt()),
                fact.progress().sentBack(),
                offset(fact.meeting().start()),
                offset(fact.meeting().heldAt()),
                offset(fact.meeting().due()),
                fact.meeting().lateReason(),
                fact.meeting().excuse(),
                next == null ? null : next.kind().key(),
                next == null ? null : offset(next.due()),
                next == null ? null : offset(next.lateFrom()),
                next == null ? null : next.because(),
                offset(Place.of(fact).urgency()),
                fact.followUps().open(),
                fact.followUps().done(),
                fact.followUps().doneInTime(),
                fact.followUps().declined(),
                offset(fact.followUps().nextDue()),
                TallyColumns.visits(fact.tallies()),
                TallyColumns.missed(fact.tallies()),
                offset(fact.tallies().reasonAt()),
                offset(fact.tallies().declinedAt()),
                TallyColumns.answers(fact.tallies()),
                TallyColumns.followUpsDue(fact.tallies()),
                fact.tallies().readers().whole(),
                fact.tallies().readers().part(),
                ThreadLocalRandom.current().nextInt(),
                fact.id().value());
    }

    static PostmortemFact read(ResultSet row, int number) throws SQLException {
        String severity = row.getString("severity");
        return new PostmortemFact(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("title"),
                Status.valueOf(row.getString("status")),
                severity == null ? null : Severity.valueOf(severity),
                row.getString("team"),
                Columns.lines(row.getString("services")),
                person(row, "owner"),
                person(row, "commander"),
                row.getBoolean("is_private"),
                instant(row, "imported_at"),
                always(row, "clock_start"),
                always(row, "opened_at"),
                row.getString("end_reason"),
                new Course(
                        instant(row, "started_at"),
                        instant(row, "detected_at"),
                        Detection.valueOf(row.getString("detection")),
                        instant(row, "mitigated_at"),
                        instant(row, "resolved_at")),
                new Progress(
                        instant(row, "owner_at"),
                        instant(row, "written_at"),
                        instant(row, "reviewed_at"),
                        instant(row, "closed_at"),
                        row.getInt("sent_back")),
                new Meeting(
                        instant(row, "meeting_starts_at"),
                        instant(row, "meeting_held_at"),
                        instant(row, "meeting_due"),
                        row.getString("meeting_late_reason"),
                        row.getString("meeting_excuse")),
                next(row),
                new FollowUps(
                        row.getInt("follow_ups_open"),
                        row.getInt("follow_ups_done"),
                        row.getInt("follow_ups_done_in_time"),
                        row.getInt("follow_ups_declined"),
                        instant(row, "follow_ups_next_due")),
                TallyColumns.read(row));
    }

    private static @Nullable Next next(ResultSet row) throws SQLException {
        Instant due = instant(row, "next_due");
        return due == null
                ? null
                : new Next(
                        DeadlineKind.ofKey(row.getString("next_kind")),
                        due,
                        always(row, "next_late_from"),
                        row.getString("next_because"));
    }
}
