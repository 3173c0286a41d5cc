package org.postmortemflow.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.postmortemflow.process.contract.PostmortemModel;

/** The next version of the postmortem's model, as somebody might change it, deployed together with tables and forms. */
final class ChangedModel {

    private static final String FILE = "processes/postmortem.bpmn";

    private final RepositoryService repository;
    private String text;

    ChangedModel(RepositoryService repository) throws IOException {
        this.repository = repository;
        this.text = new String(
                repository.getResourceAsStream(newest(repository), FILE).readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A user task is called something else. */
    ChangedModel renamed(String before, String after) {
        return changed("name=\"" + before + "\" camunda:form", "name=\"" + after + "\" camunda:form");
    }

    /** The boundary timer of the timeline waits for the review's deadline, which is later. */
    ChangedModel withLaterTimeline() {
        return changed(timer("${contentDue}"), timer("${reviewDue}"));
    }

    /** The review is a task with another id: nothing in this version corresponds to the one before. */
    ChangedModel withAnotherReview() {
        text = text.replace("Task_ReviewPostmortem", "Task_ReadPostmortem");
        return this;
    }

    /** Before the meeting somebody is asked. */
    ChangedModel withStepBeforeMeeting(String id) {
        changed(
                "sourceRef=\"Gateway_ReviewApproved\" targetRef=\"Task_HoldMeeting\"",
                "sourceRef=\"Gateway_ReviewApproved\" targetRef=\"" + id + "\"");
        changed("<bpmn:incoming>Flow_ReviewApprovedYes</bpmn:incoming>", "<bpmn:incoming>Flow_Asked</bpmn:incoming>");
        return changed("    <bpmn:userTask id=\"Task_HoldMeeting\"", """
                    <bpmn:userTask id="%1$s" name="Ask lawyers" camunda:candidateGroups="customer-support">
                      <bpmn:incoming>Flow_ReviewApprovedYes</bpmn:incoming>
                      <bpmn:outgoing>Flow_Asked</bpmn:outgoing>
                    </bpmn:userTask>
                    <bpmn:sequenceFlow id="Flow_Asked" sourceRef="%1$s" targetRef="Task_HoldMeeting"/>
                    <bpmn:userTask id="Task_HoldMeeting\"""".formatted(id));
    }

    /** Beside what runs. */
    Deployment deploy() throws IOException {
        String before = newest(repository);
        DeploymentBuilder deployment = repository.createDeployment().name("changed");
        for (String resource : repository.getDeploymentResourceNames(before)) {
            byte[] content = repository.getResourceAsStream(before, resource).readAllBytes();
            deployment.addInputStream(
                    resource,
                    new ByteArrayInputStream(resource.equals(FILE) ? text.getBytes(StandardCharsets.UTF_8) : content));
        }
        return deployment.deploy();
    }

    private ChangedModel changed(String before, String after) {
        assertThat(text).contains(before);
        text = text.replace(before, after);
        return this;
    }

    private static String timer(String due) {
        return """
                <bpmn:timerEventDefinition id="Timer_TimelineOverdue">
                          <bpmn:timeDate xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDate>""".formatted(due);
    }

    private static String newest(RepositoryService repository) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PostmortemModel.KEY)
                .latestVersion()
                .singleResult()
                .getDeploymentId();
    }
}
