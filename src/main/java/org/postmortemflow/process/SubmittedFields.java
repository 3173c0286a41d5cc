package org.postmortemflow.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/**
 * What was submitted with a task. A field that was filled in beforehand is a variable of the task; one that was not, and all of
 * {@code POST /task/{id}/complete}, the engine writes to the process instance, from where the next refresh removes it. So there,
 * whatever the record did not put is what a person typed.
 */
@Component
class SubmittedFields {

    private final ProcessState state;

    SubmittedFields(ProcessState state) {
        this.state = state;
    }

    Map<String, @Nullable Object> of(DelegateTask task, PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>(task.getVariablesLocal());
        Set<String> ofProcess = ProcessState.allowed();
        boolean shared = fields.keySet().stream().anyMatch(ofProcess::contains);
        Map<String, @Nullable Object> record = shared ? state.of(id) : Map.of();
        task.getExecution().getProcessInstance().getVariables().forEach((name, value) -> {
            boolean fromRecord = ofProcess.contains(name)
                    && (!fields.containsKey(name) || value == null || Objects.equals(value, record.get(name)));
            if (!fromRecord) {
                fields.put(name, value);
            }
        });
        return fields;
    }
}
