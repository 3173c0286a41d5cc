package org.postmortemflow.notification.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PersonsInMails implements PersonRecords {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonsInMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "Mails";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("outbox_message")
                        .namesBeside("recipient_person", "recipient_name")
                        .ids("recipient_person")
                        .texts(
                                "recipient_name",
                                "recipient_email",
                                "lane",
                                "subject",
                                "text_body",
                                "html_body",
                                "calendar_text",
                                "last_error")
                        .codes("message_key", "occasion", "unsubscribe"),
                PersonTable.of("outbox_note").ids("person").texts("reason"),
                PersonTable.of("outbox_relay").ids("person").texts("reason"));
    }

    @Override
    public Set<String> knownAs(PersonId person) {
        Set<String> known = new HashSet<>();
        jdbc.sql("select distinct recipient_name, recipient_email from outbox_message where recipient_person = ?")
                .param(person.value())
                .query(row -> {
                    known.add(row.getString(1));
                    known.add(row.getString(2));
                });
        return known;
    }

    /** What they were told is deleted; what was still to leave never leaves. */
    @Override
    public void forget(PersonId person, Set<String> addresses) {
        Set<String> lower =
                addresses.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        lower.add("");
        jdbc.sql("""
                        update outbox_message set text_body = '', html_body = '', calendar_text = null, content_deleted_at = :now,
                          state = case when state = 'SENT' then 'SENT' else 'DROPPED' end
                        where recipient_person = :person or lower(recipient_email) in (:addresses)
                        """)
                .param("now", clock.instant().atOffset(UTC))
                .param("person", person.value())
                .param("addresses", lower)
                .update();
    }
}
