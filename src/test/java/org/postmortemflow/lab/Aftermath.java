package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.journey.Waiting;

/** Looks, in the tables and in the mail, whether what was acknowledged is all there, once, and nothing is stuck. */
record Aftermath(Postgres postgres, Sink sink, Map<String, String> acknowledged) {

    private static final String LEFT = "select count(*) from outbox_message where state <> 'SENT'";
    private static final String LOCKED = "select count(*) from act_ru_job where lock_owner_ is not null";

    /** Waits until all mail has left and no job is at work; what is still missing then stays so. */
    void await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end && (postgres.count(LEFT) > 0 || postgres.count(LOCKED) > 0)) {
            Waiting.pause(Duration.ofMillis(500));
        }
    }

    MailCheck mail() {
        return MailCheck.of(acknowledged.keySet(), Lists.ADDRESSES, sink.arrivals());
    }

    /** Titles of incidents whose postmortem has not exactly one process instance. */
    List<String> withoutProcess() {
        Map<String, Integer> instances = new HashMap<>();
        postgres.sql()
                .queryForList(
                        "select business_key_ from act_ru_execution where parent_id_ is null and business_key_ is not"
                                + " null",
                        String.class)
                .forEach(key -> instances.merge(key, 1, Integer::sum));
        return acknowledged.entrySet().stream()
                .filter(one -> instances.getOrDefault(id(one.getValue()), 0) != 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    void nothingIsLostOrStuck() {
        MailCheck mail = mail();
        assertThat(withoutProcess()).as("incidents without one process").isEmpty();
        assertThat(mail.missing()).as("mail that did not arrive").isEmpty();
        assertThat(mail.differing()).as("mail that is not the same").isEmpty();
        assertThat(postgres.sql()
                        .queryForList("select state, recipient_email, subject, attempts, unanswered, last_error from"
                                + " outbox_message where state <> 'SENT'"))
                .as("mail that is stuck")
                .isEmpty();
        assertThat(postgres.count(LOCKED)).as("jobs that are stuck").isZero();
        assertThat(postgres.sql().queryForList("select incident_msg_ from act_ru_incident"))
                .as("incidents in Cockpit")
                .isEmpty();
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
