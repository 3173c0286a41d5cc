package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailGuard;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcOutbox implements Outbox {

    private final ReadOnce<PostmortemId, Set<String>> keys = new ReadOnce<>("outbox keys");
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
        if (keys.get(mail.postmortem(), this::keysOf).add(key)) {
            insert(mail, key, texts.render(mail.template(), mail.model()));
        }
    }

    private Set<String> keysOf(PostmortemId id) {
        return new HashSet<>(jdbc.sql("select message_key from outbox_message where postmortem_id = ?")
                .param(id.value())
                .query(String.class)
                .list());
    }

    private void insert(Mail mail, String key, MailText.Rendered rendered) {
        var now = clock.instant().atOffset(UTC);
        jdbc.sql("""
                insert into outbox_message (id, message_key, message_id, postmortem_id, template, occasion,
                  recipient_person, recipient_name, recipient_email, subject, text_body, html_body, calendar_method,
                  calendar_text, unsubscribe, state, attempts, next_attempt_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)
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
                        mail.unsubscribe(),
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
