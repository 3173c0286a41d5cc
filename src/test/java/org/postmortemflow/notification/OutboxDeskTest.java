package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.notification.Channel.Outcome.Kind.FAILED;
import static org.postmortemflow.notification.Channel.Outcome.Kind.RETRY;
import static org.postmortemflow.notification.Channel.Outcome.Kind.SENT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.notification.Channel.Outcome;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator does with mail that is stuck. */
class OutboxDeskTest extends OutboxScene {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final PersonId ADA = new PersonId("ada");
    private static final OutboxFilter ALL = new OutboxFilter(null, null, null);
    private static final OutboxFilter STUCK = new OutboxFilter(OutboxState.FAILED, null, null);

    @Autowired
    OutboxDesk desk;

    @Autowired
    OutboxRecords records;

    @Test
    void aMailThatIsSentAgainHasANewDayOfTryingAndTellsWhoWantedItAndWhy() {
        outbox.write(mail("1", "x"));
        channel.answer(FAILED);
        relay.relay();
        clock.advance(Duration.ofDays(2));
        channel.answer(RETRY);

        desk.retry(only().id(), " The address is mended. ", ADMIN);
        relay.relay();

        assertThat(state("1")).as("not given up again at the first mishap").isEqualTo("WAITING");
        channel.answer(SENT);
        clock.advance(Duration.ofMinutes(2));
        assertThat(relay.relay()).isOne();
        assertThat(desk.letter(only().id(), ADMIN).notes()).singleElement().satisfies(note -> {
            assertThat(note.by()).isEqualTo(ADMIN);
            assertThat(note.reason()).isEqualTo("The address is mended.");
            assertThat(note.at()).isEqualTo(day(2));
        });
    }

    @Test
    void aDroppedMailNeverLeavesAndIsNotSentAgain() {
        outbox.write(mail("1", "x"));

        desk.drop(only().id(), "It was a mistake", ADMIN);

        assertThat(relay.relay()).isZero();
        assertThatThrownBy(() -> desk.retry(only().id(), "why not", ADMIN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.drop(only().id(), "once more", ADMIN)).isInstanceOf(Refused.class);
        assertThat(desk.letter(only().id(), ADMIN).notes()).hasSize(1);
    }

    @Test
    void aSentMailCanBeNeitherDroppedNorSentAgain() {
        outbox.write(mail("1", "x"));
        relay.relay();

        assertThatThrownBy(() -> desk.drop(only().id(), "x", ADMIN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> desk.retry(only().id(), "x", ADMIN)).isInstanceOf(Refused.class);
        assertThat(state("1")).isEqualTo("SENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void withoutAReasonNothingHappens(String reason) {
        outbox.write(mail("1", "x"));

        assertThatThrownBy(() -> desk.drop(only().id(), reason, ADMIN))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("reason"));
        assertThatThrownBy(() -> desk.pause(reason, ADMIN)).isInstanceOf(Refused.class);
        assertThat(relay.relay()).isOne();
    }

    @Test
    void nobodyButAdministratorsSeesOrDoesAnything() {
        outbox.write(mail("1", "x"));
        UUID mail = only().id();

        assertThat(Stream.<Runnable>of(
                        () -> desk.list(ALL, Long.MAX_VALUE, 10, ADA),
                        () -> desk.letter(mail, ADA),
                        () -> desk.figures(ADA),
                        () -> desk.templates(ADA),
                        () -> desk.pause(ADA),
                        () -> desk.retry(mail, "x", ADA),
                        () -> desk.retryAll(STUCK, "x", ADA),
                        () -> desk.drop(mail, "x", ADA),
                        () -> desk.pause("x", ADA),
                        () -> desk.resume(ADA)))
                .allSatisfy(deed -> assertThatThrownBy(deed::run).isInstanceOf(Refused.class));
        assertThat(relay.relay()).isOne();
    }

    @Test
    void allOfAKindAreSentAgainAtOnce() {
        for (int i = 0; i < 5; i++) {
            outbox.write(mail(String.valueOf(i), i == 3 ? "other" : "x"));
        }
        channel.onSend(message -> message.subject().contains("other") ? Outcome.SENT : new Outcome(FAILED, "550"));
        relay.relay();
        assertThat(desk.figures(ADMIN).stuck()).isEqualTo(4);
        channel.answer(SENT);

        assertThat(desk.retryAll(STUCK, "The mailbox was full", ADMIN)).isEqualTo(4);

        assertThat(relay.relay()).isEqualTo(4);
        assertThat(desk.figures(ADMIN).stuck()).isZero();
    }

    @Test
    void anInviteThatANewerOneHasOvertakenIsNotSentAgain() {
        outbox.write(invite("0"));
        channel.answer(FAILED);
        relay.relay();
        outbox.write(invite("1"));
        channel.answer(SENT);
        relay.relay();
        UUID old = records.list(STUCK, Long.MAX_VALUE, 1).get(0).id();

        assertThatThrownBy(() -> desk.retry(old, "try", ADMIN)).hasMessageContaining("newer invite");
        assertThat(desk.retryAll(STUCK, "try", ADMIN)).isZero();
        assertThat(state("0")).isEqualTo("FAILED");
    }

    /** A server may have taken a mail whose answer was lost, so that it was tried until it was given up. */
    @Test
    void anInviteIsNotSentAgainWhenANewerOneThatIsStuckMayHaveArrived() {
        outbox.write(invite("0"));
        outbox.write(invite("1"));
        channel.answer(FAILED);
        relay.relay();
        relay.relay();
        List<OutboxEntry> newestFirst = records.list(STUCK, Long.MAX_VALUE, 2);
        assertThat(newestFirst).hasSize(2);

        desk.retry(newestFirst.get(0).id(), "try", ADMIN);

        assertThatThrownBy(() -> desk.retry(newestFirst.get(1).id(), "try", ADMIN))
                .hasMessageContaining("newer invite");
        channel.answer(SENT);
        relay.relay();
        assertThat(state("0")).isEqualTo("FAILED");
        assertThat(state("1")).isEqualTo("SENT");
    }

    @Test
    void anInviteThatOnlyWaitsForItsTurnLetsTheEarlierOneGoFirst() {
        outbox.write(invite("0"));
        channel.answer(FAILED);
        relay.relay();
        outbox.write(invite("1"));
        channel.answer(SENT);

        desk.retry(records.list(STUCK, Long.MAX_VALUE, 1).get(0).id(), "try", ADMIN);

        assertThat(relay.relay()).isEqualTo(2);
        assertThat(channel.sent())
                .extracting(message -> message.calendar().text())
                .containsExactly("0", "1");
    }

    @Test
    void aPauseHoldsAllMailUntilItIsResumedAndEndsTheServersRefusalToo() {
        outbox.write(mail("1", "x"));
        desk.pause("The mail server moves", ADMIN);
        clock.advance(Duration.ofDays(1));
        assertThat(relay.relay()).isZero();

        desk.resume(ADMIN);

        assertThat(relay.relay()).isOne();
        relaySwitch.refused(day(1), day(2), "535");
        outbox.write(mail("2", "y"));
        assertThat(relay.relay()).isZero();
        desk.resume(ADMIN);
        assertThat(relay.relay()).isOne();
    }

    @Test
    void mailsAreFoundByStateKindAndWordsAndNoSignInTheWordsIsAPattern() {
        outbox.write(mail("1", "100% of_payments"));
        outbox.write(mail("2", "others"));

        assertThat(found(null, "100% OF_")).hasSize(1);
        assertThat(found(null, "1%0")).isEmpty();
        assertThat(found(null, "ADA@demo")).hasSize(2);
        assertThat(found("please-read", null)).isEmpty();
        assertThat(found("postmortem-opened", null)).hasSize(2);
        assertThat(desk.list(STUCK, Long.MAX_VALUE, 10, ADMIN)).isEmpty();
        assertThat(desk.templates(ADMIN)).containsExactly("postmortem-opened");
    }

    @Test
    void thePagesOfTheListShowEachMailOnce() {
        for (int i = 0; i < 7; i++) {
            outbox.write(mail(String.valueOf(i), "x"));
        }
        List<OutboxEntry> first = desk.list(ALL, Long.MAX_VALUE, 4, ADMIN);
        List<OutboxEntry> rest = desk.list(ALL, first.get(3).position(), 4, ADMIN);

        assertThat(Stream.concat(first.stream(), rest.stream()))
                .extracting(OutboxEntry::id)
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void healthSaysWhatWaitsAndThatItIsPausedWithoutBeingDown() {
        OutboxHealth health = new OutboxHealth(records, relaySwitch, relay, clock);
        outbox.write(mail("1", "x"));
        clock.advance(Duration.ofMinutes(3));

        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(health.health().getDetails())
                .containsEntry("waiting", 1L)
                .containsEntry("oldestWaitsSeconds", 180L)
                .containsEntry("failed", 0L);
        channel.onSend(message -> new Outcome(Outcome.Kind.PAUSE, "535 wrong password"));
        relay.relay();
        assertThat(health.health().getStatus().getCode()).isEqualTo("PAUSED");
        assertThat(health.health().getDetails()).containsEntry("pausedBecause", "535 wrong password");
    }

    private OutboxEntry only() {
        return records.list(ALL, Long.MAX_VALUE, 2).get(0);
    }

    private List<OutboxEntry> found(String template, String words) {
        return desk.list(new OutboxFilter(null, template, words), Long.MAX_VALUE, 10, ADMIN);
    }

    private Mail invite(String sequence) {
        Mail mail = mail(sequence, "x");
        return new Mail(
                id, "meeting-moved", sequence, mail.to(), inviteModel(), new Mail.CalendarPart("REQUEST", sequence));
    }

    private static java.util.Map<String, String> inviteModel() {
        return java.util.Map.of(
                "title",
                "x",
                "personName",
                "Ada",
                "meetingAt",
                "then",
                "agenda",
                "a",
                "deadline",
                "d",
                "link",
                "https://pm.example/1");
    }
}
