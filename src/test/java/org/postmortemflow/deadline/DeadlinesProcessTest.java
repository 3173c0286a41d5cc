package org.postmortemflow.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.StoredDeadline.State;
import org.postmortemflow.followup.ChangeState;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.lifecycle.CancelPostmortem;
import org.postmortemflow.lifecycle.ChangeSeverity;
import org.postmortemflow.meeting.MoveMeeting;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The deadlines of a postmortem as they are kept while it goes through the real process. */
@ProcessTest
class DeadlinesProcessTest {

    private static final PersonId MANAGER = new PersonId("emeka");

    @Autowired
    Walk walk;

    @Autowired
    StoredDeadlines deadlines;

    @Autowired
    WatchDeadlines watch;

    @Autowired
    ExcuseDeadline excuse;

    @Autowired
    ChangeSeverity changeSeverity;

    @Autowired
    MoveMeeting moveMeeting;

    @Autowired
    CancelPostmortem cancel;

    @Autowired
    ChangeState changeState;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void whoDoesEverythingInTimeMeetsEveryDeadline() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.PUBLISH_EXTERNAL_MESSAGE);
        walk.does(id, Step.PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);

        assertThat(deadlines.of(id)).extracting(StoredDeadline::kind).containsExactly(DeadlineKind.values());
        assertThat(deadlines.of(id)).allSatisfy(one -> {
            State expected = one.kind() == DeadlineKind.FOLLOW_UP_DONE ? State.OPEN : State.MET;
            assertThat(one.state(clock.instant())).as(one.toString()).isEqualTo(expected);
            assertThat(one.rule()).startsWith("R");
            assertThat(one.breachedAt()).isNull();
        });
        String followUp = the(id, DeadlineKind.FOLLOW_UP_DONE).subject();
        changeState.change(UUID.fromString(followUp), FollowUp.State.DONE, "", null, People.OWNER);
        assertThat(state(id, DeadlineKind.FOLLOW_UP_DONE)).isEqualTo(State.MET);
        assertThat(walk.history(id)).noneMatch(line -> line.startsWith("Deadline"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REVIEW_ASKED")
    void aMissedDeadlineIsNotedOnceAndCanBeExcusedByAManager(DeadlineKind kind) {
        PostmortemId id = walk.incident(kind == DeadlineKind.SEVERITY_SET ? null : SEV_1);
        walk.upTo(id, whileWaitingFor(kind));
        StoredDeadline open = the(id, kind);

        walk.passUntil(id, open.due().minusMillis(1));
        watch.markBreaches();
        assertThat(state(id, kind)).isEqualTo(State.OPEN);
        assertThat(the(id, kind).breachedAt()).isNull();

        walk.passUntil(id, open.due());
        watch.markBreaches();
        watch.markBreaches();
        assertThat(state(id, kind)).isEqualTo(State.LATE);
        assertThat(the(id, kind).breachedAt()).isEqualTo(open.due());
        assertThat(walk.history(id))
                .filteredOn(line -> line.startsWith("Deadline missed: " + kind.label() + ","))
                .hasSize(1);

        String reason = "The whole team was at another incident";
        assertThatThrownBy(() -> excuse.excuse(id, kind, open.subject(), reason, People.SCRIBE))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> excuse.excuse(id, kind, open.subject(), " ", MANAGER))
                .isInstanceOf(Refused.class);
        excuse.excuse(id, kind, open.subject(), reason, MANAGER);
        assertThat(state(id, kind)).isEqualTo(State.EXCUSED);
        assertThat(walk.history(id)).last().asString().startsWith("Deadline excused: " + kind.label());
    }

    @Test
    void anExcusedStepIsNotEscalatedFurther() {
        PostmortemId id = walk.incident(SEV_1);
        walk.passUntil(id, the(id, DeadlineKind.OWNER_DESIGNATED).due());
        assertThat(walk.escalations(id, Step.DESIGNATE_OWNER)).hasSize(1);

        excuse.excuse(id, DeadlineKind.OWNER_DESIGNATED, "", "Tomorrow is soon enough", MANAGER);
        walk.passUntil(id, clock.instant().plus(Duration.ofDays(2)));

        assertThat(walk.escalations(id, Step.DESIGNATE_OWNER)).hasSize(1);
    }

    @Test
    void theReviewThatTheProcessAsksForByItselfIsInTime() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.COLLECT_TIMELINE);
        walk.passUntil(id, the(id, DeadlineKind.REVIEW_ASKED).due());

        assertThat(state(id, DeadlineKind.REVIEW_ASKED)).isEqualTo(State.MET);
        assertThat(state(id, DeadlineKind.CONTENT_COMPLETE)).isEqualTo(State.LATE);
    }

    @Test
    void aChangedSeverityMovesTheMeetingsDeadlineSaysWhyAndEscalatesNothingAgain() {
        PostmortemId id = walk.incident(SEV_2);
        walk.passUntil(id, the(id, DeadlineKind.OWNER_DESIGNATED).due());
        List<String> escalated = walk.escalations(id, Step.DESIGNATE_OWNER);
        assertThat(escalated).hasSize(1);

        changeSeverity.change(id, "sev-1", "More customers than we knew", People.COMMANDER);
        walk.runJobs(id);

        assertThat(the(id, DeadlineKind.MEETING_HELD).due()).isEqualTo(Instant.parse("2026-06-13T22:00:00Z"));
        assertThat(walk.history(id))
                .contains("Deadlines moved: Meeting held from Thu 18 Jun 2026 00:00 CEST to Sun 14 Jun 2026 00:00 CEST."
                        + " Why: severity Sev-2 → Sev-1.");
        assertThat(walk.escalations(id, Step.DESIGNATE_OWNER)).isEqualTo(escalated);
    }

    @Test
    void aMovedMeetingMovesWhatCountsFromItAndSaysWhy() {
        PostmortemId id = walk.incident(SEV_2);
        walk.upTo(id, Step.COLLECT_TIMELINE);
        Instant before = walk.meeting(id).start();

        moveMeeting.move(id, before.plus(Duration.ofDays(1)), 30, "", People.OWNER);
        walk.runJobs(id);

        assertThat(the(id, DeadlineKind.CONTENT_COMPLETE).due()).isEqualTo(before);
        assertThat(the(id, DeadlineKind.MEETING_HELD).due()).isEqualTo(Instant.parse("2026-06-17T22:00:00Z"));
        assertThat(walk.history(id))
                .filteredOn(line ->
                        line.startsWith("Deadlines moved: Review asked for, Content complete, Follow-ups opened from"))
                .singleElement()
                .asString()
                .contains("Why: meeting ");
    }

    @Test
    void aMeetingAfterItsDeadlineIsSetWithAReasonThatEverybodySees() throws Exception {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.COLLECT_TIMELINE);
        Instant inTime = walk.meeting(id).start();

        moveMeeting.move(
                id, Instant.parse("2026-06-15T12:00:00Z"), 30, "<b>The vendor</b> comes on Monday", People.OWNER);
        walk.runJobs(id);

        assertThat(the(id, DeadlineKind.MEETING_HELD).isPlannedLate()).isTrue();
        assertThat(state(id, DeadlineKind.MEETING_HELD)).isEqualTo(State.OPEN);
        // the first page shows only so many
        jdbc.sql("delete from postmortem_fact_service where postmortem_id <> ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from postmortem_fact where postmortem_id <> ?")
                .param(id.value())
                .update();
        for (String page : List.of("/", "/postmortems/" + id)) {
            web.perform(get(page).with(user("ines")))
                    .andExpect(content().string(containsString("&lt;b&gt;The vendor&lt;/b&gt; comes on Monday")))
                    .andExpect(content().string(not(containsString("<b>The vendor"))));
        }
        web.perform(get("/api/postmortems/" + id).with(user("ines")))
                .andExpect(jsonPath("$.deadlines[?(@.kind=='meeting-held')].lateReason.by")
                        .value("kavya"))
                .andExpect(
                        jsonPath("$.deadlines[?(@.kind=='meeting-held')].rule").value("R9: 3 calendar days"));

        moveMeeting.move(id, inTime.plus(Duration.ofMinutes(30)), 30, "", People.OWNER);
        walk.runJobs(id);
        assertThat(the(id, DeadlineKind.MEETING_HELD).lateReason()).isNull();
        assertThat(the(id, DeadlineKind.MEETING_HELD).isPlannedLate()).isFalse();
    }

    @Test
    void changedSettingsComputeOpenDeadlinesAgainOnceAndLeaveWhatIsMetAlone() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.COLLECT_TIMELINE);
        Instant due = the(id, DeadlineKind.CONTENT_COMPLETE).due();
        walk.passUntil(id, due);
        List<String> escalated = walk.escalations(id, Step.COLLECT_TIMELINE);
        Instant designate = the(id, DeadlineKind.OWNER_DESIGNATED).due();
        // as other settings had left it
        jdbc.sql("""
                update deadline set version = 'before', rule = 'R26: 25 h before', due = dateadd(hour, -1, due)
                where postmortem_id = ?
                """).param(id.value()).update();

        watch.recompute();
        watch.recompute();

        assertThat(the(id, DeadlineKind.CONTENT_COMPLETE).due()).isEqualTo(due);
        assertThat(the(id, DeadlineKind.OWNER_DESIGNATED).due()).isEqualTo(designate.minus(Duration.ofHours(1)));
        assertThat(walk.history(id))
                .filteredOn(line -> line.contains("Why: ") && line.contains("the rule was \"R26: 25 h before\""))
                .hasSize(1);
        walk.runJobs(id);
        assertThat(walk.escalations(id, Step.COLLECT_TIMELINE)).isEqualTo(escalated);
    }

    @Test
    void aCancelledPostmortemHasNoOpenDeadlines() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.COLLECT_TIMELINE);

        cancel.cancel(id, "Two reports of one incident", People.OWNER);
        walk.runJobs(id);
        clock.advance(Duration.ofDays(60));
        watch.markBreaches();

        assertThat(deadlines.of(id)).isNotEmpty().noneMatch(StoredDeadline::isOpen);
        assertThat(deadlines.open(clock.instant()))
                .noneMatch(one -> one.postmortem().equals(id));
        assertThat(walk.history(id)).noneMatch(line -> line.startsWith("Deadline missed"));
    }

    private static Step whileWaitingFor(DeadlineKind kind) {
        return switch (kind) {
            case SEVERITY_SET -> Step.SET_SEVERITY;
            case OWNER_DESIGNATED -> Step.DESIGNATE_OWNER;
            case INVITES_OUT, MEETING_HELD -> Step.SCHEDULE_MEETING;
            case REVIEW_ASKED, CONTENT_COMPLETE, FOLLOW_UPS_OPENED -> Step.COLLECT_TIMELINE;
            case REVIEW_DONE -> Step.REVIEW_POSTMORTEM;
            case MEETING_RECORDED -> Step.HOLD_MEETING;
            case MESSAGE_POSTED, FOLLOW_UP_DONE -> Step.PUBLISH_EXTERNAL_MESSAGE;
        };
    }

    private StoredDeadline the(PostmortemId id, DeadlineKind kind) {
        return deadlines.of(id).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No deadline " + kind));
    }

    private State state(PostmortemId id, DeadlineKind kind) {
        return the(id, kind).state(clock.instant());
    }
}
