package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.integration.caldav.BusySpans.Span;

/** R10: which entries of somebody's calendar keep them from a meeting, and when; asked from Wednesday 10 Jun for two weeks. */
class BusySpansTest {

    private static final BusySpans TOKYO = new BusySpans(
            "ada@demo.example",
            ZoneId.of("Asia/Tokyo"),
            Instant.parse("2026-06-10T00:00:00Z"),
            Instant.parse("2026-06-24T00:00:00Z"));

    private static final String AT_NINE = "DTSTART:20260611T090000Z\nDTEND:20260611T100000Z\n";

    @Test
    void aPlainEntryMakesBusy() {
        assertThat(busy(AT_NINE)).containsExactly(span("2026-06-11T09:00:00Z", "2026-06-11T10:00:00Z"));
        assertThat(busy(AT_NINE + "STATUS:TENTATIVE\nTRANSP:OPAQUE\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STATUS:CANCELLED\n",
                "TRANSP:TRANSPARENT\n",
                "ATTENDEE;PARTSTAT=DECLINED:mailto:ADA@demo.example\n",
                "RRULE:FREQ=SECONDLY\n",
                "RRULE:FREQ=MINUTELY;COUNT=10\n",
            })
    void whatIsCalledOffOrFreeOrDeclinedDoesNot(String line) {
        assertThat(busy(AT_NINE + line)).isEmpty();
    }

    @Test
    void whatOthersDeclinedOrOneAcceptedDoes() {
        assertThat(busy(AT_NINE
                        + "ATTENDEE;PARTSTAT=DECLINED:mailto:ben@demo.example\n"
                        + "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ada@demo.example\n"))
                .hasSize(1);
    }

    /** The invite that came by mail: whether that meeting is still so is known better here. */
    @Test
    void ourOwnMeetingsAreLeftToOurOwnTables() {
        assertThat(TOKYO.of(entry("0cb5@postmortem-flow", AT_NINE))).isEmpty();
    }

    @Test
    void aSeriesIsExpandedWithoutItsExceptionsAcrossAChangeOfTheClock() {
        String daily = """
                DTSTART;TZID=Europe/Berlin:20260105T090000
                DTEND;TZID=Europe/Berlin:20260105T093000
                RRULE:FREQ=WEEKLY;BYDAY=MO,WE
                EXDATE;TZID=Europe/Berlin:20260615T090000
                """;

        assertThat(busy(daily))
                .extracting(Span::start)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-06-10T07:00:00Z"),
                        Instant.parse("2026-06-17T07:00:00Z"),
                        Instant.parse("2026-06-22T07:00:00Z"));
    }

    @Test
    void oneOfASeriesThatWasMovedOrCalledOffIsWhereItIsNow() {
        String weekly = "DTSTART:20260603T090000Z\nDTEND:20260603T100000Z\nRRULE:FREQ=WEEKLY;COUNT=4\n";
        String moved = "RECURRENCE-ID:20260610T090000Z\nDTSTART:20260610T150000Z\nDTEND:20260610T160000Z\n";
        String calledOff = "RECURRENCE-ID:20260617T090000Z\nDTSTART:20260617T090000Z\nDTEND:20260617T100000Z\n"
                + "STATUS:CANCELLED\n";

        assertThat(TOKYO.of(entry("series", weekly, moved, calledOff)))
                .containsExactlyInAnyOrder(span("2026-06-10T15:00:00Z", "2026-06-10T16:00:00Z"));
    }

    @Test
    void wholeDaysAndTimesWithoutAZoneAreThoseWhereThePersonIs() {
        assertThat(busy("DTSTART;VALUE=DATE:20260611\nDTEND;VALUE=DATE:20260613\n"))
                .containsExactly(span("2026-06-10T15:00:00Z", "2026-06-12T15:00:00Z"));
        assertThat(busy("DTSTART:20260611T090000\nDURATION:PT1H\n"))
                .containsExactly(span("2026-06-11T00:00:00Z", "2026-06-11T01:00:00Z"));
    }

    @Test
    void onlyWhatTouchesTheSpanThatIsAskedForCounts() {
        assertThat(busy("DTSTART:20260609T200000Z\nDTEND:20260610T010000Z\n")).hasSize(1);
        assertThat(busy("DTSTART:20260609T200000Z\nDTEND:20260610T000000Z\n")).isEmpty();
        assertThat(busy("DTSTART:20260624T000000Z\nDTEND:20260624T010000Z\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing of a calendar",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=(UTC+01:00) Amsterdam:20260611T090000\r\n"
                        + "DTEND:x\r\nRRULE:FREQ=OFTEN\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            })
    void whatCannotBeReadKeepsNobodyFromMeeting(String text) {
        assertThatCode(() -> assertThat(TOKYO.of(text)).isEmpty()).doesNotThrowAnyException();
    }

    private static List<Span> busy(String lines) {
        return TOKYO.of(entry("1", lines));
    }

    /** @param events the lines of each, all of one identity */
    static String entry(String uid, String... events) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n");
        for (String lines : events) {
            text.append("BEGIN:VEVENT\nUID:%s\nDTSTAMP:20260601T000000Z\n%sEND:VEVENT\n".formatted(uid, lines));
        }
        return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
    }

    private static Span span(String start, String end) {
        return new Span(Instant.parse(start), Instant.parse(end));
    }
}
