package org.postmortemflow.dashboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Tallies.Answer;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a fact takes from the follow-ups of its postmortem. */
record FollowUpsOfRecord(List<One> all) {

    /** @param stateAt when it came to its state; null while it is as it was opened */
    record One(Answer answer, @Nullable Instant stateAt) {}

    static FollowUpsOfRecord read(JdbcClient jdbc, PostmortemId id) {
        return new FollowUpsOfRecord(jdbc.sql(
                        "select kind, state, factor, state_at from follow_up where postmortem_id = ? order by position, id")
                .param(id.value())
                .query(FollowUpsOfRecord::one)
                .list());
    }

    private static One one(ResultSet row, int number) throws SQLException {
        return new One(
                new Answer(
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state")),
                        row.getString("factor").replace('\n', ' ')),
                Columns.instant(row, "state_at"));
    }

    List<Answer> answers() {
        return all.stream().map(One::answer).toList();
    }

    int open() {
        return (int) all.stream().filter(one -> one.answer().state().isOpen()).count();
    }

    int in(State state) {
        return (int) all.stream().filter(one -> one.answer().state() == state).count();
    }

    @Nullable
    Instant declinedAt() {
        return all.stream()
                .filter(one -> one.answer().state() == State.DECLINED)
                .map(One::stateAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
