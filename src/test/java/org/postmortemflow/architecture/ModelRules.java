package org.postmortemflow.architecture;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/** What every process model must hold; each rule returns what breaks it, in words. */
record ModelRules(Model model) {

    private static final Map<Class<? extends BaseElement>, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put(StartEvent.class, "StartEvent_");
        PREFIXES.put(EndEvent.class, "EndEvent_");
        PREFIXES.put(BoundaryEvent.class, "BoundaryEvent_");
        PREFIXES.put(IntermediateCatchEvent.class, "Event_");
        PREFIXES.put(IntermediateThrowEvent.class, "Event_");
        PREFIXES.put(Task.class, "Task_");
        PREFIXES.put(SubProcess.class, "SubProcess_");
        PREFIXES.put(Gateway.class, "Gateway_");
        PREFIXES.put(SequenceFlow.class, "Flow_");
        PREFIXES.put(Message.class, "Message_");
        PREFIXES.put(Error.class, "Error_");
        PREFIXES.put(Escalation.class, "Escalation_");
    }

    List<String> badlyNamed() {
        Stream<String> elements = PREFIXES.entrySet().stream()
                .flatMap(entry -> model.all(entry.getKey()).stream()
                        .map(BaseElement::getId)
                        .filter(id -> !id.matches(entry.getValue() + "[A-Z][A-Za-z0-9]*"))
                        .map(id -> id + " should be called " + entry.getValue() + "PascalCase"));
        Stream<String> processes = model.all(Process.class).stream()
                .map(Process::getId)
                .filter(id -> !id.equals(model.name()))
                .map(id -> "process " + id + " should be called " + model.name() + " as its file is");
        return Stream.concat(elements, processes).toList();
    }

    List<String> notDrawn() {
        Set<String> drawn = new HashSet<>();
        model.all(BpmnShape.class).forEach(shape -> drawn.add(idOf(shape.getBpmnElement())));
        model.all(BpmnEdge.class).forEach(edge -> drawn.add(idOf(edge.getBpmnElement())));
        return model.all(FlowElement.class).stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .map(FlowElement::getId)
                .filter(id -> !drawn.contains(id))
                .map(id -> id + " is not drawn")
                .toList();
    }

    /** The engine's own retries come at once and are over in half a second. */
    List<String> asynchronousWithoutRetryCycle() {
        return model.all(FlowNode.class).stream()
                .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
                .filter(node -> node.getExtensionElements() == null
                        || node.getExtensionElements().getElementsQuery().list().stream()
                                .noneMatch(CamundaFailedJobRetryTimeCycle.class::isInstance))
                .map(node -> node.getId() + " is asynchronous and has no failedJobRetryTimeCycle")
                .toList();
    }

    List<String> keptForEver() {
        return model.all(Process.class).stream()
                .filter(process -> process.getCamundaHistoryTimeToLiveString() == null)
                .map(process -> process.getId() + " has no historyTimeToLive")
                .toList();
    }

    /** Time is computed in Java: a timer reads an instant from a variable. */
    List<String> timersThatCompute() {
        return model.all(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getTimeDate() == null
                        || !timer.getTimeDate().getTextContent().matches("\\$\\{[a-zA-Z]+}"))
                .map(timer -> timer.getId() + " should read an instant from a variable: timeDate ${...}")
                .toList();
    }

    /** Each user task is watched by a timer on its own due date that does not interrupt and throws its step's escalation. */
    List<String> unwatchedSteps() {
        return model.all(UserTask.class).stream()
                .filter(task -> model.all(BoundaryEvent.class).stream().noneMatch(event -> watches(event, task)))
                .map(task -> task.getId() + " is not watched by a non-interrupting timer on its due date that throws "
                        + Model.kebab(task.getId()))
                .toList();
    }

    /** A branch is taken because of a condition, or is the one taken when none holds. */
    List<String> branchesWithoutCondition() {
        return model.all(Gateway.class).stream()
                .filter(gateway -> gateway.getOutgoing().size() > 1)
                .flatMap(gateway -> gateway.getOutgoing().stream()
                        .filter(flow -> flow.getConditionExpression() == null)
                        .filter(flow -> !flow.getId().equals(gateway.getAttributeValue("default"))))
                .map(flow -> flow.getId() + " has no condition and is not the default")
                .toList();
    }

    List<String> undocumentedTasks() {
        return model.all(Task.class).stream()
                .filter(task -> task.getDocumentations().isEmpty())
                .map(task -> task.getId() + " has no documentation")
                .toList();
    }

    private static boolean watches(BoundaryEvent event, UserTask task) {
        String due = event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .filter(timer -> timer.getTimeDate() != null)
                .map(timer -> timer.getTimeDate().getTextContent())
                .findFirst()
                .orElse("");
        return event.getAttachedTo().equals(task)
                && !event.cancelActivity()
                && due.equals(task.getCamundaDueDate())
                && event.getSucceedingNodes().list().stream()
                        .flatMap(node -> node.getChildElementsByType(EscalationEventDefinition.class).stream())
                        .anyMatch(thrown ->
                                thrown.getEscalation().getEscalationCode().equals(Model.kebab(task.getId())));
    }

    private static String idOf(BaseElement element) {
        return element == null ? "" : element.getId();
    }
}
