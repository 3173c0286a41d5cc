package org.postmortemflow.dashboard.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.State;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many follow-ups were opened, and how many were done or declined, in each period and in the time after the last.
 *
 * @param borders the beginning of each period, and the end of the last
 */
record FollowUpMoves(List<Instant> borders, int[] opened, int[] ended) {

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private static FollowUpMoves none(List<Instant> borders) {
        return new FollowUpMoves(borders, new int[borders.size()], new int[borders.size()]);
    }

    /**
     * Of nearly all: each count is a part of an index, and no row leaves the database.
     *
     * @param which condition on {@code u}, with {@code values} for its marks
     */
    static FollowUpMoves ofMost(JdbcClient jdbc, String which, List<Object> values, List<Instant> borders) {
        FollowUpMoves moves = none(borders);
        moves.count(jdbc, "u.opened_at", which, values, moves.opened);
        moves.count(jdbc, "u.done_at", "u.state = 'DONE' and " + which, values, moves.ended);
        moves.count(jdbc, "u.state_at", "u.state = 'DECLINED' and " + which, values, moves.ended);
        return moves;
    }

    private void count(JdbcClient jdbc, String column, String which, List<Object> values, int[] counts) {
        List<Object> params = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < borders.size(); i++) {
            parts.add("select %1$d as place, count(*) as amount from follow_up u where %2$s >= ? and %2$s < ? and %3$s"
                    .formatted(i, column, which));
            params.add(borders.get(i).atOffset(UTC));
            params.add((i + 1 < borders.size() ? borders.get(i + 1) : END_OF_TIME).atOffset(UTC));
            params.addAll(values);
        }
        jdbc.sql(String.join(" union all ", parts)).params(params).query(row -> {
            counts[row.getInt("place")] += row.getInt("amount");
        });
    }

    /** Of some: looked up once and counted here, as each part of an index would look all of them up again. */
    static FollowUpMoves ofSome(JdbcClient jdbc, String which, List<Object> values, List<Instant> borders) {
        FollowUpMoves moves = none(borders);
        List<Object> params =
                new ArrayList<>(Collections.nCopies(3, borders.get(0).atOffset(UTC)));
        params.addAll(values);
        jdbc.sql("select u.state, u.opened_at, u.done_at, u.state_at from follow_up u"
                        + " where (u.opened_at >= ? or u.done_at >= ? or u.state_at >= ?) and " + which)
                .params(params)
                .query((RowCallbackHandler) moves::add);
        return moves;
    }

    private void add(ResultSet row) throws SQLException {
        add(opened, Columns.instant(row, "opened_at"));
        State state = State.valueOf(row.getString("state"));
        if (state == State.DONE) {
            add(ended, Columns.instant(row, "done_at"));
        } else if (state == State.DECLINED) {
            add(ended, Columns.instant(row, "state_at"));
        }
    }

    private void add(int[] counts, @Nullable Instant at) {
        if (at != null && !at.isBefore(borders.get(0))) {
            int place = Collections.binarySearch(borders, at);
            counts[place >= 0 ? place : -place - 2]++;
        }
    }
}
