package org.postmortemflow.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.Scene.responder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** R10: the feeds under their secret addresses, and the calendar's page. */
@ApplicationTest
class CalendarDoorsTest {

    private static final Instant START = Instant.parse("2026-06-12T08:00:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    MeetingRecords meetings;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onlyTheSecretOpensAFeedAndNoSignInIsAskedFor() throws Exception {
        String key = ownKey("liam");

        feed(FeedDoor.SHARED, key).andExpect(status().isOk());
        feed(FeedDoor.MINE, key)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"));
        for (String wrong : List.of("", "x", key + "x", key.substring(1), "x".repeat(5000))) {
            feed(FeedDoor.SHARED, wrong).andExpect(status().isNotFound());
            feed(FeedDoor.MINE, wrong).andExpect(status().isNotFound());
        }
        web.perform(get(FeedDoor.SHARED).with(user("liam"))).andExpect(status().isNotFound());
        web.perform(get("/calendar")).andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    void aNewSecretTakesThePlaceOfTheOldAndAWithdrawnOneOpensNothing() throws Exception {
        String first = ownKey("deniz");
        String second = ownKey("deniz");

        feed(FeedDoor.MINE, first).andExpect(status().isNotFound());
        feed(FeedDoor.MINE, second).andExpect(status().isOk());
        web.perform(post("/calendar/address/withdraw").with(user("deniz")).with(csrf()))
                .andExpect(status().isFound());
        feed(FeedDoor.MINE, second).andExpect(status().isNotFound());
    }

    @Test
    void secretsAreShownOnceAndKeptAsHashes() throws Exception {
        String key = ownKey("goran");

        page("/calendar", "goran")
                .andExpect(content().string(containsString("Replace my addresses")))
                .andExpect(content().string(not(containsString(key))));
        assertThat(jdbc.sql("select key_hash from calendar_key")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .doesNotContain(key)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void theOrganisationsAddressIsForAdministratorsToMakeAndOpensTheSharedCalendarOnly() throws Exception {
        web.perform(post("/calendar/shared-address").with(user("liam")).with(csrf()))
                .andExpect(status().isConflict());
        page("/calendar", "liam").andExpect(content().string(not(containsString("/calendar/shared-address"))));

        String key = key(post("/calendar/shared-address"), "admin");
        feed(FeedDoor.SHARED, key).andExpect(status().isOk());
        feed(FeedDoor.MINE, key).andExpect(status().isNotFound());
    }

    @Test
    void anAddressOfSomebodyWhoLeftOpensNothing() throws Exception {
        String key = ownKey("mei");
        jdbc.sql("update calendar_key set person_id = 'gone' where person_id = 'mei'")
                .update();

        feed(FeedDoor.MINE, key).andExpect(status().isNotFound());
        feed(FeedDoor.SHARED, key).andExpect(status().isNotFound());
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        meeting("Stays as it is");
        String key = ownKey("emeka");
        String etag = Objects.requireNonNull(
                feed(FeedDoor.SHARED, key).andReturn().getResponse().getHeader("ETag"));

        assertThat(etag).as("strong").matches("\"[0-9a-f]+\"");
        web.perform(get(FeedDoor.SHARED).param("key", key).header("If-None-Match", etag))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", etag))
                .andExpect(content().string(""));
        meeting("Comes later");
        web.perform(get(FeedDoor.SHARED).param("key", key).header("If-None-Match", etag))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Comes later")));
    }

    @Test
    void headTellsTheSame() throws Exception {
        meeting("Headed");
        String key = ownKey("emeka");
        MockHttpServletResponse full = feed(FeedDoor.SHARED, key).andReturn().getResponse();

        web.perform(head(FeedDoor.SHARED).param("key", key))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", Objects.requireNonNull(full.getHeader("ETag"))))
                .andExpect(header().longValue("Content-Length", full.getContentAsByteArray().length));
    }

    @Test
    void itIsCompressedForWhoeverTakesItUnderATagOfItsOwn() throws Exception {
        meeting("Squeezed");
        String key = ownKey("emeka");
        MockHttpServletResponse plain = feed(FeedDoor.SHARED, key).andReturn().getResponse();
        MockHttpServletResponse zipped = web.perform(
                        get(FeedDoor.SHARED).param("key", key).header("Accept-Encoding", "deflate, gzip;q=0.5"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andExpect(header().string("Vary", containsString("Accept-Encoding")))
                .andExpect(header().string("Cache-Control", containsString("private")))
                .andReturn()
                .getResponse();

        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(zipped.getContentAsByteArray())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.getContentAsString());
        assertThat(zipped.getHeader("ETag")).isNotEqualTo(plain.getHeader("ETag"));
        web.perform(get(FeedDoor.SHARED).param("key", key).header("Accept-Encoding", "gzip;q=0"))
                .andExpect(header().doesNotExist("Content-Encoding"));
    }

    @Test
    void theMonthShowsMeetingsWithTheirZoneAndLinks() throws Exception {
        PostmortemId id = meeting("<b>Bold</b> & slow");

        page("/calendar", "ada")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("June 2026")))
                .andExpect(content().string(containsString("aria-current=\"date\"")))
                .andExpect(content().string(containsString("10:00 CEST")))
                .andExpect(content().string(containsString("Fri 12 Jun 2026 10:00 CEST")))
                .andExpect(content().string(containsString("/postmortems/" + id)))
                .andExpect(content().string(containsString("You are invited")))
                .andExpect(content().string(containsString("&lt;b&gt;Bold")))
                .andExpect(content().string(not(containsString("<b>Bold"))));
    }

    @Test
    void anotherMonthIsOneStepAwayAndSaysWhenItIsEmpty() throws Exception {
        page("/calendar?month=2031-01", "ada")
                .andExpect(content().string(containsString("No postmortem meeting takes place in this month.")))
                .andExpect(content().string(containsString("month=2030-12")))
                .andExpect(content().string(containsString("month=2031-02")))
                .andExpect(content().string(not(containsString("aria-current=\"date\""))))
                .andExpect(content().string(containsString("This month")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "2026-13", "+999999999-12", "-0001-01", "<script>", ""})
    void whatIsNoMonthIsThisOne(String month) throws Exception {
        web.perform(get("/calendar").param("month", month).with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("June 2026")));
    }

    @Test
    void thePageShowsPrivateMeetingsOnlyToThoseWhoMayReadThem() throws Exception {
        PostmortemId id = meeting("A hole in the wall");
        keepPrivate.makePrivate(id, "still open", new PersonId("ada"));

        page("/calendar", "ada").andExpect(content().string(containsString("A hole in the wall")));
        page("/calendar", "liam").andExpect(content().string(not(containsString("A hole in the wall"))));
        feed(FeedDoor.SHARED, ownKey("ada")).andExpect(content().string(not(containsString("A hole in the wall"))));
    }

    private ResultActions feed(String path, String key) throws Exception {
        return web.perform(get(path).param("key", key));
    }

    private ResultActions page(String address, String person) throws Exception {
        return web.perform(get(address).with(user(person)));
    }

    private String ownKey(String person) throws Exception {
        return key(post("/calendar/address"), person);
    }

    private String key(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder made, String person)
            throws Exception {
        Object shown = web.perform(made.with(user(person)).with(csrf()))
                .andExpect(status().isFound())
                .andReturn()
                .getFlashMap()
                .get("made");
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(shown)).get("All meetings"))
                .replaceFirst(".*key=", "");
    }

    private PostmortemId meeting(String title) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                Severity.SEV_1,
                TestClock.START.minus(Duration.ofHours(2)),
                TestClock.START.minus(Duration.ofHours(1)),
                Resolution.at(TestClock.START),
                List.of(),
                List.of(responder(ResponderRole.INCIDENT_COMMANDER, "ada")),
                "",
                Set.of(),
                null);
        PostmortemId id = Objects.requireNonNull(reportIncident.report(report).postmortem());
        meetings.add(new Meeting(
                id,
                START,
                Duration.ofMinutes(60),
                "https://video.example/1",
                0,
                false,
                null,
                List.of(new Meeting.Attendee(new PersonId("ada"), "Ada", "ada@demo.example", true, "test", null)),
                null));
        return id;
    }
}
