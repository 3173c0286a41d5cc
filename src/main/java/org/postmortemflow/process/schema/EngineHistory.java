package org.postmortemflow.process.schema;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.spring.boot.starter.event.PostDeployEvent;
import org.postmortemflow.people.Organisation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How long the engine keeps its history, and when it cleans up. The models name 180 days; the setting counts for all that are
 * deployed, and for each instance that ends from now on. An instance that has ended keeps the day that it was given then.
 */
@Component
@EnableConfigurationProperties(HistorySettings.class)
class EngineHistory extends AbstractProcessEnginePlugin {

    private final HistorySettings settings;
    private final Organisation organisation;

    EngineHistory(HistorySettings settings, Organisation organisation) {
        this.settings = settings;
        this.organisation = organisation;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setBatchWindowManager(new CleanupWindow(settings, organisation.zone()));
        // the engine would count who was given a task, for its vendor's licences
        configuration.setTaskMetricsEnabled(false);
    }

    @EventListener
    void whenDeployed(PostDeployEvent event) {
        keepAsSet(event.getProcessEngine());
    }

    private void keepAsSet(ProcessEngine engine) {
        RepositoryService models = engine.getRepositoryService();
        for (ProcessDefinition model : models.createProcessDefinitionQuery().list()) {
            if (!Integer.valueOf(settings.days()).equals(model.getHistoryTimeToLive())) {
                models.updateProcessDefinitionHistoryTimeToLive(model.getId(), settings.days());
            }
        }
        for (DecisionDefinition table : models.createDecisionDefinitionQuery().list()) {
            if (!Integer.valueOf(settings.days()).equals(table.getHistoryTimeToLive())) {
                models.updateDecisionDefinitionHistoryTimeToLive(table.getId(), settings.days());
            }
        }
    }
}
