package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.meeting.MeetingScene.labels;
import static org.postmortemflow.meeting.MeetingScene.scheduled;
import static org.postmortemflow.meeting.MeetingScene.with;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.HOLD_MEETING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R8, R12 to R14: the meeting's record. */
@RoomSlice
class HoldMeetingTest {

    private static final Map<String, Object> AGREED = Map.of("contentAgreed", true);

    @Autowired
    Scene scene;

    @Autowired
    Meetings meetings;

    @Autowired
    FollowUps followUps;

    @Autowired
    ExternalMessages messages;

    @Autowired
    Postmortems postmortems;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private PostmortemId id;

    @BeforeEach
    void theMeetingBegins() {
        jdbc.sql("update meeting set cancelled = true").update();
        clock.reset();
        id = scheduled(scene, SEV_1);
        followUps.write(
                id, List.of(draft("Add an alert", false), draft("Split the queue", true)), "", new PersonId("kavya"));
        postmortems.moveTo(id, Status.IN_REVIEW, null, null);
        clock.set(meetings.of(id).orElseThrow().start());
    }

    @Test
    void theAgendaNamesWhatIsToBeDiscussedAndWhoSpeaks() {
        String agenda = String.valueOf(scene.prefill(id, HOLD_MEETING).get("agenda"));

        assertThat(agenda)
                .contains("Kavya Raman summarises causes and timeline (24 min)", "To discuss: Split the queue")
                .contains("external message is reviewed")
                .doesNotContain("To discuss: Add an alert");
    }

    @Test
    void followUpsToDiscussStandFirst() {
        List<?> rows = (List<?>) scene.prefill(id, HOLD_MEETING).get("decisions");

        assertThat(rows).first().asString().contains("Split the queue");
        assertThat(labels(scene.prefill(id, HOLD_MEETING), "decisionOptions"))
                .containsExactly("Agreed", "Changed", "Declined");
    }

    @Test
    void attendanceAndDecisionsAreKeptAndThePostmortemIsReviewed() {
        messages.draft(id, "s", "h", "w");

        scene.does(
                id,
                HOLD_MEETING,
                "deniz",
                Map.of(
                        "contentAgreed", "true",
                        "messageApproved", "true",
                        "attended", List.of("kavya", "deniz"),
                        "notes", "Short and clear",
                        "decisions", decisions("declined", "Costs more than it saves")));

        Meeting meeting = meetings.of(id).orElseThrow();
        assertThat(meeting.heldAt()).isEqualTo(clock.instant());
        assertThat(meeting.attendees())
                .filteredOn(attendee -> Boolean.TRUE.equals(attendee.attended()))
                .extracting(Meeting.Attendee::name)
                .containsExactlyInAnyOrder("Kavya Raman", "Deniz Yılmaz");
        assertThat(meeting.attendees()).noneMatch(attendee -> attendee.attended() == null);
        assertThat(followUps.of(id)).extracting(FollowUp::decision).containsExactly(Decision.DECLINED, Decision.AGREED);
        assertThat(followUps.of(id).get(0).decisionReason()).isEqualTo("Costs more than it saves");
        assertThat(messages.of(id).orElseThrow().approved()).isTrue();
        assertThat(postmortems.get(id).status()).isEqualTo(Status.REVIEWED);
        assertThat(scene.history(id))
                .filteredOn(line -> line.startsWith("Meeting held"))
                .singleElement()
                .asString()
                .contains("Kavya Raman", "1 agreed, 1 declined", "was approved", "Notes: Short and clear")
                .doesNotContain("Ada");
    }

    @Test
    void aMessageThatWasNotApprovedIsNotPosted() {
        messages.draft(id, "s", "h", "w");

        scene.does(id, HOLD_MEETING, "deniz", AGREED);

        assertThat(messages.of(id).orElseThrow().approved()).isFalse();
    }

    @Test
    void withoutADraftThereIsNothingToApprove() {
        scene.does(id, HOLD_MEETING, "deniz", with(AGREED, "messageApproved", true));

        assertThat(messages.of(id)).isEmpty();
        assertThat(scene.history(id))
                .filteredOn(line -> line.startsWith("Meeting held"))
                .singleElement()
                .asString()
                .doesNotContain("external message");
    }

    @Test
    void beforeItStartsAMeetingCannotBeRecorded() {
        clock.set(clock.instant().minusMillis(1));

        assertRefused(AGREED, "");
    }

    @Test
    void contentThatWasNotAgreedNeedsAnotherRoundAndStaysInReview() {
        assertRefused(Map.of("contentAgreed", "false"), "contentAgreed");
    }

    @Test
    void somebodyMustHaveBeenThere() {
        assertRefused(with(AGREED, "attended", List.of()), "attended");
        assertRefused(with(AGREED, "attended", "stranger"), "attended");
    }

    @Test
    void whatIsChangedOrDeclinedHasAReason() {
        assertRefused(with(AGREED, "decisions", decisions("changed", " ")), "decisions[0].reason");
        assertRefused(with(AGREED, "decisions", decisions("declined", "")), "decisions[0].reason");
        assertRefused(with(AGREED, "decisions", decisions("maybe", "")), "decisions[0].decision");
    }

    @Test
    void everyFollowUpIsDecidedOnAndThoseOfOtherPostmortemsAreLeftAlone() {
        assertRefused(with(AGREED, "decisions", decisions("agreed", "").subList(0, 1)), "decisions");
        PostmortemId other = scene.postmortem(SEV_1);
        followUps.write(other, List.of(draft("Rename the queue", false)), "", new PersonId("kavya"));
        Map<String, Object> foreign = new HashMap<>(decisions("declined", "no").get(0));
        foreign.put("followUpId", followUps.of(other).get(0).id().toString());
        List<Object> rows = new java.util.ArrayList<>(decisions("agreed", ""));
        rows.add(foreign);

        scene.does(id, HOLD_MEETING, "deniz", with(AGREED, "decisions", rows));

        assertThat(followUps.of(other).get(0).decision()).isNull();
    }

    private void assertRefused(Map<String, ?> answers, String field) {
        assertThatThrownBy(() -> scene.does(id, HOLD_MEETING, "deniz", answers))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys(field));
        assertThat(meetings.of(id).orElseThrow().heldAt()).isNull();
        assertThat(followUps.of(id)).allMatch(followUp -> followUp.decision() == null);
        assertThat(postmortems.get(id).status()).isEqualTo(Status.IN_REVIEW);
    }

    /** The first follow-up as said, the second agreed. */
    private List<Map<String, Object>> decisions(String decision, String reason) {
        return List.of(
                Map.of("followUpId", followUps.of(id).get(0).id().toString(), "decision", decision, "reason", reason),
                Map.of("followUpId", followUps.of(id).get(1).id().toString(), "decision", "agreed", "reason", ""));
    }

    private static Draft draft(String title, boolean discuss) {
        return new Draft(null, title, Kind.DETECTION, "checkout", "P1", null, discuss, "");
    }
}
