package org.postmortemflow.escalation.store;

import static java.time.ZoneOffset.UTC;

import java.time.OffsetDateTime;
import java.util.List;
import org.postmortemflow.escalation.EscalationRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcEscalations implements EscalationRecords {

    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;

    JdbcEscalations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ByHand> of(PostmortemId id) {
        return jdbc.sql("select task_id, role, told, at, person_id from escalation_by_hand where postmortem_id = ?")
                .param(id.value())
                .query((row, number) -> new ByHand(
                        row.getString("task_id"),
                        row.getString("role"),
                        row.getString("told"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getString("person_id"))))
                .list();
    }

    @Override
    public boolean note(PostmortemId id, ByHand told) {
        String names = told.told();
        try {
            jdbc.sql("""
                    insert into escalation_by_hand (task_id, role, postmortem_id, told, at, person_id)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                    .params(
                            told.taskId(),
                            told.role(),
                            id.value(),
                            names.length() > LONGEST ? names.substring(0, LONGEST) : names,
                            told.at().atOffset(UTC),
                            told.by().value())
                    .update();
            return true;
        } catch (DuplicateKeyException already) {
            return false;
        }
    }
}
