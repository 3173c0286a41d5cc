package org.postmortemflow.architecture;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;

/** How a picture must read: task = verb and object, event = object and state, split = question, its flows = answers. */
record LabelRules(Model model) {

    /** The verbs that tasks of ours begin with; a new one is added here on purpose. */
    private static final Set<String> VERBS = Set.of(
            "Analyse",
            "Announce",
            "Ask",
            "Call",
            "Choose",
            "Close",
            "Collect",
            "Decide",
            "Describe",
            "Designate",
            "Draft",
            "Hold",
            "Move",
            "Open",
            "Publish",
            "Reassign",
            "Record",
            "Review",
            "Schedule",
            "Send",
            "Set",
            "Share",
            "Tell",
            "Write");

    List<String> tasksThatAreNotVerbAndObject() {
        return Stream.of(model.all(Task.class), plainSubProcesses())
                .flatMap(Collection::stream)
                .filter(task ->
                        !VERBS.contains(name(task).split(" ")[0]) || !name(task).contains(" "))
                .map(task -> task.getId() + " \"" + name(task) + "\" should be a known verb and its object")
                .toList();
    }

    List<String> eventsThatAreNotObjectAndState() {
        return model.all(Event.class).stream()
                .filter(event -> !name(event).matches("[A-Z0-9][^?]* [^?]+"))
                .map(event -> event.getId() + " \"" + name(event) + "\" should be an object and its state")
                .toList();
    }

    List<String> splitsThatDoNotAsk() {
        return model.all(Gateway.class).stream()
                .filter(gateway ->
                        gateway.getOutgoing().size() > 1 && !name(gateway).endsWith("?"))
                .map(gateway -> gateway.getId() + " \"" + name(gateway) + "\" should be a question")
                .toList();
    }

    List<String> joinsThatSpeak() {
        return model.all(Gateway.class).stream()
                .filter(gateway ->
                        gateway.getOutgoing().size() == 1 && !name(gateway).isEmpty())
                .map(gateway -> gateway.getId() + " \"" + name(gateway) + "\" should have no label")
                .toList();
    }

    /** A flow out of a split is an answer; any other flow says nothing. */
    List<String> flowsThatDoNotAnswer() {
        return model.all(SequenceFlow.class).stream()
                .filter(flow -> name(flow).isEmpty()
                        == (flow.getSource() instanceof Gateway
                                && flow.getSource().getOutgoing().size() > 1))
                .map(flow -> flow.getId() + " \"" + name(flow) + "\": only, and all, flows out of a split are answers")
                .toList();
    }

    private Collection<SubProcess> plainSubProcesses() {
        return model.all(SubProcess.class).stream()
                .filter(subProcess -> !subProcess.triggeredByEvent())
                .toList();
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? "" : element.getName();
    }
}
