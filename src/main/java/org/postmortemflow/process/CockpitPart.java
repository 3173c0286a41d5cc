package org.postmortemflow.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * For those who may use Cockpit: the way from a postmortem's page to its process instance there. Only while it runs: Cockpit's
 * community edition shows no instance that has ended.
 */
@Component
@Order(900)
class CockpitPart implements PostmortemPart {

    private final RuntimeService runtimeService;
    private final Organisation organisation;

    CockpitPart(RuntimeService runtimeService, Organisation organisation) {
        this.runtimeService = runtimeService;
        this.organisation = organisation;
    }

    @Override
    public String template() {
        return "process/cockpit";
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        if (!organisation.isAdministrator(viewer) || !postmortem.status().isOpen()) {
            return Map.of();
        }
        @Nullable
        ProcessInstance instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(postmortem.id().toString(), PostmortemModel.KEY)
                .singleResult();
        return instance == null ? Map.of() : Map.of("instance", instance.getId());
    }
}
