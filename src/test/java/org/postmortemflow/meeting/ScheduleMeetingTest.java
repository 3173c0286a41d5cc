package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.meeting.MeetingScene.labels;
import static org.postmortemflow.meeting.MeetingScene.owned;
import static org.postmortemflow.shared.Severity.*;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R7, R9 to R11, R13: the meeting is scheduled first, in time, with those who belong there. */
@RoomSlice
class ScheduleMeetingTest {

    @Autowired
    Scene scene;

    @Autowired
    Meetings meetings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aFreeCalendar() {
        jdbc.sql("update meeting set cancelled = true").update();
        clock.reset();
    }

    @Test
    void everybodyWhoBelongsThereIsProposedWithTheReason() {
        Map<String, ?> form = scene.prefill(owned(scene, SEV_1), SCHEDULE_MEETING);

        assertThat(labels(form, "inviteeOptions"))
                .containsExactly(
                        "Kavya Raman: owner of the postmortem, performed the task that stabilised the service, owner of Checkout API (required)",
                        "Ada Okafor: incident commander (required)",
                        "Ben Fischer: scribe (optional)",
                        "Jonas Weber: customer liaison (optional)",
                        "Emeka Nwosu: engineering manager of Checkout (required)",
                        "Farah Haddad: product manager of Checkout (required)");
        assertThat(form).extracting("invitees").isEqualTo(List.of("kavya", "ada", "ben", "jonas", "emeka", "farah"));
    }

    @Test
    void theLiaisonOfALesserIncidentWithoutAffectedCustomersIsOnlyOffered() {
        Map<String, ?> form = scene.prefill(owned(scene, SEV_3), SCHEDULE_MEETING);

        assertThat(labels(form, "inviteeOptions")).anyMatch(label -> label.startsWith("Jonas"));
        assertThat((List<?>) form.get("invitees")).asString().doesNotContain("jonas");
    }

    @Test
    void aFacilitatorDidNotTakePartInTheIncident() {
        Map<String, ?> form = scene.prefill(owned(scene, SEV_1), SCHEDULE_MEETING);

        assertThat(labels(form, "facilitatorOptions")).containsExactly("Deniz Yılmaz: 0 meetings ahead");
        assertThat(form).extracting("facilitator").isEqualTo("deniz");
    }

    @Test
    void facilitatorsWithFewerMeetingsAheadComeFirst() {
        PostmortemId busy = scene.postmortem(SEV_2);
        scene.does(busy, org.postmortemflow.shared.Step.DESIGNATE_OWNER, "ada", Map.of("owner", "liam"));
        scene.does(busy, SCHEDULE_MEETING, "liam", Map.of("facilitator", "deniz"));
        PostmortemId id = scene.postmortem(SEV_2);

        assertThat(labels(scene.prefill(id, SCHEDULE_MEETING), "facilitatorOptions"))
                .containsExactly(
                        "Jonas Weber: 0 meetings ahead",
                        "Kavya Raman: 0 meetings ahead",
                        "Deniz Yılmaz: 1 meeting ahead");
    }

    @ParameterizedTest(name = "{0}: now {1}, proposed {2}")
    @CsvSource({
        // two days ahead: as much time for writing as for reviewing
        "SEV_1, 2026-06-10T12:00:00Z, 2026-06-12T12:00:00Z",
        "SEV_2, 2026-06-10T12:10:00Z, 2026-06-12T12:30:00Z",
        // too late for two days: the last slot in working hours before the deadline
        "SEV_1, 2026-06-11T12:00:00Z, 2026-06-12T14:00:00Z",
        // no working hours left: the evening before the deadline, which wins (R10)
        "SEV_1, 2026-06-12T15:00:00Z, 2026-06-13T14:00:00Z",
        // missed already: the next slot
        "SEV_1, 2026-06-14T12:00:00Z, 2026-06-15T07:00:00Z",
    })
    void theProposalMeetsTheDeadlineIfThatIsStillPossible(
            org.postmortemflow.shared.Severity severity, Instant now, Instant proposed) {
        PostmortemId id = owned(scene, severity);
        clock.set(now);

        assertThat(scene.prefill(id, SCHEDULE_MEETING)).containsEntry("start", proposed.toString());
    }

    @Test
    void aSlotTakenByAnotherPostmortemMeetingIsNotProposed() {
        MeetingScene.scheduled(scene, SEV_1);

        assertThat(scene.prefill(owned(scene, SEV_2), SCHEDULE_MEETING)).containsEntry("start", "2026-06-12T13:00:00Z");
    }

    @Test
    void aSev1IsDiscussedForAnHourOthersForHalfOfIt() {
        assertThat(scene.prefill(owned(scene, SEV_1), SCHEDULE_MEETING)).containsEntry("minutes", 60L);
        assertThat(scene.prefill(owned(scene, SEV_2), SCHEDULE_MEETING)).containsEntry("minutes", 30L);
    }

    @Test
    void whatWasChosenIsKept() {
        PostmortemId id = owned(scene, SEV_1);

        scene.does(
                id,
                SCHEDULE_MEETING,
                "kavya",
                Map.of(
                        "start",
                        "2026-06-12T10:00",
                        "videoLink",
                        "https://video.example/1",
                        "invitees",
                        List.of("mei")));

        Meeting meeting = meetings.of(id).orElseThrow();
        assertThat(meeting.start()).isEqualTo(Instant.parse("2026-06-12T08:00:00Z"));
        assertThat(meeting.length()).isEqualTo(Duration.ofMinutes(60));
        assertThat(meeting.videoLink()).isEqualTo("https://video.example/1");
        assertThat(meeting.sequence()).isZero();
        assertThat(meeting.facilitator()).isEqualTo(new PersonId("deniz"));
        assertThat(scene.history(id)).contains("Meeting: Fri 12 Jun 2026 10:00 CEST, 60 minutes.");
        assertThat(meeting.attendees())
                .as("the owner and the commander stay, whoever is ticked")
                .extracting(Meeting.Attendee::name)
                .containsExactly("Kavya Raman", "Ada Okafor", "Mei Chen", "Deniz Yılmaz");
    }

    @Test
    void theLastMomentBeforeTheDeadlineIsInTimeAndTheDeadlineItselfIsLate() {
        PostmortemId id = owned(scene, SEV_1);

        scene.does(id, SCHEDULE_MEETING, "kavya", Map.of("start", "2026-06-13T23:59"));
        assertRefused(id, "lateReason", Map.of("start", "2026-06-14T00:00"));
        scene.does(id, SCHEDULE_MEETING, "kavya", Map.of("start", "2026-06-14T00:00", "lateReason", "Owner is ill"));

        assertThat(scene.history(id))
                .filteredOn(line -> line.contains("after the deadline"))
                .singleElement()
                .asString()
                .contains("Sev-1", "Owner is ill");
        assertThat(meetings.of(id).orElseThrow().sequence()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMeantIsRefusedBesideItsField() {
        PostmortemId id = owned(scene, SEV_1);

        assertRefused(id, "start", Map.of("start", "tomorrow"));
        assertRefused(id, "start", Map.of("start", "2026-06-10T14:00"));
        assertRefused(id, "minutes", Map.of("minutes", "14"));
        assertRefused(id, "minutes", Map.of("minutes", "121"));
        assertRefused(id, "minutes", Map.of("minutes", "an hour"));
        assertRefused(id, "videoLink", Map.of("videoLink", "javascript:alert(1)"));
        assertRefused(id, "videoLink", Map.of("videoLink", "video.example/1"));
        assertRefused(id, "facilitator", Map.of("facilitator", "kavya"));
        assertRefused(id, "facilitator", Map.of("facilitator", "ben"));
        assertRefused(id, "invitees", Map.of("invitees", List.of("ada", "stranger")));
        assertThat(meetings.of(id)).isEmpty();
    }

    private void assertRefused(PostmortemId id, String field, Map<String, ?> answers) {
        assertThatThrownBy(() -> scene.does(id, SCHEDULE_MEETING, "kavya", answers))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
    }
}
