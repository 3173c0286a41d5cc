package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.TestClock;
import org.postmortemflow.calendar.BusyTimes.Busy;
import org.postmortemflow.calendar.BusyTimes.Known;
import org.postmortemflow.people.PeopleWithCalendars;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** R10: people's own calendars are asked politely, and whatever the server does, a meeting is proposed. */
class OwnCalendarsTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final Instant NINE = Instant.parse("2026-06-11T09:00:00Z");
    private static final String ANSWER =
            """
            <?xml version="1.0"?>
            <multistatus xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><response><href>/x.ics</href><propstat>
            <prop><c:calendar-data>%s</c:calendar-data></prop><status>HTTP/1.1 200 OK</status></propstat></response>
            </multistatus>
            """.formatted(BusySpansTest.entry("1", "DTSTART:20260611T090000Z\nDTEND:20260611T100000Z\n"));

    private final ScriptedCalDav server = new ScriptedCalDav();
    private final TestClock clock = new TestClock();
    private final OwnCalendars calendars = calendars(Duration.ofSeconds(20));

    OwnCalendarsTest() throws IOException {}

    @AfterEach
    void close() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
        server.close();
    }

    @Test
    void whoHasACalendarIsAskedForAndNobodyElse() {
        server.says(207, "", ANSWER);

        Known known = ask(calendars);

        assertThat(known.busy()).containsExactly(new Busy(NINE, NINE.plus(Duration.ofHours(1)), Set.of(ADA)));
        assertThat(known.read()).as("ben has none").containsExactly(ADA);
        assertThat(known.unread()).isEmpty();
        assertThat(server.asked()).containsExactly("REPORT " + ScriptedCalDav.COLLECTION + "ada/");
    }

    @Test
    void oneAnswerServesForSomeMinutes() {
        server.says(207, "", ANSWER);

        ask(calendars);
        clock.advance(Duration.ofMinutes(4));
        assertThat(ask(calendars).busy()).hasSize(1);
        assertThat(server.asked()).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(calendars).busy()).hasSize(1);
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 500, 503})
    void aServerThatRefusesIsNamedAndLeftInPeaceForAMinute(int status) {
        server.says(status).says(207, "", ANSWER);

        Known known = ask(calendars);
        ask(calendars);

        assertThat(known.busy()).isEmpty();
        assertThat(known.unread()).containsExactly(ADA);
        assertThat(server.asked()).hasSize(1);
        clock.advance(Duration.ofMinutes(2));
        assertThat(ask(calendars).read()).containsExactly(ADA);
    }

    @Test
    void aServerThatHangsUpOrFallsSilentOrTalksNonsenseHoldsNobodyUp() {
        OwnCalendars hasty = calendars(Duration.ofMillis(200));
        server.saysNothing().stopsInTheBody().hangsUp().says(207, "", "<nonsense");

        for (int i = 0; i < 4; i++) {
            assertThat(ask(hasty).unread()).containsExactly(ADA);
            clock.advance(Duration.ofMinutes(2));
        }
    }

    /** A transaction must not wait for anybody's server; what it could not know is there for the next who asks. */
    @Test
    void insideATransactionNobodyWaits() {
        server.saysNothing();
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThat(ask(calendars).unread()).containsExactly(ADA);
    }

    @Test
    void aCalendarOnAnotherServerStopsTheStart() {
        for (String elsewhere : List.of("https://elsewhere.example/ada/", "http://127.0.0.1:1/ada/")) {
            assertThatThrownBy(() -> new OwnCalendars(
                            server.server(Duration.ofSeconds(1)),
                            Duration.ofSeconds(1),
                            PeopleWithCalendars.read(elsewhere),
                            clock))
                    .hasMessageContaining("not on the server of postmortem.caldav.url: ada");
        }
    }

    @Test
    void anAddressThatIsNoneIsFoundInTheOrganisationFile() {
        for (String wrong : List.of("file:///etc/passwd", "calendar", "https://user:secret@x.example/", "https:///x")) {
            assertThatThrownBy(() -> PeopleWithCalendars.read(wrong))
                    .hasMessageContaining("calendar must be an address");
        }
    }

    private OwnCalendars calendars(Duration timeout) {
        return new OwnCalendars(server.server(timeout), timeout, PeopleWithCalendars.read(server.url() + "ada"), clock);
    }

    private static Known ask(OwnCalendars calendars) {
        return calendars.between(
                Instant.parse("2026-06-10T12:00:00Z"),
                Instant.parse("2026-06-17T12:00:00Z"),
                List.of(ADA, BEN),
                PostmortemId.random());
    }
}
