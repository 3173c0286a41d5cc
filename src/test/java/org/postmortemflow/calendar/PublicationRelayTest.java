package org.postmortemflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind.REFUSED;
import static org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind.RETRY;
import static org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind.UNREACHABLE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.calendar.CalendarPublisher.Entry;
import org.postmortemflow.calendar.CalendarPublisher.Outcome;
import org.postmortemflow.calendar.CalendarPublisher.Stored;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the calendar server has to be told is never lost, and never told inside a transaction. */
@RoomSlice
@DirtiesContext
@TestPropertySource(properties = "postmortem.calendar.relay-enabled=false")
@Import(PublicationRelayTest.Server.class)
class PublicationRelayTest {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");

    @Autowired
    PublicationRelay relay;

    @Autowired
    PublicationQueue queue;

    @Autowired
    MeetingRecords meetings;

    @Autowired
    ScriptedServer server;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    /** Keeps what it is given unless told otherwise. */
    static final class ScriptedServer implements CalendarPublisher {

        private final List<Entry> given = new ArrayList<>();
        private Function<Entry, Outcome> answer = entry -> Outcome.done(new Stored(null, "\"x\""));

        @Override
        public synchronized Outcome put(Entry entry, @Nullable Stored known) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
            given.add(entry);
            return answer.apply(entry);
        }

        @Override
        public Outcome remove(Entry entry, @Nullable Stored known) {
            return Outcome.done(null);
        }
    }

    @TestConfiguration
    static class Server {

        @Bean
        ScriptedServer server() {
            return new ScriptedServer();
        }
    }

    @BeforeEach
    void aServerThatTakesAll() {
        for (String table :
                List.of("calendar_publication", "meeting_reply", "meeting_uninvited", "meeting_attendee", "meeting")) {
            jdbc.sql("delete from " + table).update();
        }
        clock.reset();
        relay.everythingAgain(ADMIN);
        server.given.clear();
        server.answer = entry -> Outcome.done(new Stored(null, "\"x\""));
    }

    @Test
    void aMeetingIsToldOnceAndAgainOnlyWhenItHasChanged() {
        Meeting meeting = meeting(0);
        assertThat(relay.relay()).isOne();
        assertThat(relay.relay()).isZero();

        change(meeting, 1);
        assertThat(relay.relay()).isOne();
        assertThat(server.given).extracting(Entry::sequence).containsExactly(0, 1);
    }

    @Test
    void aChangeDuringTheTellingIsToldNext() {
        Meeting meeting = meeting(0);
        server.answer = entry -> {
            if (entry.sequence() == 0) {
                change(meeting, 1);
            }
            return Outcome.done(new Stored(null, "\"x\""));
        };

        relay.relay();
        relay.relay();

        assertThat(server.given).extracting(Entry::sequence).containsExactly(0, 1);
    }

    @Test
    void anEntryThatFailsWaitsLongerEachTimeAndHoldsNoOtherUp() {
        Meeting bad = meeting(0);
        server.answer = entry -> entry.uid().startsWith(bad.postmortem().toString())
                ? Outcome.not(RETRY, "500")
                : Outcome.done(new Stored(null, "\"x\""));
        meeting(0);

        assertThat(relay.relay()).isOne();
        assertThat(relay.failures(10))
                .singleElement()
                .satisfies(failure -> assertThat(failure.nextAttempt())
                        .isBetween(
                                clock.instant().plus(Duration.ofMinutes(1)),
                                clock.instant().plusSeconds(72)));
        clock.advance(Duration.ofSeconds(72));
        relay.relay();
        assertThat(relay.failures(10).get(0).nextAttempt())
                .isAfterOrEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(relay.failures(10).get(0).attempts()).isEqualTo(2);
    }

    @Test
    void aRefusedEntryWaitsForAChangeOrForTheOperator() {
        Meeting meeting = meeting(0);
        server.answer = entry -> Outcome.not(REFUSED, "415");
        relay.relay();
        clock.advance(Duration.ofDays(2));
        assertThat(relay.relay()).isZero();
        assertThat(server.given).hasSize(1);
        assertThat(relay.failures(10)).singleElement().matches(failure -> failure.refused());

        change(meeting, 1);
        relay.relay();
        assertThat(server.given).hasSize(2);

        server.answer = entry -> Outcome.done(new Stored(null, "\"x\""));
        relay.everythingAgain(ADMIN);
        assertThat(relay.relay()).isOne();
        assertThat(relay.failures(10)).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsAskedOnceAMinuteNotOncePerMeeting() {
        meeting(0);
        meeting(0);
        server.answer = entry -> Outcome.not(UNREACHABLE, "refused");

        relay.relay();
        relay.relay();
        assertThat(server.given).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        relay.relay();
        assertThat(server.given).extracting(Entry::uid).as("another one first").doesNotHaveDuplicates();
    }

    @Test
    void anUnexpectedErrorIsOneMoreFailure() {
        meeting(0);
        server.answer = entry -> {
            throw new IllegalStateException("boom");
        };

        assertThat(relay.relay()).isZero();
        assertThat(relay.failures(10)).hasSize(1);
    }

    @Test
    void aNodeThatDiedWhileTellingIsFollowedByAnother() {
        meeting(0);
        queue.note(Instant.EPOCH, clock.instant());
        assertThat(queue.take(clock.instant(), clock.instant().plus(Duration.ofMinutes(2))))
                .isPresent();

        assertThat(relay.relay()).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(relay.relay()).isOne();
    }

    @Test
    void nodesSideBySideTellEachMeetingOnce() throws Exception {
        IntStream.range(0, 12).forEach(i -> meeting(0));
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> done = IntStream.range(0, 3)
                    .mapToObj(node -> nodes.submit(() -> relay.relay()))
                    .toList();
            int sum = 0;
            for (Future<Integer> one : done) {
                sum += one.get();
            }
            sum += relay.relay();
            assertThat(sum).isEqualTo(12);
            assertThat(server.given).extracting(Entry::uid).hasSize(12).doesNotHaveDuplicates();
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void onlyAdministratorsHaveEverythingPublishedAgain() {
        assertThatThrownBy(() -> relay.everythingAgain(new PersonId("ada"))).isInstanceOf(Refused.class);
    }

    @Test
    void whatWasCalledOffBeforeTheServerHeardOfItIsNotTold() {
        Meeting meeting = meeting(0);
        jdbc.sql("update meeting set cancelled = true where postmortem_id = ?")
                .param(meeting.postmortem().value())
                .update();

        assertThat(relay.relay()).isZero();
    }

    private Meeting meeting(int sequence) {
        PostmortemId id = scene.postmortem(Severity.SEV_2);
        Meeting meeting = state(id, sequence);
        meetings.add(meeting);
        return meeting;
    }

    private void change(Meeting meeting, int sequence) {
        meetings.change(state(meeting.postmortem(), sequence), meeting.sequence());
    }

    private static Meeting state(PostmortemId id, int sequence) {
        return new Meeting(
                id,
                START.plus(Duration.ofHours(sequence)),
                Duration.ofMinutes(30),
                null,
                sequence,
                false,
                null,
                List.of(),
                null);
    }
}
