package org.postmortemflow.dashboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.StallRecords;
import org.postmortemflow.dashboard.StallVisit;
import org.postmortemflow.dashboard.StallVisits;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcStalls implements StallRecords {

    private static final String VISITS =
            " from postmortem_fact f join postmortem_step v on v.postmortem_id = f.postmortem_id ";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    JdbcStalls(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public StallVisits waiting(Step step, FactFilter filter, Readable readable, Instant now, int most) {
        return visits(step, "OPEN", "v.due nulls last, v.position", filter, readable, now, most);
    }

    @Override
    public StallVisits passed(Step step, FactFilter filter, Readable readable, int most) {
        String longestFirst =
                "extract(epoch from v.done_at) - extract(epoch from v.opened_at) desc, v.postmortem_id, v.position";
        return visits(step, "DONE", longestFirst, filter, readable, Instant.EPOCH, most);
    }

    private StallVisits visits(
            Step step, String state, String order, FactFilter filter, Readable readable, Instant now, int most) {
        FactCondition all = at(step, state, filter);
        FactCondition shown = at(step, state, filter).and(readable, "f.postmortem_id");
        long count = count(all);
        long mayRead = count(shown);
        List<StallVisit> visits = jdbc.sql(
                        "select f.postmortem_id, f.title, f.severity, v.assignee, v.opened_at, v.due, " + "v.done_at"
                                + VISITS + shown.sql() + " order by " + order + " fetch first ? rows only")
                .params(shown.params())
                .param(most)
                .query((row, number) -> visit(row, now))
                .list();
        return new StallVisits(visits, mayRead, count - mayRead);
    }

    private FactCondition at(Step step, String state, FactFilter filter) {
        return FactCondition.of(filter, organisation.zone())
                .and("v.step = ?", step.key())
                .and("v.state = ?", state);
    }

    private long count(FactCondition where) {
        return jdbc.sql("select count(*)" + VISITS + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    private static StallVisit visit(ResultSet row, Instant now) throws SQLException {
        String severity = row.getString("severity");
        String assignee = row.getString("assignee");
        Instant done = instant(row, "done_at");
        return new StallVisit(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("title"),
                severity == null ? null : Severity.valueOf(severity),
                assignee == null ? null : new PersonId(assignee),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                done == null ? now : done);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
