package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.Mail.Recipient;

/** Mail is written down once, with what it announces. */
class OutboxTest extends OutboxScene {

    @Test
    void theSameMailIsWrittenOnceWithItsFirstContentAndTheTransactionGoesOn() {
        transaction.executeWithoutResult(status -> {
            outbox.write(mail("1", "First title"));
            outbox.write(mail("1", "Second title"));
            outbox.write(mail("2", "Other occasion"));
        });
        outbox.write(mail("1", "Third title"));

        assertThat(relay.relay()).isEqualTo(2);
        assertThat(channel.sent())
                .extracting(OutboxMessage::subject)
                .containsExactly("Postmortem opened: First title (Sev-1)", "Postmortem opened: Other occasion (Sev-1)");
    }

    @Test
    void aMailIsNotWrittenWhenWhatItAnnouncesIsRolledBack() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    outbox.write(mail("1", "x"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).isEmpty();
    }

    @Test
    void nothingLeavesBeforeItsTransactionIsCommitted() {
        transaction.executeWithoutResult(status -> {
            outbox.write(mail("1", "x"));
            assertThat(elsewhere(relay::relay)).isZero();
        });

        assertThat(relay.relay()).isOne();
    }

    @Test
    void theIdentityComesFromTheKeyAndEndsInOurDomain() {
        outbox.write(mail("1", "x"));
        String first = waiting("message_id");
        jdbc.sql("delete from outbox_message").update();
        outbox.write(mail("1", "another title"));

        assertThat(waiting("message_id")).isEqualTo(first).matches("<[0-9a-f-]{36}@[a-z.-]+>");
    }

    @Test
    void anInviteKeepsItsCalendarAsItWas() {
        CalendarPart invite = new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:schön 🧯\r\nEND:VCALENDAR\r\n");
        Mail plain = mail("1", "x");
        outbox.write(new Mail(id, plain.template(), "1", plain.to(), plain.model(), invite));

        relay.relay();

        assertThat(channel.sent()).extracting(OutboxMessage::calendar).containsExactly(invite);
    }

    /** RFC 8058 */
    @Test
    void theAddressThatEndsADigestStaysWithItAndOtherMailHasNone() {
        Mail plain = mail("1", "x");
        String end = "https://pm.example/unsubscribe/secret";
        outbox.write(new Mail(id, plain.template(), "2", plain.to(), plain.model(), null, end));
        outbox.write(plain);

        relay.relay();

        assertThat(channel.sent()).extracting(OutboxMessage::unsubscribe).containsExactly(end, null);
    }

    @Test
    void aSentMailIsNotSentAgain() {
        outbox.write(mail("1", "x"));

        assertThat(relay.relay()).isOne();
        clock.advance(Duration.ofDays(2));
        assertThat(relay.relay()).isZero();
        assertThat(channel.tried()).hasSize(1);
        assertThat(waiting("state")).isEqualTo("SENT");
    }

    @Test
    void theSameAddressInOtherLettersIsTheSameRecipient() {
        Mail mail = mail("1", "x");
        outbox.write(mail);
        outbox.write(
                new Mail(id, mail.template(), "1", new Recipient(null, "Ada", "ADA@Demo.example"), mail.model(), null));

        assertThat(relay.relay()).isOne();
    }

    @Test
    void twoTransactionsThatWriteOneKeyAtOnceLeaveOneRowAndNoErrorToAnybody() throws Exception {
        CountDownLatch written = new CountDownLatch(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both = List.of("first", "second").stream()
                    .<Future<?>>map(title -> two.submit(() -> transaction.executeWithoutResult(status -> {
                        outbox.write(mail("1", title));
                        outbox.write(mail(title, title));
                        written.countDown();
                        await(written);
                    })))
                    .toList();
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            two.shutdownNow();
        }

        assertThat(relay.relay()).isEqualTo(3);
        assertThat(channel.sent()).extracting(OutboxMessage::messageId).doesNotHaveDuplicates();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
