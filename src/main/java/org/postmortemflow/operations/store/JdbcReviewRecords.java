package org.postmortemflow.operations.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.operations.ReviewRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReviewRecords implements ReviewRecords {

    private final JdbcClient jdbc;

    JdbcReviewRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Answer> answers(Instant from, Instant before) {
        return jdbc.sql("""
                select u.postmortem_id, u.factor, u.kind, u.state
                from postmortem_fact f join follow_up u on u.postmortem_id = f.postmortem_id
                where f.clock_start >= ? and f.clock_start < ?
                """)
                .params(from.atOffset(UTC), before.atOffset(UTC))
                .query((row, number) -> new Answer(
                        new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                        row.getString("factor"),
                        Kind.valueOf(row.getString("kind")),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    @Override
    public boolean served(PersonId person, String period) {
        return jdbc.sql("select count(*) from operational_review_sent where person_id = ? and period = ?")
                        .params(person.value(), period)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void serve(PersonId person, String period, Instant at) {
        jdbc.sql("insert into operational_review_sent (person_id, period, at) values (?, ?, ?)")
                .params(person.value(), period, at.atOffset(UTC))
                .update();
    }
}
