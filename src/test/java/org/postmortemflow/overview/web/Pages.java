package org.postmortemflow.overview.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Our pages as a person uses them, on an incident that Ada commanded. */
record Pages(MockMvc web, ReportIncident reportIncident, RuntimeService runtime, ManagementService management) {

    PostmortemId incident(String title, Severity severity) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                severity,
                TestClock.START.minus(Duration.ofHours(2)),
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("checkout-api", "checkout-api")),
                List.of(new ReportedResponder(
                        ResponderRole.INCIDENT_COMMANDER, new Mention("ada@demo.example", "Ada"))),
                "",
                Set.of(),
                null);
        PostmortemId id = Objects.requireNonNull(reportIncident.report(report).postmortem());
        runJobs(id);
        return id;
    }

    /** What waits to be done without people and without waiting for a time. */
    void runJobs(PostmortemId id) {
        List<Job> jobs;
        do {
            jobs = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream()
                    .flatMap(instance ->
                            management.createJobQuery().processInstanceId(instance.getId()).messages().list().stream())
                    .toList();
            jobs.forEach(job -> management.executeJob(job.getId()));
        } while (!jobs.isEmpty());
    }

    ResultActions reads(String person, String address) throws Exception {
        return web.perform(get(address).with(user(person)));
    }

    /** @param typed names and values in turn */
    ResultActions sends(String person, String address, String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post(address).with(user(person)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }
}
