package org.postmortemflow.dashboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Visit;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a fact takes from the steps of its postmortem. */
final class VisitsOfRecord {

    private VisitsOfRecord() {}

    static List<Visit> read(JdbcClient jdbc, PostmortemId id) {
        return jdbc.sql("""
                select step, state, opened_at, due, done_at from postmortem_step where postmortem_id = ? order by position
                """).param(id.value()).query(VisitsOfRecord::visit).list();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        return new Visit(
                Step.ofKey(row.getString("step")),
                StepState.State.valueOf(row.getString("state")),
                Objects.requireNonNull(millis(row, "opened_at")),
                millis(row, "due"),
                millis(row, "done_at"));
    }

    private static @Nullable Instant millis(ResultSet row, String column) throws SQLException {
        Instant instant = Columns.instant(row, column);
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
