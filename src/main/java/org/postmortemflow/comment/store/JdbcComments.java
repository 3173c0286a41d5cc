package org.postmortemflow.comment.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.comment.Comment;
import org.postmortemflow.comment.Comment.Done;
import org.postmortemflow.comment.Comments;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcComments implements Comments {

    private static final String SELECT = """
            select id, postmortem_id, section, answers, author, written_at, text, edited_at, resolved_at, resolved_by,
                   deleted_at, deleted_by
            from document_comment
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcComments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Comment> of(PostmortemId id) {
        return jdbc.sql(SELECT + "where postmortem_id = ? order by position")
                .param(id.value())
                .query(JdbcComments::comment)
                .list();
    }

    @Override
    public Optional<Comment> find(UUID comment) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(comment)
                .query(JdbcComments::comment)
                .optional();
    }

    @Override
    @Transactional
    public void add(Comment comment) {
        SectionName section = comment.section();
        jdbc.sql("""
                insert into document_comment (id, postmortem_id, section, answers, author, written_at, text)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        comment.id(),
                        comment.postmortem().value(),
                        section == null ? null : section.name(),
                        comment.answers(),
                        comment.author().value(),
                        comment.writtenAt().atOffset(UTC),
                        comment.text())
                .update();
    }

    @Override
    @Transactional
    public void changeText(UUID comment, String text) {
        jdbc.sql("update document_comment set text = ?, edited_at = ? where id = ? and deleted_at is null")
                .params(text, clock.instant().atOffset(UTC), comment)
                .update();
    }

    @Override
    @Transactional
    public void setResolved(UUID thread, @Nullable Done resolved) {
        jdbc.sql("update document_comment set resolved_at = ?, resolved_by = ? where id = ?")
                .params(
                        resolved == null ? null : resolved.at().atOffset(UTC),
                        resolved == null ? null : resolved.by().value(),
                        thread)
                .update();
    }

    @Override
    @Transactional
    public void erase(UUID comment, Done deleted) {
        jdbc.sql("update document_comment set text = '', deleted_at = ?, deleted_by = ? where id = ?")
                .params(deleted.at().atOffset(UTC), deleted.by().value(), comment)
                .update();
    }

    private static Comment comment(ResultSet row, int number) throws SQLException {
        String section = row.getString("section");
        return new Comment(
                row.getObject("id", UUID.class),
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                section == null ? null : SectionName.valueOf(section),
                row.getObject("answers", UUID.class),
                new PersonId(row.getString("author")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                instant(row, "edited_at"),
                done(row, "resolved"),
                done(row, "deleted"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Done done(ResultSet row, String what) throws SQLException {
        Instant at = instant(row, what + "_at");
        return at == null ? null : new Done(new PersonId(row.getString(what + "_by")), at);
    }
}
