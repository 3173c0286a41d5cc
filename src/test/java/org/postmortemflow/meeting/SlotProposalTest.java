package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.meeting.MeetingScene.owned;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Step.SCHEDULE_MEETING;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R9, R10: people's other meetings are avoided, but the deadline wins; required here are ada, emeka, farah and kavya. */
@RoomSlice
class SlotProposalTest {

    /** Now; the Sev-1's deadline is the start of Sunday, the last working hours are Friday's, until 17:00 in Berlin. */
    private static final Instant THURSDAY_AFTERNOON = Instant.parse("2026-06-11T12:00:00Z");

    @Autowired
    Scene scene;

    @Autowired
    MeetingRecords meetings;

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
    void aFreeSlotSaysThatEverybodyIsFree() {
        PostmortemId id = owned(scene, SEV_2);

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-12T12:00:00Z"));
        assertThat(because(id)).contains("nobody who is required has another postmortem meeting");
    }

    @Test
    void theLastFreeSlotBeforeTheDeadlineIsTakenWhenTheLastOneIsBusy() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(THURSDAY_AFTERNOON);
        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-12T14:00:00Z"));

        busy("2026-06-12T13:30:00Z", 90, "kavya");

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-12T12:30:00Z"));
    }

    @Test
    void aBusySlotInTimeBeatsAFreeOneThatIsLateAndSaysSo() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(Instant.parse("2026-06-12T12:00:00Z"));
        busy("2026-06-12T12:00:00Z", 120, "kavya", "emeka");
        busy("2026-06-12T14:00:00Z", 60, "ada", "emeka", "farah");

        Instant start = proposed(id);

        assertThat(start).as("two are busy, not three").isEqualTo(Instant.parse("2026-06-12T13:00:00Z"));
        assertThat(because(id))
                .contains("the deadline goes first", "Busy then: Emeka Nwosu, Kavya Raman.")
                .doesNotContain("Ada", "Farah");
    }

    /** R13: without the facilitator whom the form proposes it cannot be either. */
    @Test
    void theProposedFacilitatorsTimeCountsAsWell() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(Instant.parse("2026-06-12T13:00:00Z"));
        busy("2026-06-12T13:30:00Z", 30, "liam");
        busy("2026-06-12T14:00:00Z", 60, "deniz");

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-12T14:00:00Z"));
        assertThat(because(id)).contains("Busy then: Deniz");
    }

    @Test
    void aMeetingOfOthersIsAvoidedButDisturbsLess() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(Instant.parse("2026-06-12T12:00:00Z"));
        busy("2026-06-12T12:00:00Z", 120, "liam");
        busy("2026-06-12T14:00:00Z", 60, "ada");

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-12T13:00:00Z"));
        assertThat(because(id)).contains("without anybody who is required here");
    }

    @Test
    void whereNoWorkingHoursAreLeftItIsTheEveningBeforeTheDeadline() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(Instant.parse("2026-06-12T15:00:00Z"));
        busy("2026-06-13T14:00:00Z", 60, "ada");

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-13T14:00:00Z"));
        assertThat(because(id)).contains("No working hours are left", "Busy then: Ada Okafor.");
    }

    @Test
    void afterTheDeadlineTheNextFreeSlotIsProposed() {
        PostmortemId id = owned(scene, SEV_1);
        clock.set(Instant.parse("2026-06-14T12:00:00Z"));
        busy("2026-06-15T07:00:00Z", 60, "ada");

        assertThat(proposed(id)).isEqualTo(Instant.parse("2026-06-15T08:00:00Z"));
        assertThat(because(id)).contains("The deadline has passed");
    }

    @Test
    void aMeetingThatIsOverOrCalledOffOrItsOwnStandsInNobodysWay() {
        PostmortemId id = owned(scene, SEV_2);
        Instant free = proposed(id);
        PostmortemId other = busy(free.toString(), 60, "ada");
        assertThat(proposed(id)).isNotEqualTo(free);

        jdbc.sql("update meeting set cancelled = true where postmortem_id = ?")
                .param(other.value())
                .update();
        assertThat(proposed(id)).isEqualTo(free);

        scene.does(id, SCHEDULE_MEETING, "kavya", Map.of());
        assertThat(proposed(id)).isEqualTo(free);
    }

    private Instant proposed(PostmortemId id) {
        return Instant.parse(String.valueOf(scene.prefill(id, SCHEDULE_MEETING).get("start")));
    }

    private String because(PostmortemId id) {
        return String.valueOf(scene.prefill(id, SCHEDULE_MEETING).get("startBecause"));
    }

    private PostmortemId busy(String start, int minutes, String... persons) {
        PostmortemId other = scene.postmortem(SEV_2);
        List<Meeting.Attendee> attendees = Arrays.stream(persons)
                .map(person -> new Meeting.Attendee(
                        new PersonId(person), person, person + "@demo.example", true, "test", null))
                .toList();
        meetings.add(new Meeting(
                other, Instant.parse(start), Duration.ofMinutes(minutes), null, 0, false, null, attendees, null));
        return other;
    }
}
