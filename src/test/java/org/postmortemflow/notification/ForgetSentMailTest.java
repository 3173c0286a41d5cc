package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.springframework.beans.factory.annotation.Autowired;

/** What sent mails said is not kept for ever. */
class ForgetSentMailTest extends OutboxScene {

    private static final int MORE_THAN_A_BATCH = ForgetSentMail.BATCH + 1;

    @Autowired
    ForgetSentMail forget;

    @Autowired
    OutboxRecords records;

    @BeforeEach
    void keptFor90Days() {
        assertThat(settings.keepSent()).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void theContentGoesAfterTheTimeThatItIsKeptAndNotBefore() {
        CalendarPart invite = new CalendarPart("REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        Mail plain = mail("1", "Secret");
        outbox.write(new Mail(id, plain.template(), "1", plain.to(), plain.model(), invite));
        relay.relay();

        clock.set(day(90));
        assertThat(forget.run()).isZero();
        assertThat(content().values())
                .allSatisfy(text -> assertThat((String) text).isNotEmpty());

        clock.advance(Duration.ofMillis(1));
        assertThat(forget.run()).isOne();
        assertThat(content())
                .containsEntry("TEXT_BODY", "")
                .containsEntry("HTML_BODY", "")
                .containsEntry("CALENDAR_TEXT", null);
        assertThat(letter().contentDeletedAt()).isEqualTo(clock.instant());
        assertThat(letter().entry().recipientEmail()).isEqualTo("ada@demo.example");
    }

    @Test
    void aMailWithoutContentIsNotSentAgainWhenItIsWrittenAgain() {
        outbox.write(mail("1", "Title"));
        relay.relay();
        clock.set(day(91));
        forget.run();

        outbox.write(mail("1", "Title"));

        assertThat(relay.relay()).isZero();
        assertThat(channel.sent()).hasSize(1);
        assertThat(state("1")).isEqualTo("SENT");
    }

    @Test
    void whatWaitsOrIsStuckKeepsItsContentHoweverOldItIs() {
        outbox.write(mail("waiting", "Title"));
        outbox.write(mail("failed", "Title"));
        jdbc.sql("update outbox_message set state = 'FAILED' where occasion = 'failed'")
                .update();

        clock.set(day(400));

        assertThat(forget.run()).isZero();
        assertThat(jdbc.sql("select text_body from outbox_message")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).contains("Title"));
    }

    @Test
    void manyGoInOneRunAndASecondRunFindsNothing() {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < MORE_THAN_A_BATCH; i++) {
                outbox.write(mail("number " + i, "Title"));
            }
        });
        jdbc.sql("update outbox_message set state = 'SENT', sent_at = created_at")
                .update();
        clock.set(day(91));

        assertThat(forget.run()).isEqualTo(MORE_THAN_A_BATCH);
        assertThat(forget.run()).isZero();
    }

    @Test
    void whatAnotherNodeIsAtIsLeftToIt() {
        outbox.write(mail("1", "Title"));
        relay.relay();
        clock.set(day(91));

        transaction.executeWithoutResult(status -> {
            assertThat(records.forgetContent(day(1), ForgetSentMail.BATCH, clock.instant()))
                    .isOne();
            assertThat(elsewhere(forget::run)).isZero();
        });

        assertThat(forget.run()).isZero();
    }

    private Map<String, Object> content() {
        Map<String, Object> row = jdbc.sql("select text_body, html_body, calendar_text from outbox_message")
                .query()
                .singleRow();
        Map<String, Object> content = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        content.putAll(row);
        return content;
    }

    private OutboxLetter letter() {
        List<OutboxEntry> all = records.list(new OutboxFilter(null, null, null), Long.MAX_VALUE, 2);
        return records.find(all.get(0).id()).orElseThrow();
    }
}
