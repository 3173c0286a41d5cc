package org.postmortemflow.process.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one running instance over, or says why it stays. */
@Component
class CarryInstance {

    /** How often it is tried again when a person or a job moved the instance on at the same moment. */
    private static final int ATTEMPTS = 5;

    private final RuntimeService running;
    private final TaskService tasks;
    private final TransactionTemplate transaction;

    CarryInstance(RuntimeService running, TaskService tasks, TransactionTemplate transaction) {
        this.running = running;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /**
     * @param forGood whether it is kept; otherwise the database takes it back
     * @return why the instance stays, nothing when it was carried or has ended meanwhile
     */
    @Nullable
    String carry(String instance, MigrationPlan plan, ModelLabels before, ModelLabels after, boolean forGood) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    // without listeners: nobody is told again of a step that is open already
                    running.newMigration(plan)
                            .processInstanceIds(instance)
                            .skipCustomListeners()
                            .skipIoMappings()
                            .execute();
                    renameTasks(instance, after);
                    if (!forGood) {
                        status.setRollbackOnly();
                    }
                });
                return null;
            } catch (MigratingProcessInstanceValidationException refused) {
                return reason(refused.getValidationReport(), plan, before);
            } catch (OptimisticLockingException movedOn) {
                // the next attempt sees where it is now
            } catch (ProcessEngineException failed) {
                return hasEnded(instance) ? null : failed.getMessage();
            }
        }
        return "it moved on whenever it was to be carried: run the command again";
    }

    /** The engine leaves an open task the name that its step had when it was opened. */
    private void renameTasks(String instance, ModelLabels model) {
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            String name = model.of(task.getTaskDefinitionKey());
            String description = model.documentationOf(task.getTaskDefinitionKey());
            if (!Objects.equals(name, task.getName()) || !Objects.equals(description, task.getDescription())) {
                task.setName(name);
                task.setDescription(description);
                tasks.saveTask(task);
            }
        }
    }

    private boolean hasEnded(String instance) {
        return running.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    private static String reason(
            MigratingProcessInstanceValidationReport report, MigrationPlan plan, ModelLabels labels) {
        Set<String> mapped = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        List<String> reasons = new ArrayList<>(report.getFailures());
        report.getActivityInstanceReports()
                .forEach(one -> reasons.add(at(one.getSourceScopeId(), one.getFailures(), mapped, labels)));
        report.getTransitionInstanceReports()
                .forEach(one -> reasons.add(at(one.getSourceScopeId(), one.getFailures(), mapped, labels)));
        return reasons.stream().distinct().collect(Collectors.joining("; "));
    }

    private static String at(String scope, List<String> failures, Set<String> mapped, ModelLabels labels) {
        String where = "it is at \"" + labels.of(scope) + "\", ";
        return mapped.contains(scope)
                ? where + String.join(", ", failures)
                : where + "for which the new version has nothing that corresponds";
    }
}
