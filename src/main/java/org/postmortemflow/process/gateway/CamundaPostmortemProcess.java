package org.postmortemflow.process.gateway;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.process.EngineValues;
import org.postmortemflow.process.ProcessState;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

@Component
class CamundaPostmortemProcess implements PostmortemProcess {

    private static final String AT_THE_SAME_MOMENT =
            "Somebody changed this postmortem at the same moment. Please try again.";

    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final FormService formService;
    private final ProcessState state;
    private final Steps steps;
    private final EngineValues values;

    CamundaPostmortemProcess(
            @Lazy RuntimeService runtimeService,
            @Lazy TaskService taskService,
            @Lazy FormService formService,
            @Lazy ProcessState state,
            Steps steps,
            EngineValues values) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.formService = formService;
        this.state = state;
        this.steps = steps;
        this.values = values;
    }

    @Override
    public void start(PostmortemId id) {
        runtimeService.startProcessInstanceByKey(PostmortemModel.KEY, id.toString(), state.of(id));
    }

    @Override
    public void startDespiteWaiver(PostmortemId id) {
        runtimeService.startProcessInstanceByMessage(
                PostmortemModel.MESSAGE_WAIVER_OVERRULED, id.toString(), state.of(id));
    }

    @Override
    public void deadlinesChanged(PostmortemId id) {
        tell(id, PostmortemModel.MESSAGE_DEADLINES_CHANGED);
    }

    @Override
    public void meetingMoved(PostmortemId id) {
        tell(id, PostmortemModel.MESSAGE_MEETING_MOVED);
    }

    @Override
    public void ownerHandedOver(PostmortemId id) {
        tell(id, PostmortemModel.MESSAGE_OWNER_HANDED_OVER);
    }

    @Override
    public void stop(PostmortemId id) {
        String instance = instanceOf(id);
        if (instance != null) {
            runtimeService.setVariables(instance, state.of(id));
            tell(id, PostmortemModel.MESSAGE_STOP_REQUESTED);
        }
    }

    @Override
    public void complete(PostmortemId id, Step step, StepAnswers answers, PersonId by) {
        StepState open = steps.open(id, step)
                .orElseThrow(() -> new Refused("This step is not open: somebody may have done it meanwhile."));
        Map<String, @Nullable Object> variables = new HashMap<>();
        answers.values().forEach((name, value) -> variables.put(name, values.toEngine(value)));
        try {
            if (!by.equals(open.assignee())) {
                taskService.setAssignee(open.taskId(), by.value());
            }
            formService.submitTaskForm(open.taskId(), variables);
        } catch (OptimisticLockingException e) {
            throw new Refused(AT_THE_SAME_MOMENT);
        } catch (NullPointerException e) {
            throw HiddenInstance.isMetBy(e) ? new Refused(AT_THE_SAME_MOMENT) : e;
        } catch (ProcessEngineException e) {
            throw Refusals.in(e).<RuntimeException>map(refused -> refused).orElse(e);
        }
    }

    private void tell(PostmortemId id, String message) {
        if (instanceOf(id) != null) {
            try {
                runtimeService
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(id.toString())
                        .correlate();
            } catch (OptimisticLockingException e) {
                throw movedOn(e);
            } catch (NullPointerException e) {
                throw HiddenInstance.isMetBy(e) ? movedOn(e) : e;
            }
        }
    }

    private static OptimisticLockingFailureException movedOn(RuntimeException e) {
        return new OptimisticLockingFailureException("The process moved on at the same moment", e);
    }

    private @Nullable String instanceOf(PostmortemId id) {
        var instance = runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString(), PostmortemModel.KEY)
                .singleResult();
        return instance == null ? null : instance.getId();
    }
}
