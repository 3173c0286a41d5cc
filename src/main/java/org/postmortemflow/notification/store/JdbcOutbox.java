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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailGuard;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.MailText;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.shared.BeforeCommit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Renders a mail when it is written, and inserts all mails of a transaction about one postmortem together, right before it commits. */
@Component
class JdbcOutbox implements Outbox {

    private static final int KEY = 1;
    private static final int POSTMORTEM = 3;
    private static final int EMAIL = 8;

    private final OutboxRows rows;
    private final MailText texts;
    private final MailSettings settings;
    private final ObjectProvider<MailGuard> guards;
    private final Clock clock;
    private final BeforeCommit<List<Object[]>> insertion;

    JdbcOutbox(
            OutboxRows rows,
            MailText texts,
            MailSettings settings,
            ObjectProvider<MailGuard> guards,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.texts = texts;
        this.settings = settings;
        this.guards = guards;
        this.clock = clock;
        this.insertion = new BeforeCommit<>(
                "outbox",
                BeforeCommit.Turn.TOLD,
                (earlier, later) ->
                        Stream.concat(earlier.stream(), later.stream()).toList(),
                (id, written) -> insert(written),
                transactions);
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
        insertion.touch(mail.postmortem(), List.<Object[]>of(row(mail, mail.key())));
    }

    /**
     * In one order of recipients, so that two who write the same do not wait for each other; to each as it was written, and of
     * two with the same key the first.
     */
    private void insert(List<Object[]> written) {
        Map<Object, Object[]> once = new LinkedHashMap<>();
        written.forEach(row -> once.putIfAbsent(row[KEY], row));
        rows.insert(once.values().stream()
                .sorted(Comparator.comparing(JdbcOutbox::recipient))
                .toList());
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
}
