package org.postmortemflow.process.jobs;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PostmortemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a job goes that did not end three times: nobody runs it any more until an operator says so, and operators are told. */
@Component
class Quarantine {

    /** What Cockpit shows. */
    static final String WHY =
            "Begun three times and never ended: each time the program ended, or it took longer than the job's lock. "
                    + "It waits until somebody gives it retries again.";

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final BegunJobs begunJobs;
    private final RuntimeService runtimeService;
    private final Organisation organisation;
    private final Outbox outbox;
    private final Links links;
    private final TransactionTemplate transaction;

    Quarantine(
            BegunJobs begunJobs,
            @Lazy RuntimeService runtimeService,
            Organisation organisation,
            @Lazy Outbox outbox,
            Links links,
            PlatformTransactionManager transactions) {
        this.begunJobs = begunJobs;
        this.runtimeService = runtimeService;
        this.organisation = organisation;
        this.outbox = outbox;
        this.links = links;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Nothing happens to a job that somebody deleted meanwhile. */
    void take(String id, CommandExecutor commands) {
        transaction.executeWithoutResult(status -> {
            String instance =
                    commands.execute(context -> stop(context.getJobManager().findJobById(id)));
            begunJobs.ended(id);
            if (instance != null) {
                tell(id, instance);
            }
        });
    }

    /** @return its process instance */
    private static @Nullable String stop(@Nullable JobEntity job) {
        if (job == null) {
            return null;
        }
        LOG.error("Job {} ({}) is quarantined. {}", job.getId(), job.getActivityId(), WHY);
        job.unlock();
        job.setExceptionMessage(WHY);
        job.setRetries(0);
        return job.getProcessInstanceId();
    }

    private void tell(String job, String instanceId) {
        ProcessInstance instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(instanceId)
                .singleResult();
        PostmortemId postmortem = PostmortemId.parse(instance.getBusinessKey());
        organisation.persons().stream()
                .filter(person -> organisation.isAdministrator(person.id()))
                .forEach(person -> outbox.write(mail(postmortem, job, instanceId, person)));
    }

    private Mail mail(PostmortemId postmortem, String job, String instance, Person person) {
        return new Mail(
                postmortem,
                "job-quarantined",
                job,
                new Mail.Recipient(person.id(), person.name(), person.email()),
                Map.of(
                        "personName",
                        person.name(),
                        "link",
                        links.page("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime")),
                null);
    }
}
