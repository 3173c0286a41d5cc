package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail is written down with what it announces and sent afterwards, with one identity. */
@ApplicationTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxQueue queue;

    @Autowired
    OutboxRelay relay;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final PostmortemId id = PostmortemId.random();

    @BeforeEach
    void nothingElseWaits() {
        clock.reset();
        jdbc.sql("update outbox_message set state = 'SENT' where state = 'WAITING'")
                .update();
    }

    @Test
    void theSameAnnouncementIsWrittenOnceAndItsContentStays() {
        outbox.write(mail("first title", "ada@demo.example"));
        outbox.write(mail("another title", "ADA@demo.example"));

        assertThat(jdbc.sql("select subject from outbox_message where postmortem_id = ?")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("Postmortem opened: first title (Sev-1)");
    }

    @Test
    void nothingLeavesWhenTheTransactionThatAnnouncesItIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.write(mail("never", "ada@demo.example"));
            status.setRollbackOnly();
        });

        assertThat(relay.relay()).isZero();
    }

    @Test
    void aMailIsSentOnceAndLiesInTheMailboxUnderItsIdentity() {
        outbox.write(mail("Checkout was slow", "ada@demo.example"));

        assertThat(relay.relay()).isEqualTo(1);
        assertThat(relay.relay()).isZero();
        String messageId = jdbc.sql("select message_id from outbox_message where postmortem_id = ? and state = 'SENT'")
                .param(id.value())
                .query(String.class)
                .single();
        String file = messageId.replaceAll("[<>@]", "") + ".eml";
        assertThat(Files.exists(Path.of("target/mailbox", file))).isTrue();
    }

    @Test
    void aMailThatANodeTookIsItsOwnUntilTheLeaseIsOver() {
        outbox.write(mail("x", "ada@demo.example"));
        Instant leaseEnds = clock.instant().plus(Duration.ofMinutes(2));

        assertThat(queue.take(10, clock.instant(), leaseEnds)).hasSize(1);
        assertThat(queue.take(10, clock.instant(), leaseEnds)).isEmpty();
        List<OutboxMessage> after = queue.take(10, leaseEnds, leaseEnds.plusSeconds(120));
        assertThat(after).hasSize(1);
        assertThat(after.get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aMailThatTakesTheProcessDownIsSetAsideAfterThreeAttempts() {
        outbox.write(mail("x", "ada@demo.example"));
        Instant now = clock.instant();
        for (int crash = 0; crash < 3; crash++) {
            assertThat(queue.take(10, now, now.plusSeconds(120))).hasSize(1);
            now = now.plusSeconds(120);
        }

        assertThat(queue.take(10, now, now.plusSeconds(120))).isEmpty();
        assertThat(state()).isEqualTo("FAILED");
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAndNothingElseWaitsForIt() {
        outbox.write(mail("x", "not an address"));
        outbox.write(mail("x", "ben@demo.example"));

        assertThat(relay.relay()).isEqualTo(1);
        assertThat(jdbc.sql("select state from outbox_message where postmortem_id = ? order by position")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "SENT");
    }

    private String state() {
        return jdbc.sql("select state from outbox_message where postmortem_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private Mail mail(String title, String address) {
        Map<String, String> model =
                Map.of("title", title, "severity", "Sev-1", "personName", "Ada", "link", "https://pm.example/1");
        return new Mail(id, "postmortem-opened", "once", new Mail.Recipient(null, "Ada", address), model, null);
    }
}
