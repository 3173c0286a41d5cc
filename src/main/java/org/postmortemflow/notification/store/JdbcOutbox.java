package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailGuard;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.notification.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Renders a mail when it is written, and inserts all mails of a transaction together, right before it commits. */
@Component
class JdbcOutbox implements Outbox {

    private static final int POSTMORTEM = 3;
    private static final int EMAIL = 8;

    private final OutboxRows rows;
    private final MailText texts;
    private final MailSettings settings;
    private final ObjectProvider<MailGuard> guards;
    private final Clock clock;

    JdbcOutbox(OutboxRows rows, MailText texts, MailSettings settings, ObjectProvider<MailGuard> guards, Clock clock) {
        this.rows = rows;
        this.texts = texts;
        this.settings = settings;
        this.guards = guards;
        this.clock = clock;
    }

    @Override
    public void write(Mail wanted) {
        Optional<Mail> passed = Optional.of(wanted);
        for (MailGuard guard : guards.orderedStream().toList()) {
            passed = passed.flatMap(guard::pass);
        }
        passed.ifPresent(this::keep);
    }

    private void keep(Mail mail) {
        Optional<Pending> pending = pending();
        if (pending.isPresent()) {
            pending.get().rows.computeIfAbsent(mail.key(), key -> row(mail, key));
        } else {
            rows.insert(List.<Object[]>of(row(mail, mail.key())));
        }
    }

    private Object[] row(Mail mail, String key) {
        MailText.Rendered rendered = texts.render(mail.template(), mail.model());
        var now = clock.instant().atOffset(UTC);
        Mail.CalendarPart calendar = mail.calendar();
        @Nullable
        Object[] row = {
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
            calendar == null ? null : calendar.method(),
            calendar == null ? null : calendar.text(),
            calendar == null ? null : lane(mail),
            mail.unsubscribe(),
            now,
            now
        };
        return row;
    }

    /** Everything that one calendar hears of one meeting. */
    private static String lane(Mail mail) {
        return mail.postmortem() + "/" + mail.to().email().toLowerCase(Locale.ROOT);
    }

    private static String recipient(Object[] row) {
        return row[POSTMORTEM] + "/" + row[EMAIL];
    }

    /** Derived from the key, so that the same announcement has the same identity wherever and whenever it is written. */
    private String messageId(String key) {
        UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "<%s@%s>".formatted(name, settings.domain());
    }

    /** Those of the present transaction; empty outside of one, and when it is about to end already. */
    private Optional<Pending> pending() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        Pending pending = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(one -> one.owner() == this)
                .findFirst()
                .orElseGet(this::begin);
        return Optional.of(pending).filter(one -> !one.inserted);
    }

    private Pending begin() {
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What the present transaction has written so far. */
    private final class Pending implements TransactionSynchronization {

        private final Map<String, Object[]> rows = new LinkedHashMap<>();
        private boolean inserted;

        @Override
        public void beforeCommit(boolean readOnly) {
            inserted = true;
            // in one order of recipients, so that two who write the same do not wait for each other; to each as it was
            // written
            List<Object[]> ordered = rows.values().stream()
                    .sorted(Comparator.comparing(JdbcOutbox::recipient))
                    .toList();
            JdbcOutbox.this.rows.insert(ordered);
        }

        private JdbcOutbox owner() {
            return JdbcOutbox.this;
        }
    }
}
