package org.postmortemflow.process.security;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Notes each deployment of models in the audit log, in its transaction: models are programs. */
@Component
class DeploymentRecord extends AbstractProcessEnginePlugin {

    /** Asked for late: the engine is built before most others. */
    private final ObjectProvider<AuditLog> audit;

    DeploymentRecord(ObjectProvider<AuditLog> audit) {
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        @Nullable List<Deployer> others = configuration.getCustomPostDeployers();
        List<Deployer> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(deployment -> {
            if (deployment.isNew()) {
                @Nullable String person = Context.getCommandContext().getAuthenticatedUserId();
                audit.getObject()
                        .record(
                                AuditKind.MODELS_DEPLOYED,
                                person == null ? null : new PersonId(person),
                                "deployment %s %s: %s"
                                        .formatted(deployment.getName(), deployment.getId(), models(deployment)));
            }
        });
        configuration.setCustomPostDeployers(all);
    }

    /** Forms come with them and are many. */
    private static String models(DeploymentEntity deployment) {
        return deployment.getResources().keySet().stream()
                .filter(name -> name.endsWith(".bpmn") || name.endsWith(".dmn"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
