package org.postmortemflow.process.upgrade;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a version of a model calls its steps. */
record ModelLabels(BpmnModelInstance model) {

    /** The label of an element, or its id where it has none. */
    String of(String id) {
        return model.getModelElementById(id) instanceof FlowElement element ? label(element) : id;
    }

    /** What the engine shows as a task's description. */
    @Nullable
    String documentationOf(String id) {
        return model.getModelElementById(id) instanceof FlowElement element
                ? element.getDocumentations().stream()
                        .map(Documentation::getTextContent)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Labels of what an instance can wait at here and nowhere there. */
    List<String> missingIn(ModelLabels other) {
        return Stream.concat(
                        model.getModelElementsByType(Activity.class).stream(),
                        model.getModelElementsByType(CatchEvent.class).stream())
                .filter(element -> !hasSame(other.model.getModelElementById(element.getId()), element))
                .map(ModelLabels::label)
                .sorted()
                .toList();
    }

    private static boolean hasSame(@Nullable ModelElementInstance there, FlowElement here) {
        return there != null && there.getElementType().equals(here.getElementType());
    }

    private static String label(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName();
    }
}
