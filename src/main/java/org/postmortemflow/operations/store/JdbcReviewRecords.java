package org.postmortemflow.operations.store;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.postmortemflow.operations.ReviewRecords;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcReviewRecords implements ReviewRecords {

    private final JdbcClient jdbc;

    JdbcReviewRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
