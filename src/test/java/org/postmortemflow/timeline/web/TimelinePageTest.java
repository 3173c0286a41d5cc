package org.postmortemflow.timeline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.EditTimeline;
import org.postmortemflow.timeline.Items;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** R17: the timeline's page, as a browser without scripts uses it. */
@ApplicationTest
class TimelinePageTest {

    private static final PersonId BEN = new PersonId("ben");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Timelines timelines;

    @Autowired
    EditTimeline edit;

    private PostmortemId id;
    private String address;

    @BeforeEach
    void anIncident() {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                "Checkout was slow",
                Severity.SEV_1,
                null,
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("checkout-api", "checkout-api")),
                List.of(),
                "",
                Set.of(),
                null);
        id = Objects.requireNonNull(reportIncident.report(report).postmortem());
        address = "/postmortems/" + id + "/timeline";
    }

    @Test
    void anEmptyTimelineSaysWhatToDoNext() throws Exception {
        reads("ada", address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No row yet")))
                .andExpect(content().string(not(containsString("timeline.svg"))));
        reads("ada", "/postmortems/" + id).andExpect(content().string(containsString("Write the timeline")));
        reads("ada", address + ".svg").andExpect(status().isNotFound());
    }

    @Test
    void severalRowsAreAddedAtOnceInTheWritersOwnZone() throws Exception {
        sends(
                        "hana",
                        address,
                        "rows[0].at",
                        "2026-06-10T21:05",
                        "rows[0].event",
                        "Alert",
                        "rows[0].kind",
                        "detected",
                        "rows[1].event",
                        "",
                        "rows[2].at",
                        "2026-06-10T20:41",
                        "rows[2].event",
                        "Release",
                        "rows[2].severity",
                        "sev-2")
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("notice", "2 rows were added."));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::at, TimelineItem::kind, TimelineItem::severity)
                .containsExactly(
                        tuple(Items.at("11:41"), TimelineKind.STATUS_CHANGE, Severity.SEV_2),
                        tuple(Items.at("12:05"), TimelineKind.DETECTED, null));
        reads("ada", address)
                .andExpect(content()
                        .string(allOf(
                                containsString("14:05 CEST"),
                                containsString("12:05 UTC"),
                                containsString("Time in Europe/Berlin"))));
        reads("hana", address)
                .andExpect(content().string(allOf(containsString("21:05 JST"), containsString("Time in Asia/Tokyo"))));
    }

    @Test
    void aTimeThatComesTwiceIsAskedForAndWhatWasTypedStays() throws Exception {
        sends("ada", address, "rows[0].at", "2026-10-25T02:30", "rows[0].event", "In the night <b>")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("came twice"),
                                containsString("name=\"rows[0].offset\""),
                                containsString("In the night &lt;b&gt;"))));
        sends("ada", address, "rows[0].at", "2026-03-29T02:30", "rows[0].event", "In the gap")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("did not exist")));
        assertThat(timelines.of(id)).isEmpty();

        sends("ada", address, "rows[0].at", "2026-10-25T02:30", "rows[0].offset", "+01:00", "rows[0].event", "Then");
        TimelineItem item = timelines.of(id).get(0);
        assertThat(item.at()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        reads("ada", address + "?edit=" + item.id())
                .andExpect(content().string(containsString("value=\"+01:00\" selected")));
    }

    @Test
    void oneRowIsChangedInTextAndTimeAndATimeThatWasNotTouchedStaysExact() throws Exception {
        TimelineItem item =
                TimelineItem.of(Instant.parse("2026-06-10T12:05:07.123456Z"), "Alert", TimelineKind.DETECTED, "");
        timelines.add(id, List.of(item), BEN);

        saves("ada", item, 0, "2026-06-10T14:05:07", "The alert fired").andExpect(status().is3xxRedirection());
        assertThat(timelines.of(id)).singleElement().satisfies(now -> {
            assertThat(now.at()).isEqualTo(item.at());
            assertThat(now.event()).isEqualTo("The alert fired");
            assertThat(now.id()).isEqualTo(item.id());
        });
        saves("ada", item, 1, "2026-06-10T14:06", "The alert fired");
        assertThat(timelines.of(id).get(0).at()).isEqualTo(Items.at("12:06"));
        reads("ada", address)
                .andExpect(content().string(containsString("event: Alert → The alert fired")))
                .andExpect(content().string(containsString("Ben Fischer")));
    }

    @Test
    void whoIsTooLateSeesBothAndLosesNothingTyped() throws Exception {
        TimelineItem item = TimelineItem.of(Items.at("12:05"), "Alert", TimelineKind.DETECTED, "");
        timelines.add(id, List.of(item), BEN);
        saves("ben", item, 0, "2026-06-10T14:05", "Ben's words");

        saves("ada", item, 0, "2026-06-10T14:05", "Ada's words")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ben Fischer changed this row meanwhile"),
                                containsString("Ben&#39;s words"),
                                containsString("Ada&#39;s words"),
                                containsString("name=\"version\" value=\"1\""))));
        assertThat(timelines.of(id).get(0).event()).isEqualTo("Ben's words");

        edit.delete(id, item.id(), 1, BEN);
        saves("ada", item, 1, "2026-06-10T14:05", "Ada's words")
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ben Fischer deleted this row meanwhile"),
                                containsString("Ada&#39;s words"))));
        assertThat(timelines.of(id)).isEmpty();
    }

    @Test
    void noiseIsPutAsideKeptAndShownAgain() throws Exception {
        TimelineItem item = TimelineItem.of(Items.at("12:05"), "Chatter", TimelineKind.ACTION, "");
        timelines.add(id, List.of(item), BEN);

        sends("ada", address + "/" + item.id() + "/hide", "version", "0").andExpect(status().is3xxRedirection());
        reads("ada", address).andExpect(content().string(containsString("One row was put aside")));
        reads("ada", "/postmortems/" + id).andExpect(content().string(containsString("Write the timeline")));
        sends("ada", address + "/" + item.id() + "/show", "version", "1");
        assertThat(timelines.of(id)).containsExactly(item);
        sends("ada", address + "/" + item.id() + "/burn", "version", "2").andExpect(status().isNotFound());
    }

    @Test
    void hostileTextIsShownAsTextAndOnlyWebLinksAreLinks() throws Exception {
        timelines.add(
                id,
                List.of(
                        TimelineItem.of(
                                Items.at("12:05"),
                                "<script>alert(1)</script>",
                                TimelineKind.CAUSE_BEGAN,
                                "javascript:alert(1)"),
                        TimelineItem.of(
                                Items.at("12:06"), "x", TimelineKind.RESOLVED, "https://metric.example/?a=1&b=2")),
                BEN);

        for (String page : List.of(address, "/postmortems/" + id)) {
            reads("ada", page)
                    .andExpect(status().isOk())
                    .andExpect(content()
                            .string(allOf(
                                    not(containsString("<script>alert")),
                                    not(containsString("href=\"javascript")),
                                    containsString("href=\"https://metric.example/?a=1&amp;b=2\""),
                                    containsString("▶ Cause began"),
                                    containsString("✓ Resolved"))));
        }
    }

    @Test
    void thePictureIsServedSafelyAndOnlyToPeopleWhoSignedIn() throws Exception {
        timelines.add(id, Items.wholeIncident(), BEN);

        reads("ada", address + ".svg?size=narrow")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/svg+xml;charset=UTF-8"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("default-src 'none'"),
                                        containsString("sandbox"),
                                        not(containsString("script")))))
                .andExpect(content().string(containsString("14:05 Detected")));
        reads("hana", address + ".svg").andExpect(content().string(containsString("21:05 Detected")));
        web.perform(get(address + ".svg")).andExpect(status().is3xxRedirection());
        reads("ada", "/postmortems/" + UUID.randomUUID() + "/timeline.svg").andExpect(status().isNotFound());
    }

    @Test
    void figuresAndHintsAreShownAndWhatIsOutOfOrderKeepsItsPlaceAsWritten() throws Exception {
        timelines.add(
                id,
                List.of(
                        TimelineItem.of(Items.at("12:00"), "Alert", TimelineKind.DETECTED, "https://metric.example"),
                        TimelineItem.of(Items.at("13:08"), "Mail", TimelineKind.ACTION, ""),
                        TimelineItem.of(Items.at("13:07"), "Ticket", TimelineKind.RESOLVED, "")),
                BEN);

        reads("ada", address)
                .andExpect(content()
                        .string(allOf(
                                containsString("1 of 3 rows have evidence."),
                                containsString("Written as row 3, out of order"),
                                containsString("nothing is written for 1 h 7 min"),
                                containsString("no row tells &#39;Cause began&#39; yet"),
                                containsString("Not known yet"))));
    }

    private ResultActions reads(String person, String where) throws Exception {
        return web.perform(get(where).with(user(person)));
    }

    private ResultActions saves(String person, TimelineItem item, int version, String at, String event)
            throws Exception {
        return sends(
                person,
                address + "/" + item.id(),
                "version",
                String.valueOf(version),
                "rows[0].at",
                at,
                "rows[0].event",
                event,
                "rows[0].kind",
                item.kind().key());
    }

    private ResultActions sends(String person, String where, String... typed) throws Exception {
        return Sending.form(web, person, where, typed);
    }
}
