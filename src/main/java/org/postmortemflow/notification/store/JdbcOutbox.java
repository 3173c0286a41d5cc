package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailGuard;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.notification.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final MailText texts;
    private final MailSettings settings;
    private final ObjectProvider<MailGuard> guards;
    private final Clock clock;

    JdbcOutbox(JdbcClient jdbc, MailText texts, MailSettings settings, ObjectProvider<MailGuard> guards, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.settings = settings;
        this.guards = guards;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void write(Mail wanted) {
        Optional<Mail> passed = Optional.of(wanted);
        for (MailGuard guard : guards.orderedStream().toList()) {
            passed = passed.flatMap(guard::pass);
        }
        passed.ifPresent(this::writeOnce);
    }

    private void writeOnce(Mail mail) {
        String key = mail.key();
        boolean known = jdbc.sql("select 1 from outbox_message where message_key = ?")
                .param(key)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!known) {
            insert(mail, key, texts.render(mail.template(), mail.model()));
        }
    }

    private void insert(Mail mail, String key, MailText.Rendered rendered) {
        var now = clock.instant().atOffset(UTC);
        jdbc.sql("""
                insert into outbox_message (id, message_key, message_id, postmortem_id, template, occasion,
                  recipient_person, recipient_name, recipient_email, subject, text_body, html_body, calendar_method,
                  calendar_text, state, attempts, next_attempt_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        key,
                        messageId(key),
                        mail.postmortem().value(),
                        mail.template(),
                        mail.occasion(),
                        mail.to().person() == null ? null : mail.to().person().value(),
                        mail.to().name(),
                        mail.to().email(),
                        rendered.subject(),
                        rendered.text(),
                        rendered.html(),
                        mail.calendar() == null ? null : mail.calendar().method(),
                        mail.calendar() == null ? null : mail.calendar().text(),
                        now,
                        now)
                .update();
    }

    /** Derived from the key, so that the same announcement has the same identity wherever and whenever it is written. */
    private String messageId(String key) {
        UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "<%s@%s>".formatted(name, settings.domain());
    }
}
