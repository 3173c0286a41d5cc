package org.postmortemflow.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.meeting.InviteMissing;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.ownership.Owners.Ownership;
import org.postmortemflow.process.contract.PostmortemModel;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.Deadline;
import org.springframework.stereotype.Component;

/** Open tasks and waiting timers follow when deadlines or the owner change. */
@Component
public class WaitingWork {

    private final ProcessState state;
    private final KnownDeadlines deadlines;
    private final RefreshDeadlines refreshDeadlines;
    private final Owners owners;
    private final Steps steps;
    private final InviteMissing inviteMissing;
    private final TaskService taskService;
    private final ManagementService managementService;

    WaitingWork(
            ProcessState state,
            KnownDeadlines deadlines,
            RefreshDeadlines refreshDeadlines,
            Owners owners,
            Steps steps,
            InviteMissing inviteMissing,
            TaskService taskService,
            ManagementService managementService) {
        this.state = state;
        this.deadlines = deadlines;
        this.refreshDeadlines = refreshDeadlines;
        this.owners = owners;
        this.steps = steps;
        this.inviteMissing = inviteMissing;
        this.taskService = taskService;
        this.managementService = managementService;
    }

    /** Due dates and waiting timers move to where the deadlines are now; what was escalated already is not taken back. */
    public void moveTimers(DelegateExecution execution) {
        state.refresh(execution);
        String instance = execution.getProcessInstanceId();
        managementService.createJobQuery().processInstanceId(instance).timers().list().stream()
                .forEach(timer -> managementService.recalculateJobDuedate(timer.getId(), false));
        Map<Step, Deadline> now = deadlines.of(PostmortemKey.of(execution));
        for (Task task : openTasks(instance)) {
            PostmortemModel.stepOf(task.getTaskDefinitionKey()).map(now::get).ifPresent(deadline -> {
                task.setDueDate(Date.from(deadline.at()));
                taskService.saveTask(task);
                steps.dueMoved(task.getId(), deadline.at(), deadline.because());
            });
        }
        refreshDeadlines.later(PostmortemKey.of(execution));
    }

    /** What the former owner had open becomes the new owner's, who joins the meeting; other people keep their tasks (R3). */
    public void reassignTasks(DelegateExecution execution) {
        state.refresh(execution);
        PostmortemId id = PostmortemKey.of(execution);
        List<Ownership> all = owners.all(id);
        if (all.size() < 2) {
            return;
        }
        String former = all.get(all.size() - 2).owner().value();
        String present = all.get(all.size() - 1).owner().value();
        openTasks(execution.getProcessInstanceId()).stream()
                .filter(task -> former.equals(task.getAssignee()))
                .forEach(task -> taskService.setAssignee(task.getId(), present));
        inviteMissing.invite(id);
    }

    private List<Task> openTasks(String processInstanceId) {
        return taskService
                .createTaskQuery()
                .processInstanceId(processInstanceId)
                .list();
    }
}
