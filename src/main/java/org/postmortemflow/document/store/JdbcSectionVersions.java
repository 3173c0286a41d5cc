package org.postmortemflow.document.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.document.SectionVersion;
import org.postmortemflow.document.SectionVersions;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What counts now stands in a table of its own, so that reading a document does not read its past. */
@Component
class JdbcSectionVersions implements SectionVersions {

    private final JdbcClient jdbc;

    JdbcSectionVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<SectionName, SectionVersion> current(PostmortemId id) {
        Map<SectionName, SectionVersion> sections = new EnumMap<>(SectionName.class);
        jdbc.sql("""
                select name as section, number, text, updated_by as author, updated_at as at, correction
                from document_section where postmortem_id = ?
                """)
                .param(id.value())
                .query((row, number) -> version(row))
                .list()
                .forEach(version -> sections.put(version.section(), version));
        return sections;
    }

    @Override
    public List<SectionVersion> of(PostmortemId id, SectionName section) {
        return jdbc.sql("""
                select section, number, text, author, at, correction from document_version
                where postmortem_id = ? and section = ? order by number desc
                """)
                .params(id.value(), section.name())
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public Optional<SectionVersion> one(PostmortemId id, SectionName section, int number) {
        return jdbc.sql("""
                select section, number, text, author, at, correction from document_version
                where postmortem_id = ? and section = ? and number = ?
                """)
                .params(id.value(), section.name(), number)
                .query((row, index) -> version(row))
                .optional();
    }

    @Override
    public void lock(PostmortemId id) {
        jdbc.sql("select id from postmortem where id = ? for update")
                .param(id.value())
                .query((row, number) -> row.getObject("id"))
                .list();
    }

    @Override
    public void add(PostmortemId id, SectionVersion version) {
        OffsetDateTime at = version.at().atOffset(UTC);
        jdbc.sql("""
                insert into document_version (postmortem_id, section, number, text, author, at, correction)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id.value(),
                        version.section().name(),
                        version.number(),
                        version.text(),
                        version.author().value(),
                        at,
                        version.correction())
                .update();
        Object[] values = {
            version.text(),
            version.number(),
            version.author().value(),
            at,
            version.correction(),
            id.value(),
            version.section().name()
        };
        String sql = version.number() == 1 ? """
                insert into document_section (text, number, updated_by, updated_at, correction, postmortem_id, name)
                values (?, ?, ?, ?, ?, ?, ?)
                """ : """
                update document_section set text = ?, number = ?, updated_by = ?, updated_at = ?, correction = ?
                where postmortem_id = ? and name = ?
                """;
        jdbc.sql(sql).params(values).update();
    }

    private static SectionVersion version(ResultSet row) throws SQLException {
        return new SectionVersion(
                SectionName.valueOf(row.getString("section")),
                row.getInt("number"),
                row.getString("text"),
                new PersonId(row.getString("author")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("correction"));
    }
}
