package org.postmortemflow.integration.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.OutboxMessage;

/** Frozen mails for tests. */
final class Messages {

    static final MailSettings SETTINGS = new MailSettings("postmortems@pm.example", "Postmortem Flow");
    static final String MESSAGE_ID = "<0f6f2f1e@pm.example>";

    private Messages() {}

    static OutboxMessage to(String email, String name, String subject, @Nullable CalendarPart calendar) {
        return to(email, name, subject, calendar, null);
    }

    /** A digest that ends at this address. */
    static OutboxMessage endingAt(String unsubscribe) {
        return to("ada@demo.example", "Ada Okafor", "Postmortems this week", null, unsubscribe);
    }

    private static OutboxMessage to(
            String email, String name, String subject, @Nullable CalendarPart calendar, @Nullable String unsubscribe) {
        return new OutboxMessage(
                UUID.randomUUID(),
                MESSAGE_ID,
                name,
                email,
                subject,
                "Hello Ada, schön.",
                "<p>Hello Ada, schön.</p>",
                calendar,
                unsubscribe,
                1,
                0,
                Instant.parse("2026-06-10T12:00:00Z"),
                Instant.parse("2026-06-10T12:00:00Z"));
    }

    static OutboxMessage toAda() {
        return to("ada@demo.example", "Ada Okafor", "Checkout was slow", null);
    }
}
