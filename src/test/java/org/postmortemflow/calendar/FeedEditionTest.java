package org.postmortemflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.calendar.CalendarFeed.Edition;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stamp of a feed says whether its octets have changed, so that unchanged ones need not be written. */
@RoomSlice
class FeedEditionTest {

    private static final PersonId KAVYA = new PersonId("kavya");

    @Autowired
    CalendarFeed feed;

    @Autowired
    Scene scene;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneMeeting() {
        jdbc.sql("delete from meeting_attendee").update();
        jdbc.sql("delete from meeting").update();
        clock.reset();
        scheduled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update postmortem set title = 'Another title'",
                "update meeting set starts_at = timestamp with time zone '2026-06-12 08:00:01+00:00'",
                "update meeting set minutes = minutes + 1",
                "update meeting set video_link = null",
                "update meeting set video_link = ''",
                "update meeting set video_link = 'https://video.example/2'",
                "update meeting set sequence = sequence + 1",
                "update meeting set cancelled = true",
                "update meeting set changed_at = timestamp with time zone '2026-06-10 12:00:07+00:00'",
            })
    void aChangeOfTheOctetsIsAnotherStamp(String change) {
        Edition shared = feed.sharedEdition();
        Edition own = feed.editionOf(KAVYA);
        String before = shared.text().get();

        jdbc.sql(change).update();

        assertThat(feed.shared()).isNotEqualTo(before);
        assertThat(feed.sharedEdition().stamp()).isNotEqualTo(shared.stamp());
        assertThat(feed.editionOf(KAVYA).stamp()).isNotEqualTo(own.stamp());
    }

    @Test
    void aChangeThatLeavesTheOctetsLeavesTheStamp() {
        Edition before = feed.sharedEdition();
        String text = before.text().get();

        jdbc.sql("update postmortem set severity = 'SEV_2', title = concat(title, chr(7))")
                .update();
        jdbc.sql("update meeting set held_at = starts_at").update();
        clock.advance(Duration.ofHours(30));

        assertThat(feed.shared()).isEqualTo(text);
        assertThat(feed.sharedEdition().stamp()).isEqualTo(before.stamp());
    }

    @Test
    void aMeetingMoreOrLessIsAnotherStamp() {
        String one = feed.sharedEdition().stamp();
        scheduled();
        String two = feed.sharedEdition().stamp();
        clock.advance(Duration.ofDays(100));
        String none = feed.sharedEdition().stamp();

        assertThat(two).isNotEqualTo(one);
        assertThat(none).as("long past").isNotIn(one, two);
    }

    /** Name, and whether they make busy, differ. */
    @Test
    void eachCalendarHasItsOwn() {
        assertThat(feed.editionOf(KAVYA).stamp())
                .isNotEqualTo(feed.sharedEdition().stamp())
                .isNotEqualTo(feed.editionOf(new PersonId("ada")).stamp());
    }

    private PostmortemId scheduled() {
        PostmortemId id = scene.postmortem(Severity.SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, Step.DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));
        scene.does(
                id,
                Step.SCHEDULE_MEETING,
                "kavya",
                Map.of("start", "2026-06-12T08:00:00Z", "videoLink", "https://video.example/1"));
        return id;
    }
}
