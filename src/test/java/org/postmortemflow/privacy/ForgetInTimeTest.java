package org.postmortemflow.privacy;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept only for a time goes when that is over, and not before. */
@RoomSlice
class ForgetInTimeTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    ForgetInTime forgetInTime;

    @Autowired
    Scene scene;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final UUID gathering = UUID.randomUUID();
    private PostmortemId id;

    @BeforeEach
    void aPostmortemWithGatheredMessages() {
        id = scene.postmortem(Severity.SEV_1);
        run("""
            insert into timeline_gathering (id, postmortem_id, source, file_name, gathered_by, gathered_at, remarks)
            values (?, ?, 'slack', 'export.zip', 'ada', ?, '')
            """, gathering, id.value(), at(TestClock.START));
        run(
                "insert into timeline_writer (id, gathering_id, reference, name, bot, messages) values (?, ?, 'U1', 'Ada', false, 3)",
                UUID.randomUUID(),
                gathering);
    }

    @Test
    void gatheredMessagesStayUntilThePostmortemIsClosedAndForAWhile() {
        clock.set(TestClock.START.plus(Duration.ofDays(500)));
        forgetInTime.run();
        assertThat(gatherings()).as("at work").isEqualTo(1);

        run("update postmortem set status = 'CLOSED', closed_at = ? where id = ?", at(clock.instant()), id.value());
        clock.set(clock.instant().plus(Duration.ofDays(89)));
        forgetInTime.run();
        assertThat(gatherings()).isEqualTo(1);

        clock.set(clock.instant().plus(Duration.ofDays(2)));
        forgetInTime.run();
        assertThat(gatherings()).isZero();
        assertThat(count("select count(*) from timeline_writer where gathering_id = '" + gathering + "'"))
                .isZero();
        assertThat(count("select count(*) from postmortem where id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void remindersOfOpenWorkAreRemembered() {
        Instant then = TestClock.START;
        run("""
            insert into reminder (postmortem_id, kind, what, due, moment, person_id, at, mailed)
            values (?, 'meeting', '', ?, 'before-24h', 'ada', ?, true)
            """, id.value(), at(then), at(then));
        clock.set(then.plus(Duration.ofDays(401)));
        forgetInTime.run();
        assertThat(reminders()).isEqualTo(1);

        run("update postmortem set status = 'CANCELLED', closed_at = ? where id = ?", at(then), id.value());
        forgetInTime.run();
        assertThat(reminders()).isZero();
    }

    @Test
    void messagesAndTokensGoInTheirTime() {
        UUID message = UUID.randomUUID();
        String messages = "select count(*) from meeting_reply_kept where id = '" + message + "'";
        run("""
            insert into meeting_reply_kept (id, received_at, sender, subject, reason, content)
            values (?, ?, 'x@y.example', '', '', '')
            """, message, at(TestClock.START));
        UUID token =
                tokens.make("Weekly report", Set.of(Scope.READ), 7, ADA).token().id();
        clock.set(TestClock.START.plus(Duration.ofDays(89)));
        forgetInTime.run();
        assertThat(count(messages)).isEqualTo(1);
        clock.set(TestClock.START.plus(Duration.ofDays(406)));
        forgetInTime.run();
        assertThat(count(messages)).isZero();
        assertThat(count("select count(*) from access_token where id = '" + token + "'"))
                .isEqualTo(1);

        clock.set(TestClock.START.plus(Duration.ofDays(408)));
        forgetInTime.run();
        assertThat(count("select count(*) from access_token where id = '" + token + "'"))
                .isZero();
    }

    @Test
    void aNegativeTimeIsRefused() {
        Duration day = Duration.ofDays(1);
        assertThatThrownBy(() -> new RetentionSettings(day, day, day, day, day.negated()))
                .hasMessageContaining("negative");
    }

    private long gatherings() {
        return count("select count(*) from timeline_gathering where postmortem_id = '" + id + "'");
    }

    private long reminders() {
        return count("select count(*) from reminder where postmortem_id = '" + id + "'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void run(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    private static Object at(Instant instant) {
        return instant.atOffset(UTC);
    }
}
