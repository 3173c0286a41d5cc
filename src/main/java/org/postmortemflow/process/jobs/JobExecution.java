package org.postmortemflow.process.jobs;

import java.util.Objects;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Sets the executor of jobs up by the same settings as the engine's starter does. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class JobExecution {

    /** Jobs that have begun may end before the program does; the others are handed back at once, and so no lock is left. */
    private static final int LONGEST_STOP_SECONDS = 20;

    @Bean
    static TaskExecutor camundaTaskExecutor(CamundaBpmProperties engine) {
        JobExecutionProperty settings = engine.getJobExecution();
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(LONGEST_STOP_SECONDS);
        return threads;
    }

    @Bean
    static JobExecutor jobExecutor(
            @Qualifier("camundaTaskExecutor") TaskExecutor threads,
            BegunJobs begunJobs,
            Quarantine quarantine,
            CamundaBpmProperties engine) {
        CarefulJobExecutor executor = new CarefulJobExecutor(begunJobs, quarantine);
        executor.setTaskExecutor(Objects.requireNonNull(threads));
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        JobExecutionProperty settings = engine.getJobExecution();
        PropertyMapper map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(settings::getLockTimeInMillis).to(executor::setLockTimeInMillis);
        map.from(settings::getMaxJobsPerAcquisition).to(executor::setMaxJobsPerAcquisition);
        map.from(settings::getWaitTimeInMillis).to(executor::setWaitTimeInMillis);
        map.from(settings::getMaxWait).to(executor::setMaxWait);
        map.from(settings::getBackoffTimeInMillis).to(executor::setBackoffTimeInMillis);
        map.from(settings::getMaxBackoff).to(executor::setMaxBackoff);
        map.from(settings::getBackoffDecreaseThreshold).to(executor::setBackoffDecreaseThreshold);
        map.from(settings::getWaitIncreaseFactor).to(executor::setWaitIncreaseFactor);
        return executor;
    }
}
