package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.TestClock;
import org.postmortemflow.calendar.BusyTimes.Busy;
import org.postmortemflow.calendar.BusyTimes.Known;
import org.postmortemflow.people.PeopleWithCalendars;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** R10: a real CalDAV server says when somebody is busy, series and all. */
class RadicaleBusyTest {

    @TempDir
    Path folder;

    @BeforeEach
    void radicaleIsThere() {
        if (!Radicale.isInstalled()) {
            String why = "Radicale is not installed (Debian: apt install radicale), so who is busy was not tested";
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            System.err.println("\n*** SKIPPED *** " + why + "\n");
            Assumptions.abort(why);
        }
    }

    @Test
    void whatIsInSomebodysCalendarIsKnownAndADeadServerIsNotWaitedFor() throws IOException {
        TestClock clock = new TestClock();
        try (Radicale radicale = Radicale.start(folder)) {
            radicale.put("once.ics", BusySpansTest.entry("once", "DTSTART:20260611T090000Z\nDTEND:20260611T100000Z\n"));
            radicale.put(
                    "weekly.ics",
                    BusySpansTest.entry(
                            "weekly", "DTSTART:20260108T130000Z\nDTEND:20260108T140000Z\nRRULE:FREQ=WEEKLY\n"));
            radicale.put(
                    "free.ics",
                    BusySpansTest.entry(
                            "free", "DTSTART:20260611T110000Z\nDTEND:20260611T120000Z\nTRANSP:TRANSPARENT\n"));
            radicale.put("past.ics", BusySpansTest.entry("past", "DTSTART:20250611T090000Z\nDTEND:20250611T100000Z\n"));
            Duration timeout = Duration.ofSeconds(20);
            OwnCalendars calendars = new OwnCalendars(
                    new CalDavServer(new CalDavSettings(radicale.url(), "flow", "x", timeout)),
                    timeout,
                    PeopleWithCalendars.read(radicale.url()),
                    clock);

            assertThat(ask(calendars).busy())
                    .extracting(Busy::start)
                    .containsExactlyInAnyOrder(
                            Instant.parse("2026-06-11T09:00:00Z"), Instant.parse("2026-06-11T13:00:00Z"));

            radicale.stop();
            clock.advance(Duration.ofMinutes(6));
            assertThat(ask(calendars).unread()).hasSize(1);
        }
    }

    private static Known ask(OwnCalendars calendars) {
        return calendars.between(
                Instant.parse("2026-06-10T12:00:00Z"),
                Instant.parse("2026-06-17T12:00:00Z"),
                List.of(new PersonId("ada")),
                PostmortemId.random());
    }
}
