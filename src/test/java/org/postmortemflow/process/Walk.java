package org.postmortemflow.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks postmortems through the real process: reports incidents, does steps as people, lets time pass, runs the jobs. */
@TestComponent
public class Walk {

    private final ReportIncident reportIncident;
    private final Incidents incidents;
    private final Postmortems postmortems;
    private final PostmortemProcess process;
    private final Steps steps;
    private final Meetings meetings;
    private final History history;
    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    Walk(
            ReportIncident reportIncident,
            Incidents incidents,
            Postmortems postmortems,
            PostmortemProcess process,
            Steps steps,
            Meetings meetings,
            History history,
            RuntimeService runtimeService,
            ManagementService managementService,
            JdbcClient jdbc,
            TestClock clock,
            TransactionTemplate transaction) {
        this.reportIncident = reportIncident;
        this.incidents = incidents;
        this.postmortems = postmortems;
        this.process = process;
        this.steps = steps;
        this.meetings = meetings;
        this.history = history;
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Both clocks at the beginning: Wednesday 10 June 2026, 14:00 in Berlin; earlier tests' meetings take no slot. */
    public void reset() {
        jdbc.sql("update meeting set cancelled = true").update();
        setClocks(TestClock.START);
    }

    /** An incident of the checkout service with all roles taken, resolved now. */
    public PostmortemId incident(@Nullable Severity severity, Criterion... criteria) {
        return incident(severity, People.ALL_ROLES, criteria);
    }

    public PostmortemId incident(
            @Nullable Severity severity, List<ReportedResponder> responders, Criterion... criteria) {
        Instant now = clock.instant();
        return told(report(UUID.randomUUID().toString(), now, severity, responders, Set.of(criteria)));
    }

    /** The same incident was reopened and is resolved again that much later. */
    public void resolvedAgain(PostmortemId id, Duration later) {
        Incident before = incidents.of(id);
        Instant again = Optional.ofNullable(before.resolvedAt()).orElseThrow().plus(later);
        told(report(before.externalKey(), again, before.severity(), List.of(), Set.of()));
    }

    private PostmortemId told(IncidentReport report) {
        PostmortemId id =
                Optional.ofNullable(reportIncident.report(report).postmortem()).orElseThrow();
        runJobs(id);
        return id;
    }

    private static IncidentReport report(
            String key,
            Instant now,
            @Nullable Severity severity,
            List<ReportedResponder> responders,
            Set<Criterion> criteria) {
        return new IncidentReport(
                "test",
                key,
                null,
                now,
                null,
                "Checkout was slow",
                severity,
                now.minus(Duration.ofHours(2)),
                now.minus(Duration.ofHours(1)),
                Resolution.at(now),
                List.of(new Mention(People.SERVICE, People.SERVICE)),
                responders,
                "",
                criteria,
                null);
    }

    /** Does a step with valid answers and runs the jobs that follow. */
    public void does(PostmortemId id, Step step, PersonId by) {
        does(id, step, by, step == Step.SCHEDULE_MEETING ? slot() : Answers.to(step));
    }

    /** The proposal that the form was opened with, unless that is over. */
    private Map<String, ?> slot() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        boolean proposalHolds = clock.instant().isBefore(TestClock.START.plus(Duration.ofHours(12)));
        return proposalHolds ? Map.of() : Map.of("start", tomorrow.toString(), "lateReason", "Nobody had time before");
    }

    public void does(PostmortemId id, Step step, PersonId by, Map<String, ?> answers) {
        transaction.executeWithoutResult(status -> process.complete(id, step, new StepAnswers(answers), by));
        runJobs(id);
    }

    public void doesWithoutJobs(PostmortemId id, Step step, PersonId by) {
        StepAnswers answers = new StepAnswers(Answers.to(step));
        transaction.executeWithoutResult(status -> process.complete(id, step, answers, by));
    }

    /** Everything up to, and without, the step, each done by the person whose turn it is. */
    public void upTo(PostmortemId id, Step step) {
        for (Step before : Step.values()) {
            if (before == step) {
                return;
            }
            if (before == Step.HOLD_MEETING) {
                passToMeeting(id);
            }
            steps.open(id, before).ifPresent(open -> does(id, before, People.doing(open)));
        }
    }

    /** Runs what can run now, without moving time. */
    public void runJobs(PostmortemId id) {
        for (List<Job> due = due(id); !due.isEmpty(); due = due(id)) {
            due.forEach(job -> managementService.executeJob(job.getId()));
        }
    }

    /** Lets time pass; timers of this postmortem fire in their order, each at its own time. */
    public void passUntil(PostmortemId id, Instant then) {
        for (Optional<Job> next = nextTimer(id, then); next.isPresent(); next = nextTimer(id, then)) {
            Instant at = next.get().getDuedate().toInstant();
            setClocks(at.isAfter(clock.instant()) ? at : clock.instant());
            managementService.executeJob(next.get().getId());
            runJobs(id);
        }
        setClocks(then);
    }

    /** To the moment at which the meeting starts. */
    public void passToMeeting(PostmortemId id) {
        passUntil(id, meeting(id).start());
    }

    public Meeting meeting(PostmortemId id) {
        return meetings.of(id).orElseThrow();
    }

    /** Of the application and of the engine. */
    public void setClocks(Instant now) {
        clock.set(now);
        ClockUtil.setCurrentTime(Date.from(now));
    }

    public StepState open(PostmortemId id, Step step) {
        return steps.open(id, step).orElseThrow(() -> new AssertionError(step + " is not open"));
    }

    public List<Step> openSteps(PostmortemId id) {
        return steps.of(id).stream()
                .filter(state -> state.state() == StepState.State.OPEN)
                .map(StepState::step)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public Postmortem postmortem(PostmortemId id) {
        return postmortems.get(id);
    }

    public Status status(PostmortemId id) {
        return postmortems.get(id).status();
    }

    /** Whether a process instance is running for it. */
    public boolean isRunning(PostmortemId id) {
        return runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(id.toString())
                        .count()
                > 0;
    }

    /** The addresses that mails of this template went to. */
    public List<String> told(PostmortemId id, String template) {
        return jdbc.sql(
                        "select recipient_email from outbox_message where postmortem_id = ? and template = ? order by position")
                .params(id.value(), template)
                .query(String.class)
                .list();
    }

    /** The addresses that escalations of this step went to, in order. */
    public List<String> escalations(PostmortemId id, Step step) {
        return jdbc.sql("""
                select recipient_email from outbox_message
                where postmortem_id = ? and template = 'step-overdue' and occasion like ? order by position
                """)
                .params(id.value(), "%" + step.key() + "%")
                .query(String.class)
                .list();
    }

    /** When the next rung of the only running escalation is due. */
    public Instant nextRung(PostmortemId id) {
        return managementService.createJobQuery().activityId("Event_NextRungDue").list().stream()
                .filter(job -> belongs(job, id))
                .map(job -> job.getDuedate().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    public List<String> history(PostmortemId id) {
        return history.of(id).stream().map(History.Entry::text).toList();
    }

    private List<Job> due(PostmortemId id) {
        return managementService.createJobQuery().executable().list().stream()
                .filter(job -> belongs(job, id))
                .toList();
    }

    private Optional<Job> nextTimer(PostmortemId id, Instant until) {
        return managementService.createJobQuery().withRetriesLeft().orderByJobDuedate().asc().list().stream()
                .filter(job -> job.getDuedate() != null
                        && !job.getDuedate().toInstant().isAfter(until))
                .filter(job -> belongs(job, id))
                .findFirst();
    }

    private boolean belongs(Job job, PostmortemId id) {
        return job.getProcessInstanceId() != null
                && runtimeService
                                .createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(id.toString())
                                .count()
                        > 0;
    }
}
