package org.postmortemflow.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.*;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new version of the model is deployed beside running postmortems, which are carried over to it. */
@ProcessTest
class ModelUpgradeProcessTest {

    private static final String NEW_STEP = "Task_AskLawyers";

    @Autowired
    Walk walk;

    @Autowired
    ModelUpgrade upgrade;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService running;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    Steps steps;

    @Autowired
    JdbcClient jdbc;

    private final List<Deployment> deployed = new ArrayList<>();

    @BeforeEach
    void begin() {
        walk.reset();
        othersAreOver();
    }

    /** What other tests left running is not of this test, and the application is theirs again afterwards. */
    @AfterEach
    void end() {
        othersAreOver();
        deployed.forEach(deployment -> repository.deleteDeployment(deployment.getId(), true, true, true));
    }

    @Test
    void postmortemsAtAllKindsOfStepsGoOnInTheNewVersionWithoutASecondMail() throws IOException {
        Map<Place, List<String>> mailsWithoutUpgrade = new HashMap<>();
        for (Place place : Place.values()) {
            walk.reset();
            PostmortemId id = arrivedAt(place);
            goOn(id, place);
            mailsWithoutUpgrade.put(place, mails(id));
        }
        walk.reset();
        Map<Place, PostmortemId> ids = new HashMap<>();
        for (Place place : Place.values()) {
            ids.put(place, arrivedAt(place));
        }
        deploy(new ChangedModel(repository)
                .renamed("Designate owner", "Name owner")
                .withLaterTimeline()
                .withStepBeforeMeeting(NEW_STEP));
        Map<PostmortemId, String> before = seen(ids);

        UpgradeReport tried = upgrade.dryRun();

        assertThat(tried.complete()).isTrue();
        assertThat(tried.text()).contains("nothing was changed", Place.values().length + " can be carried over");
        assertThat(seen(ids)).isEqualTo(before);
        assertThat(ids.values()).allSatisfy(id -> assertThat(version(id)).isEqualTo(version(before)));

        UpgradeReport done = upgrade.run();

        assertThat(done.complete()).isTrue();
        assertThat(done.text()).contains(Place.values().length + " carried over, 0 stayed");
        assertThat(upgrade.run().text()).contains("Everything that runs is on the newest version");
        assertThat(names(ids.get(Place.DESIGNATION))).containsExactly("Name owner");
        ids.forEach((place, id) -> {
            assertThat(version(id)).as(place.name()).isGreaterThan(version(before));
            goOn(id, place);
            assertThat(mails(id)).as("mails of " + place).isEqualTo(mailsWithoutUpgrade.get(place));
        });
    }

    @Test
    void waitingTimersAndDeadlinesStayExceptWhereTheNewVersionSaysOtherwise() throws IOException {
        PostmortemId writing = arrivedAt(Place.WRITING);
        PostmortemId late = arrivedAt(Place.LATE);
        Map<String, Date> timers = timers(writing);
        Map<String, Date> lateTimers = timers(late);
        List<StepState> states = steps.of(writing);
        deploy(new ChangedModel(repository).withLaterTimeline());

        upgrade.run();

        Map<String, Date> expected = new TreeMap<>(timers);
        expected.put(
                "BoundaryEvent_TimelineOverdue", Date.from(walk.meeting(writing).start()));
        assertThat(timers).containsKeys("BoundaryEvent_AnalysisOverdue", "BoundaryEvent_ReviewRequestDue");
        assertThat(timers(writing)).isEqualTo(expected);
        assertThat(steps.of(writing)).isEqualTo(states);
        assertThat(lateTimers).containsKey("Event_NextRungDue").doesNotContainKey("BoundaryEvent_TimelineOverdue");
        assertThat(timers(late)).as("what has fired does not fire again").isEqualTo(lateTimers);
    }

    @Test
    void whatTheNewVersionDoesNotHaveIsNamedAndGoesOnInTheOldOne() throws IOException {
        PostmortemId reviewed = arrivedAt(Place.REVIEW);
        PostmortemId written = arrivedAt(Place.WRITING);
        int old = version(reviewed);
        deploy(new ChangedModel(repository).withAnotherReview());

        UpgradeReport tried = upgrade.dryRun();
        UpgradeReport done = upgrade.run();

        assertThat(done.complete()).isFalse();
        assertThat(done.versions()).singleElement().satisfies(version -> {
            assertThat(version.carried()).isEqualTo(1);
            assertThat(version.missing()).contains("Review postmortem");
            assertThat(version.staying())
                    .singleElement()
                    .satisfies(staying -> assertThat(staying.reason()).contains("it is at \"Review postmortem\""));
        });
        assertThat(done.text()).contains(reviewed + " stays");
        assertThat(tried.versions()).isEqualTo(done.versions());
        assertThat(version(reviewed)).isEqualTo(old);
        assertThat(version(written)).isGreaterThan(old);
        goOn(reviewed, Place.REVIEW);
    }

    /** Where a postmortem can be when the program is replaced. */
    private enum Place {
        DESIGNATION,
        WRITING,
        LATE,
        JOB,
        REVIEW,
        MEETING
    }

    /** All begin at the same time. */
    private PostmortemId arrivedAt(Place place) {
        PostmortemId id = walk.incident(SEV_1);
        switch (place) {
            case DESIGNATION -> {}
            case WRITING -> {
                walk.upTo(id, COLLECT_TIMELINE);
                walk.does(id, DESCRIBE_IMPACT, People.OWNER);
            }
            case LATE -> {
                walk.upTo(id, COLLECT_TIMELINE);
                walk.passUntil(id, walk.open(id, COLLECT_TIMELINE).due());
                assertThat(walk.escalations(id, COLLECT_TIMELINE)).hasSize(1);
            }
            case JOB -> {
                walk.upTo(id, DRAFT_EXTERNAL_MESSAGE);
                walk.doesWithoutJobs(id, DRAFT_EXTERNAL_MESSAGE, People.LIAISON);
                assertThat(walk.openSteps(id)).isEmpty();
            }
            case REVIEW -> walk.upTo(id, REVIEW_POSTMORTEM);
            case MEETING -> walk.upTo(id, HOLD_MEETING);
        }
        walk.passUntil(id, TestClock.START);
        return id;
    }

    /** To Closed; one that is late climbs another rung before. */
    private void goOn(PostmortemId id, Place place) {
        walk.passUntil(id, TestClock.START);
        walk.runJobs(id);
        if (place == Place.LATE) {
            walk.passUntil(id, walk.open(id, COLLECT_TIMELINE).due().plus(Duration.ofHours(25)));
        }
        walk.upTo(id, HOLD_MEETING);
        tasksOf(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(NEW_STEP))
                .forEach(task -> tasks.complete(task.getId()));
        walk.upTo(id, PUBLISH_EXTERNAL_MESSAGE);
        walk.does(id, PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);
        assertThat(walk.status(id)).isEqualTo(Status.CLOSED);
        assertThat(walk.isRunning(id)).isFalse();
    }

    private void deploy(ChangedModel model) throws IOException {
        deployed.add(model.deploy());
    }

    private void othersAreOver() {
        running.createProcessInstanceQuery()
                .list()
                .forEach(instance -> running.deleteProcessInstance(instance.getId(), "test", true));
    }

    private Map<PostmortemId, String> seen(Map<Place, PostmortemId> ids) {
        Map<PostmortemId, String> seen = new HashMap<>();
        ids.values().forEach(id -> seen.put(id, version(id) + " " + names(id) + timers(id) + steps.of(id) + mails(id)));
        return seen;
    }

    private static int version(Map<PostmortemId, String> seen) {
        String any = seen.values().iterator().next();
        return Integer.parseInt(any.substring(0, any.indexOf(' ')));
    }

    private int version(PostmortemId id) {
        String definition = running.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getProcessDefinitionId();
        return repository.getProcessDefinition(definition).getVersion();
    }

    private List<String> names(PostmortemId id) {
        return tasksOf(id).stream().map(Task::getName).sorted().toList();
    }

    private List<Task> tasksOf(PostmortemId id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list();
    }

    private Map<String, Date> timers(PostmortemId id) {
        Map<String, Date> timers = new TreeMap<>();
        String instance = running.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .singleResult()
                .getId();
        for (Job job :
                management.createJobQuery().processInstanceId(instance).timers().list()) {
            String activity = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            timers.put(activity, job.getDuedate());
        }
        return timers;
    }

    private List<String> mails(PostmortemId id) {
        return jdbc.sql(
                        "select template || ' to ' || recipient_email from outbox_message where postmortem_id = ? order by 1")
                .params(id.value())
                .query(String.class)
                .list();
    }
}
