package org.postmortemflow.process.upgrade;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.postmortemflow.process.upgrade.UpgradeReport.Staying;
import org.postmortemflow.process.upgrade.UpgradeReport.Version;
import org.springframework.stereotype.Component;

/**
 * Carries running instances to the newest version of their model, one after the other, each in a transaction of its own: what
 * cannot be carried stays on its version and works on there. Steps correspond by their ids. Waiting timers are set anew as the
 * new version says; those that have fired do not fire again.
 */
@Component
public class ModelUpgrade {

    private final RepositoryService models;
    private final RuntimeService running;
    private final CarryInstance carryInstance;

    ModelUpgrade(RepositoryService models, RuntimeService running, CarryInstance carryInstance) {
        this.models = models;
        this.running = running;
        this.carryInstance = carryInstance;
    }

    /** Does everything that {@link #run} does, and takes each back: the report tells what would be. */
    public UpgradeReport dryRun() {
        return report(false);
    }

    /** Can be repeated: what was carried over is not looked at again. */
    public UpgradeReport run() {
        return report(true);
    }

    private UpgradeReport report(boolean forGood) {
        Map<String, ProcessDefinition> newest = models.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(toMap(ProcessDefinition::getKey, identity()));
        List<Version> versions = new ArrayList<>();
        for (ProcessDefinition old : models.createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .asc()
                .list()) {
            ProcessDefinition target = newest.get(old.getKey());
            List<ProcessInstance> instances = running.createProcessInstanceQuery()
                    .processDefinitionId(old.getId())
                    .orderByBusinessKey()
                    .asc()
                    .list();
            if (target != null && !target.getId().equals(old.getId()) && !instances.isEmpty()) {
                versions.add(carry(old, target, instances, forGood));
            }
        }
        return new UpgradeReport(forGood, versions);
    }

    private Version carry(
            ProcessDefinition old, ProcessDefinition target, List<ProcessInstance> instances, boolean forGood) {
        ModelLabels before = new ModelLabels(models.getBpmnModelInstance(old.getId()));
        ModelLabels after = new ModelLabels(models.getBpmnModelInstance(target.getId()));
        List<Staying> staying = new ArrayList<>();
        int carried = 0;
        try {
            MigrationPlan plan = running.createMigrationPlan(old.getId(), target.getId())
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
            for (ProcessInstance instance : instances) {
                String reason = carryInstance.carry(instance.getId(), plan, before, after, forGood);
                if (reason == null) {
                    carried++;
                } else {
                    staying.add(new Staying(instance.getBusinessKey(), reason));
                }
            }
        } catch (MigrationPlanValidationException unusable) {
            instances.forEach(instance -> staying.add(
                    new Staying(instance.getBusinessKey(), "the versions differ too much: " + unusable.getMessage())));
        }
        return new Version(
                old.getKey(), old.getVersion(), target.getVersion(), before.missingIn(after), carried, staying);
    }
}
