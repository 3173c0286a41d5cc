package org.postmortemflow.attachment.store;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.attachment.domain.FileType;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcAttachments implements Attachments {

    private static final String SELECT = """
            select id, postmortem_id, name, description, type, size, sha256, uploaded_by, uploaded_at from attachment
            """;

    /** Of a part, in bytes. */
    private static final int PART = 256 * 1024;

    private final JdbcClient jdbc;

    JdbcAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Attachment> of(PostmortemId id) {
        return jdbc.sql(SELECT + "where postmortem_id = ? order by position")
                .param(id.value())
                .query(JdbcAttachments::attachment)
                .list();
    }

    @Override
    public Optional<Attachment> find(UUID attachment) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(attachment)
                .query(JdbcAttachments::attachment)
                .optional();
    }

    @Override
    public InputStream content(Attachment attachment) {
        return new PartsStream(
                attachment.size(),
                part -> jdbc.sql("select content from attachment_content where attachment_id = ? and part = ?")
                        .params(attachment.id(), part)
                        .query((row, number) -> row.getBytes(1))
                        .optional());
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void prepare(PostmortemId id) {
        jdbc.sql("""
                insert into attachment_total (postmortem_id, size)
                select id, 0 from postmortem
                where id = ? and not exists (select 1 from attachment_total where postmortem_id = ?)
                """).params(id.value(), id.value()).update();
    }

    /** The total comes last: whoever uploads at the same time waits for this transaction's end, not for its bytes. */
    @Override
    @Transactional
    public boolean add(Attachment attachment, InputStream content, long most) throws IOException {
        jdbc.sql("""
                insert into attachment
                  (id, postmortem_id, name, description, type, size, sha256, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        attachment.id(),
                        attachment.postmortem().value(),
                        attachment.name(),
                        attachment.description(),
                        attachment.type().name(),
                        attachment.size(),
                        attachment.sha256(),
                        attachment.uploadedBy().value(),
                        attachment.uploadedAt().atOffset(UTC))
                .update();
        int part = 0;
        for (byte[] bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
            jdbc.sql("insert into attachment_content (attachment_id, part, content) values (?, ?, ?)")
                    .params(attachment.id(), part++, bytes)
                    .update();
        }
        return jdbc.sql("update attachment_total set size = size + ? where postmortem_id = ? and size + ? <= ?")
                        .params(attachment.size(), attachment.postmortem().value(), attachment.size(), most)
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void delete(Attachment attachment) {
        jdbc.sql("delete from attachment_content where attachment_id = ?")
                .param(attachment.id())
                .update();
        int deleted = jdbc.sql("delete from attachment where id = ?")
                .param(attachment.id())
                .update();
        if (deleted == 1) {
            jdbc.sql("update attachment_total set size = size - ? where postmortem_id = ?")
                    .params(attachment.size(), attachment.postmortem().value())
                    .update();
        }
    }

    private static Attachment attachment(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                row.getString("name"),
                row.getString("description"),
                FileType.valueOf(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                new PersonId(row.getString("uploaded_by")),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
