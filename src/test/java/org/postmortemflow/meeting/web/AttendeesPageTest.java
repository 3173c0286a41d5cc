package org.postmortemflow.meeting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
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
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.MeetingRecords;
import org.postmortemflow.meeting.Samples;
import org.postmortemflow.meeting.Samples.Answering;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes, on the page and by REST. */
@ApplicationTest
class AttendeesPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    MeetingRecords meetings;

    @Autowired
    TransactionTemplate transaction;

    private PostmortemId id;

    @BeforeEach
    void aMeetingThatAttendeesKnowOf() {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                "Checkout <b>was</b> slow",
                Severity.SEV_1,
                TestClock.START.minus(Duration.ofHours(2)),
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("checkout-api", "checkout-api")),
                List.of(new ReportedResponder(
                        ResponderRole.INCIDENT_COMMANDER, new Mention("ada@demo.example", "Ada"))),
                "",
                Set.of(),
                null);
        id = Objects.requireNonNull(reportIncident.report(report).postmortem());
        transaction.executeWithoutResult(status -> {
            meetings.add(new Meeting(
                    id,
                    TestClock.START.plus(Duration.ofDays(2)),
                    Duration.ofHours(1),
                    null,
                    0,
                    false,
                    null,
                    List.of(
                            attendee("ada", "Ada Okafor", true, "incident commander"),
                            attendee("emeka", "Emeka Nwosu", true, "engineering manager of Checkout"),
                            attendee("ben", "Ben Fischer", false, "scribe")),
                    null));
            meetings.tell(id, 0);
        });
    }

    @Test
    void aReplyThatIsHandedInStandsOnThePageAndMissingPeopleAreAHintToThoseWhoCanActOnIt() throws Exception {
        handsIn("admin", "text/calendar", Samples.calendar("exchange", Answering.emeka(id, TestClock.START)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("counted"))
                .andExpect(jsonPath("$.postmortem").value(id.toString()));

        reads("ada", "/postmortems/" + id)
                .andExpect(content().string(containsString("Who comes to the meeting")))
                .andExpect(content().string(containsString("Emeka Nwosu declined")))
                .andExpect(content().string(containsString("I am at the dentist, sorry.")))
                .andExpect(content().string(containsString("0 of 3 come, 2 have not answered.")));
        reads("ben", "/postmortems/" + id)
                .andExpect(content().string(not(containsString("Emeka Nwosu declined"))))
                .andExpect(content().string(containsString("Do you come?")));
        web.perform(get("/api/postmortems/" + id + "/attendees").with(httpBasic("ben", "demo")))
                .andExpect(jsonPath("$[1].answer").value("declined"))
                .andExpect(jsonPath("$[0].answer").isEmpty());
    }

    @Test
    void onlyOnesOwnReplyIsHandedInAndOnlyByThoseWhoSignIn() throws Exception {
        String ada = Samples.calendar("apple", Answering.ada(id, TestClock.START));

        web.perform(post("/api/calendar/replies").contentType("text/calendar").content(ada))
                .andExpect(status().isUnauthorized());
        handsIn("ben", "text/calendar", ada).andExpect(status().isConflict());
        handsIn("ben", "text/calendar", "hello").andExpect(status().isBadRequest());
        handsIn("admin", "text/plain", ada).andExpect(status().isUnsupportedMediaType());
        handsIn("admin", "text/calendar", "x".repeat(1024 * 1024 + 1))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        handsIn("ada", "text/calendar", ada).andExpect(jsonPath("$.outcome").value("counted"));
        handsIn("ada", "text/calendar", ada).andExpect(jsonPath("$.outcome").value("repeated"));
    }

    @Test
    void whatNobodyCanMakeUseOfIsForAdministratorsToSee() throws Exception {
        String subject = "Hello <script>" + UUID.randomUUID();
        handsIn("admin", "message/rfc822", "From: eve@x.example\r\nSubject: " + subject + "\r\n\r\nHi there")
                .andExpect(jsonPath("$.outcome").value("kept"));

        reads("admin", "/replies")
                .andExpect(content().string(containsString(subject.replace("<script>", "&lt;script&gt;"))))
                .andExpect(content().string(containsString("somebody wrote to the service mailbox")));
        reads("ada", "/replies").andExpect(status().isConflict());
    }

    @Test
    void attendeesAreChangedByFormAndNothingTypedIsLost() throws Exception {
        String page = "/postmortems/" + id + "/attendees";
        web.perform(post(page)
                        .with(user("ada"))
                        .with(csrf())
                        .param("name", "Val Vendor")
                        .param("email", "not an address"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Val Vendor")))
                .andExpect(content().string(containsString("Please give an e-mail address")))
                .andExpect(content().string(containsString("Please say why they are needed")));
        web.perform(post(page)
                        .with(user("ada"))
                        .with(csrf())
                        .param("person", "goran")
                        .param("reason", "knows the cluster"))
                .andExpect(status().is3xxRedirection());
        web.perform(post(page + "/take-off").with(user("ada")).with(csrf()).param("off", "ben@demo.example"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please give the reason")));
        web.perform(delete("/api" + page + "/ben@demo.example")
                        .param("reason", "on leave")
                        .with(httpBasic("ada", "demo")))
                .andExpect(status().isNoContent());

        reads("ada", page)
                .andExpect(content().string(containsString("knows the cluster")))
                .andExpect(content().string(containsString("Taken off the list")));
        assertThat(meetings.of(id).orElseThrow().attendees())
                .extracting(Meeting.Attendee::name)
                .containsExactly("Ada Okafor", "Emeka Nwosu", "Goran Petrović");
        web.perform(post(page)
                        .with(user("liam"))
                        .with(csrf())
                        .param("person", "mei")
                        .param("reason", "x"))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void anAttendeeAnswersWithOneButton() throws Exception {
        web.perform(post("/postmortems/" + id + "/attendees/answer")
                        .with(user("ben"))
                        .with(csrf())
                        .param("answer", "accepted"))
                .andExpect(status().is3xxRedirection());

        reads("ben", "/postmortems/" + id).andExpect(content().string(containsString("Your answer: Accepted")));
        web.perform(post("/api/postmortems/" + id + "/attendees/answer")
                        .with(httpBasic("ines", "demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"answer\": \"accepted\"}"))
                .andExpect(status().isConflict());
    }

    private ResultActions handsIn(String person, String type, String body) throws Exception {
        return web.perform(post("/api/calendar/replies")
                .with(httpBasic(person, "demo"))
                .contentType(type)
                .content(body));
    }

    private ResultActions reads(String person, String address) throws Exception {
        return web.perform(get(address).with(user(person)));
    }

    private static Meeting.Attendee attendee(String id, String name, boolean required, String reason) {
        return new Meeting.Attendee(new PersonId(id), name, id + "@demo.example", required, reason, null);
    }
}
