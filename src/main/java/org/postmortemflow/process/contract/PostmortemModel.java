package org.postmortemflow.process.contract;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.postmortemflow.shared.Step;

/** Names of {@code processes/postmortem.bpmn}. */
public final class PostmortemModel {

    public static final String KEY = "postmortem";

    public static final String MESSAGE_WAIVER_OVERRULED = "Message_WaiverOverruled";
    public static final String MESSAGE_MEETING_MOVED = "Message_MeetingMoved";
    public static final String MESSAGE_DEADLINES_CHANGED = "Message_DeadlinesChanged";
    public static final String MESSAGE_OWNER_HANDED_OVER = "Message_OwnerHandedOver";
    public static final String MESSAGE_STOP_REQUESTED = "Message_StopRequested";

    /** Code of {@code Error_InvitesRejected}. */
    public static final String ERROR_INVITES_REJECTED = "InvitesRejected";

    private PostmortemModel() {}

    /** The user task of a step: {@code designate-owner} is {@code Task_DesignateOwner}. */
    public static String taskOf(Step step) {
        return Arrays.stream(step.key().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "Task_", ""));
    }

    /** The step of a user task, if it is one. */
    public static Optional<Step> stepOf(String taskDefinitionKey) {
        return Arrays.stream(Step.values())
                .filter(step -> taskOf(step).equals(taskDefinitionKey))
                .findFirst();
    }
}
