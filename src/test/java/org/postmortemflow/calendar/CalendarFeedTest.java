package org.postmortemflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.incident.ResponderRole.SCRIBE;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.meeting.CancelMeeting;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.meeting.SendInvites;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.readership.NameReaders;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R10: the shared calendar and each person's own, as an independent reader of calendars sees them. */
@RoomSlice
class CalendarFeedTest {

    private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-06-12T13:00:00Z");
    private static final PersonId KAVYA = new PersonId("kavya");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId EMEKA = new PersonId("emeka");
    private static final PersonId LIAM = new PersonId("liam");
    private static final int LONGEST_LINE = 75;

    @Autowired
    CalendarFeed feed;

    @Autowired
    Scene scene;

    @Autowired
    SendInvites sendInvites;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    CancelMeeting cancelMeeting;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    NameReaders nameReaders;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anEmptyCalendar() {
        for (String table : List.of("meeting_reply", "meeting_uninvited", "meeting_attendee", "meeting")) {
            jdbc.sql("delete from " + table).update();
        }
        clock.reset();
    }

    @Test
    void aMeetingStandsThereUnderTheIdentityOfItsInvites() throws Exception {
        PostmortemId id = scheduled();
        sendInvites.send(id);

        String text = feed.shared();
        VEvent event = onlyEvent(text);

        assertThat(event.getSummary().getValue()).isEqualTo("Postmortem: Checkout was slow");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo(START.plus(Duration.ofHours(1)));
        assertThat(event.getLocation().getValue()).isEqualTo("https://video.example/1");
        assertThat(event.getUrl().getValue()).endsWith("/postmortems/" + id);
        assertThat(event.getStatus().isConfirmed()).isTrue();
        String invite = Objects.requireNonNull(outbox.about(id).stream()
                        .filter(mail -> mail.template().equals("meeting-invite"))
                        .findFirst()
                        .orElseThrow()
                        .calendar())
                .text();
        assertThat(invite).contains("UID:" + event.getUid().getValue() + "\r\n");
        assertValid(text);
    }

    @Test
    void itSaysItsNameAndHowOftenToReadIt() {
        scheduled();

        assertThat(feed.shared())
                .contains(
                        "X-WR-CALNAME:Incident Postmortem Meetings\r\n",
                        "\r\nNAME:Incident Postmortem Meetings\r\n",
                        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n",
                        "X-PUBLISHED-TTL:PT1H\r\n");
        assertThat(feed.of(KAVYA)).contains("X-WR-CALNAME:Postmortem meetings of Kavya Raman\r\n");
    }

    /** With an organizer and attendees a server that schedules by itself (RFC 6638) would invite everybody a second time. */
    @Test
    void nobodyIsAskedToAnswerAndNoAddressIsShown() {
        scheduled();

        assertThat(feed.shared()).doesNotContain("METHOD", "ORGANIZER", "ATTENDEE", "@demo.example", "VALARM");
    }

    @Test
    void theSharedCalendarMakesNobodyBusyAndOnesOwnDoes() {
        scheduled();

        assertThat(feed.shared()).contains("TRANSP:TRANSPARENT").doesNotContain("OPAQUE");
        assertThat(feed.of(KAVYA)).contains("TRANSP:OPAQUE");
    }

    @Test
    void itsOctetsStayTheSameWhileNothingChanges() {
        scheduled();
        scheduled();
        String before = feed.shared();

        clock.advance(Duration.ofHours(30));

        assertThat(feed.shared()).isEqualTo(before).contains("DTSTAMP:20260610T120000Z");
    }

    @Test
    void aMoveRaisesSequenceAndStampAndKeepsTheIdentity() {
        PostmortemId id = scheduled();
        VEvent before = onlyEvent(feed.shared());
        clock.advance(Duration.ofMinutes(10));

        moveMeeting.move(id, LATER, 30, "", KAVYA);

        VEvent after = onlyEvent(feed.shared());
        assertThat(after.getUid().getValue()).isEqualTo(before.getUid().getValue());
        assertThat(after.getSequence().getValue()).isEqualTo(1);
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo(LATER);
        assertThat(after.getDateTimeStamp().getValue().toInstant()).isEqualTo(clock.instant());
        assertThat(after.getLastModified().getValue().toInstant()).isEqualTo(clock.instant());
    }

    @Test
    void aMeetingThatIsCalledOffIsShownAsSuchForTwoWeeksAndThenGone() {
        PostmortemId id = scheduled();
        cancelMeeting.cancel(id);

        VEvent event = onlyEvent(feed.shared());
        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getSequence().getValue()).isEqualTo(1);
        assertThat(feed.of(KAVYA)).contains("STATUS:CANCELLED").doesNotContain("OPAQUE");

        clock.advance(Duration.ofDays(14));
        assertThat(events(feed.shared())).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(events(feed.shared())).isEmpty();
    }

    @Test
    void whatIsLongPastIsLeftOut() {
        scheduled();

        clock.set(START.plus(Duration.ofDays(90)));
        assertThat(events(feed.shared())).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(events(feed.shared())).isEmpty();
    }

    /** Some readers stumble over a calendar that holds nothing at all (RFC 5545 §3.6: at least one component). */
    @Test
    void alsoAnEmptyCalendarIsOne() throws Exception {
        assertThat(events(feed.shared())).isEmpty();
        assertThat(new CalendarBuilder()
                        .build(new StringReader(feed.shared()))
                        .validate(true)
                        .getEntries())
                .isEmpty();
    }

    @Test
    void ofAPrivatePostmortemTheSharedCalendarShowsNothing() {
        PostmortemId id = scheduled();
        PostmortemId open = scheduled();
        keepPrivate.makePrivate(id, "a hole that is still open", KAVYA);

        assertThat(events(feed.shared()))
                .extracting(event -> event.getUid().getValue())
                .containsExactly(open + "@postmortem-flow");
        assertThat(feed.shared()).doesNotContain(id.toString());
    }

    @Test
    void onesOwnCalendarShowsPrivateMeetingsOnlyToThoseWhoMayReadThem() {
        PostmortemId id = scheduled();
        keepPrivate.makePrivate(id, "a hole that is still open", KAVYA);

        assertThat(events(feed.of(KAVYA))).hasSize(1);
        assertThat(events(feed.of(EMEKA))).as("invited, but no reader").isEmpty();
        nameReaders.name(id, List.of(EMEKA, LIAM), List.of(), false, KAVYA);
        assertThat(events(feed.of(EMEKA))).hasSize(1);
        assertThat(events(feed.of(LIAM))).as("a reader, but not invited").isEmpty();
    }

    @Test
    void onesOwnCalendarShowsOnlyWhatOneIsInvitedTo() {
        scheduled();

        assertThat(events(feed.of(BEN))).hasSize(1);
        assertThat(events(feed.of(LIAM))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nATTENDEE:mailto:evil@example.com",
                "x\rDTSTART:20200101T000000Z",
                "x\u000b\u007fEND:VEVENT",
                "x\\nEND:VEVENT\\nBEGIN:VEVENT; a, b",
                "\ud83d\ude80 Bücher und 本 langer Titel, der umbrochen wird, weil er viel zu lang für eine Zeile ist \ud83d\ude80"
            })
    void aHostileTitleStaysATitle(String title) throws Exception {
        PostmortemId id = scheduled();
        jdbc.sql("update postmortem set title = ? where id = ?")
                .params(title, id.value())
                .update();

        String text = feed.shared();

        VEvent event = onlyEvent(text);
        assertThat(event.getSummary().getValue().replaceAll("\\s", ""))
                .isEqualTo(("Postmortem: " + title).replaceAll("[\\s\\p{Cntrl}]", ""));
        assertThat(event.getAttendees()).isEmpty();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE);
        assertValid(text);
    }

    private PostmortemId scheduled() {
        PostmortemId id =
                scene.postmortem(Severity.SEV_1, responder(INCIDENT_COMMANDER, "ada"), responder(SCRIBE, "ben"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        scene.does(
                id,
                Step.SCHEDULE_MEETING,
                "kavya",
                Map.of("start", START.toString(), "videoLink", "https://video.example/1"));
        return id;
    }

    private static VEvent onlyEvent(String text) {
        assertThat(events(text)).hasSize(1);
        return events(text).get(0);
    }

    private static List<VEvent> events(String text) {
        ICalendar calendar = Biweekly.parse(text).first();
        return calendar.getEvents();
    }

    private static void assertValid(String text) throws IOException, ParserException {
        assertThat(new CalendarBuilder()
                        .build(new StringReader(text))
                        .validate(true)
                        .getEntries())
                .isEmpty();
        assertThat(Biweekly.parse(text)
                        .first()
                        .validate(biweekly.ICalVersion.V2_0)
                        .isEmpty())
                .isTrue();
    }
}
