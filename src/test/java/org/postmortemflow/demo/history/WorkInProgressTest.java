package org.postmortemflow.demo.history;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.demo.DemoData;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.lifecycle.DoStep;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The postmortems that are at work when the demo starts run in the real process, and people go on with them. */
@ProcessTest
class WorkInProgressTest {

    @Autowired
    Walk walk;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    DoStep doStep;

    @Autowired
    Steps steps;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final DemoData data = new DemoData();

    @BeforeEach
    void begin() {
        walk.reset();
        jdbc.sql("insert into demo_history (id, months, made_at) values (1, 1, ?)")
                .param(clock.instant().atOffset(UTC))
                .update();
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from demo_history").update();
    }

    @Test
    void eachStandsAtItsStepInARunningProcess() {
        WorkInProgress work = new WorkInProgress(reportIncident, doStep, steps, organisation, data, jdbc, clock);
        work.advance();
        assertThat(made()).as("without a made-up past there is nothing to do").isEmpty();

        data.show();
        for (int turn = 0; turn < 20 && !isOver(); turn++) {
            work.advance();
            made().forEach(walk::runJobs);
        }

        assertThat(isOver()).isTrue();
        List<Scene> scenes = Scene.all();
        assertThat(made()).hasSize(scenes.size());
        for (Scene scene : scenes) {
            PostmortemId id = of(scene);
            assertThat(EnumSet.copyOf(walk.openSteps(id))).as(scene.key()).isEqualTo(scene.waiting());
            assertThat(walk.isRunning(id)).isTrue();
        }
        assertThat(walk.escalations(of(scenes.get(scenes.size() - 1)), Step.DESIGNATE_OWNER))
                .as("one is late")
                .isNotEmpty();

        PostmortemId inReview = of(scenes.get(3));
        walk.does(inReview, Step.REVIEW_POSTMORTEM, People.doing(walk.open(inReview, Step.REVIEW_POSTMORTEM)));
        assertThat(walk.openSteps(inReview)).containsExactly(Step.HOLD_MEETING);
        assertThat(walk.status(inReview)).isEqualTo(Status.IN_REVIEW);

        work.advance();
        new WorkInProgress(reportIncident, doStep, steps, organisation, data, jdbc, clock).advance();
        assertThat(walk.openSteps(inReview))
                .as("what is over is not begun again")
                .containsExactly(Step.HOLD_MEETING);
        assertThat(made()).hasSize(scenes.size());
    }

    private boolean isOver() {
        return jdbc.sql("select count(*) from demo_history where open_made_at is not null")
                        .query(Long.class)
                        .single()
                == 1;
    }

    private List<PostmortemId> made() {
        return ids("demo-now-%");
    }

    private PostmortemId of(Scene scene) {
        return ids(scene.key()).get(0);
    }

    private List<PostmortemId> ids(String key) {
        return jdbc
                .sql(
                        "select p.id from postmortem p join incident i on i.id = p.incident_id where i.external_key like ?")
                .param(key)
                .query(UUID.class)
                .list()
                .stream()
                .map(PostmortemId::new)
                .toList();
    }
}
