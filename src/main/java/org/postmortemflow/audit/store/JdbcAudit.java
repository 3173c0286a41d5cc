package org.postmortemflow.audit.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditEntry;
import org.postmortemflow.audit.AuditFilter;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditRecords;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcAudit implements AuditRecords {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Instant at, AuditKind kind, @Nullable PersonId person, @Nullable String address, String about) {
        jdbc.sql(
                        "insert into audit_entry (at, kind, person_id, address, about) values (:at, :kind, :person, :address, :about)")
                .param("at", at.atOffset(UTC))
                .param("kind", kind.key())
                .param("person", person == null ? null : person.value())
                .param("address", address)
                .param("about", about)
                .update();
    }

    @Override
    public List<AuditEntry> find(AuditFilter filter, long before, int most) {
        StringBuilder where = new StringBuilder("position < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        if (filter.person() != null) {
            where.append(" and person_id = ?");
            values.add(filter.person().value());
        }
        if (filter.kind() != null) {
            where.append(" and kind = ?");
            values.add(filter.kind().key());
        }
        if (filter.from() != null) {
            where.append(" and at >= ?");
            values.add(filter.from().atOffset(UTC));
        }
        if (filter.until() != null) {
            where.append(" and at < ?");
            values.add(filter.until().atOffset(UTC));
        }
        values.add(most);
        return jdbc.sql("select position, at, kind, person_id, address, about from audit_entry where " + where
                        + " order by position desc fetch first ? rows only")
                .params(values)
                .query(JdbcAudit::read)
                .list();
    }

    @Override
    public int forgetBefore(Instant before) {
        return jdbc.sql("delete from audit_entry where at < ?")
                .param(before.atOffset(UTC))
                .update();
    }

    @Override
    public int forgetAddressesBefore(Instant before) {
        return jdbc.sql("update audit_entry set address = null where address is not null and at < ?")
                .param(before.atOffset(UTC))
                .update();
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        String person = row.getString("person_id");
        return new AuditEntry(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                AuditKind.ofKey(row.getString("kind")).orElseThrow(),
                person == null ? null : new PersonId(person),
                row.getString("address"),
                row.getString("about"));
    }
}
