package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.calendar.CalendarPublisher;
import org.postmortemflow.calendar.PublicationRelay;
import org.postmortemflow.meeting.CancelMeeting;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** R10: a real CalDAV server has each meeting once, in its newest state, whatever happened in between. */
@RoomSlice
@DirtiesContext
@TestPropertySource(properties = "postmortem.calendar.relay-enabled=false")
@Import(RadicaleTest.Server.class)
class RadicaleTest {

    private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");
    private static final PersonId ADMIN = new PersonId("admin");
    private static final PersonId KAVYA = new PersonId("kavya");

    @TempDir
    static Path folder;

    private static Radicale radicale;

    @Autowired
    PublicationRelay relay;

    @Autowired
    Scene scene;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    CancelMeeting cancelMeeting;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @TestConfiguration
    static class Server {

        @Bean
        CalendarPublisher publisher() {
            return new CalDavPublisher(
                    new CalDavServer(new CalDavSettings(radicale.url(), "flow", "x", Duration.ofSeconds(20))));
        }
    }

    @BeforeAll
    static void start() throws IOException {
        if (!Radicale.isInstalled()) {
            String why =
                    "Radicale is not installed (Debian: apt install radicale), so publishing to CalDAV was not tested";
            assertThat(System.getenv("CI")).as(why).isNotEqualTo("true");
            System.err.println("\n*** SKIPPED *** " + why + "\n");
            Assumptions.abort(why);
        }
        radicale = Radicale.start(folder);
    }

    @AfterAll
    static void stop() {
        if (radicale != null) {
            radicale.close();
        }
    }

    @BeforeEach
    void anEmptyCalendar() throws IOException {
        for (String table :
                List.of("calendar_publication", "meeting_reply", "meeting_uninvited", "meeting_attendee", "meeting")) {
            jdbc.sql("delete from " + table).update();
        }
        for (VEvent event : events()) {
            radicale.delete(event.getUid().getValue().replace("@postmortem-flow", ".ics"));
        }
        clock.reset();
        relay.everythingAgain(ADMIN);
    }

    @Test
    void aMeetingIsMadeMovedAndCalledOffAsOneEntry() throws IOException {
        PostmortemId id = scheduled();
        assertThat(relay.relay()).isOne();
        assertThat(onlyEvent().getSequence().getValue()).isZero();
        assertThat(relay.relay()).as("nothing has changed").isZero();

        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);
        assertThat(relay.relay()).isOne();
        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(1);
        assertThat(onlyEvent().getDateStart().getValue().toInstant()).isEqualTo(START.plus(Duration.ofHours(2)));

        cancelMeeting.cancel(id);
        assertThat(relay.relay()).isOne();
        assertThat(onlyEvent().getStatus().isCancelled()).isTrue();
        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(2);
        assertThat(radicale.get("")).doesNotContain("METHOD", "ATTENDEE", "ORGANIZER");
        assertThat(relay.failures(10)).isEmpty();
    }

    @Test
    void whatHappenedWhileTheServerWasDownIsThereAfterwardsInItsNewestState() throws IOException {
        PostmortemId id = scheduled();
        relay.relay();
        radicale.stop();

        moveMeeting.move(id, START.plus(Duration.ofHours(1)), 30, "", KAVYA);
        assertThat(relay.relay()).isZero();
        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);
        scheduled();
        assertThat(relay.failures(10)).hasSize(1).allMatch(failure -> !failure.refused());
        radicale.startAgain();
        assertThat(relay.relay()).as("paused").isZero();
        clock.advance(Duration.ofMinutes(2));

        assertThat(relay.relay()).isEqualTo(2);
        assertThat(events()).extracting(event -> event.getSequence().getValue()).containsExactlyInAnyOrder(0, 2);
        assertThat(relay.failures(10)).isEmpty();
    }

    /** The server kept it, its answer never came. */
    @Test
    void anEntryWhoseAnswerWasLostStaysOne() throws IOException {
        PostmortemId id = scheduled();
        relay.relay();
        jdbc.sql("update calendar_publication set etag = null, href = null, written_sequence = null")
                .update();

        assertThat(relay.relay()).isOne();
        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);
        assertThat(relay.relay()).isOne();

        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void whatSomebodyChangedOrDeletedThereIsMendedWithTheNextChangeOrAtAnOperatorsWish() throws IOException {
        PostmortemId id = scheduled();
        relay.relay();
        String name = id + ".ics";
        radicale.put(name, radicale.get(name).replace("Checkout was slow", "Lunch"));
        assertThat(onlyEvent().getSummary().getValue()).contains("Lunch");

        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);
        relay.relay();
        assertThat(onlyEvent().getSummary().getValue()).isEqualTo("Postmortem: Checkout was slow");

        radicale.delete(name);
        relay.everythingAgain(ADMIN);
        relay.relay();
        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(1);
    }

    @Test
    void aMeetingThatIsThereUnderAnotherNameIsKeptThere() throws IOException {
        PostmortemId id = scheduled();
        relay.relay();
        String text = radicale.get(id + ".ics");
        radicale.delete(id + ".ics");
        radicale.put("by-hand.ics", text);
        jdbc.sql("delete from calendar_publication").update();
        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);

        assertThat(relay.relay()).isOne();

        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(1);
        assertThat(radicale.get("by-hand.ics")).contains("SEQUENCE:1");
        radicale.delete("by-hand.ics");
    }

    @Test
    void theMeetingOfAPrivatePostmortemIsTakenAwayAndComesBackWhenItIsOpened() throws IOException {
        PostmortemId id = scheduled();
        relay.relay();

        keepPrivate.makePrivate(id, "a hole that is still open", KAVYA);
        assertThat(relay.relay()).isOne();
        assertThat(events()).isEmpty();
        moveMeeting.move(id, START.plus(Duration.ofHours(2)), 30, "", KAVYA);
        relay.relay();
        assertThat(events()).isEmpty();

        keepPrivate.makeOpen(id, "it is mended", KAVYA);
        relay.relay();
        assertThat(onlyEvent().getSequence().getValue()).isEqualTo(1);
    }

    private PostmortemId scheduled() {
        PostmortemId id = scene.postmortem(Severity.SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        scene.does(id, Step.SCHEDULE_MEETING, "kavya", Map.of("start", START.toString()));
        return id;
    }

    private static VEvent onlyEvent() throws IOException {
        assertThat(events()).hasSize(1);
        return events().get(0);
    }

    private static List<VEvent> events() throws IOException {
        return Biweekly.parse(radicale.get("")).all().stream()
                .flatMap(calendar -> calendar.getEvents().stream())
                .toList();
    }
}
