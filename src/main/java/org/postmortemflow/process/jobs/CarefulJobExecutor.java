package org.postmortemflow.process.jobs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/**
 * The engine's own, but that a job which was left behind is begun with care. It was left behind when its lock has run out: the
 * node that had it is gone, perhaps because of this very job, and then its retries do not go down. Others cost nothing more than
 * to be looked at, all that are taken at once in one statement.
 */
final class CarefulJobExecutor extends SpringJobExecutor {

    private final Set<String> leftBehind = ConcurrentHashMap.newKeySet();
    private final BegunJobs begunJobs;
    private final Quarantine quarantine;

    CarefulJobExecutor(BegunJobs begunJobs, Quarantine quarantine) {
        this.begunJobs = begunJobs;
        this.quarantine = quarantine;
        setAcquireJobsCmdFactory(Acquisition::new);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new Execution(jobs, engine);
    }

    private final class Acquisition extends AcquireJobsCmd {

        Acquisition(int most) {
            super(CarefulJobExecutor.this, most);
        }

        /** The locks that it takes are not written yet when it has found its jobs. */
        @Override
        public AcquiredJobs execute(CommandContext context) {
            AcquiredJobs jobs = super.execute(context);
            leftBehind.addAll(begunJobs.leftBehind(
                    jobs.getJobIdBatches().stream().flatMap(List::stream).toList()));
            return jobs;
        }
    }

    private final class Execution extends ExecuteJobsRunnable {

        Execution(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
            if (!leftBehind.remove(job)) {
                super.executeJob(job, commands, failures);
            } else if (begunJobs.begin(job)) {
                try {
                    super.executeJob(job, commands, failures);
                } finally {
                    begunJobs.ended(job);
                }
            } else {
                quarantine.take(job, commands);
            }
        }
    }
}
