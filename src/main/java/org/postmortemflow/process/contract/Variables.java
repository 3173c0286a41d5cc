package org.postmortemflow.process.contract;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.shared.Step;

/**
 * The process variables: small values projected from our tables, which stay the record. Whatever else turns up in a process
 * instance is removed.
 */
public final class Variables {

    public static final String SEVERITY = "severity";
    public static final String SEVERITY_KNOWN = "severityKnown";
    public static final String POSTMORTEM_REQUIRED = "postmortemRequired";
    public static final String INCIDENT_COMMANDER = "incidentCommander";
    public static final String OWNER = "owner";
    public static final String TIMELINE_BY = "timelineBy";
    public static final String MESSAGE_BY = "messageBy";
    public static final String MEETING_RUN_BY = "meetingRunBy";
    public static final String REVIEW_APPROVED = "reviewApproved";
    public static final String EXTERNAL_MESSAGE_TO_POST = "externalMessageToPost";
    public static final String WAIVED = "waived";
    public static final String REVIEW_REQUEST_DUE = "reviewRequestDue";

    /** Whether a writing step is to be done in this round. */
    public static final Map<Step, String> TO_WRITE = Map.of(
            Step.COLLECT_TIMELINE, "writeTimeline",
            Step.DESCRIBE_IMPACT, "writeImpact",
            Step.ANALYSE, "writeAnalysis",
            Step.OPEN_FOLLOW_UPS, "writeFollowUps",
            Step.DRAFT_EXTERNAL_MESSAGE, "writeExternalMessage");

    /** When a step is due: a Date, read by the task's timer. */
    public static final Map<Step, String> DUE = Map.ofEntries(
            Map.entry(Step.SET_SEVERITY, "setSeverityDue"),
            Map.entry(Step.DESIGNATE_OWNER, "designateOwnerDue"),
            Map.entry(Step.SCHEDULE_MEETING, "scheduleMeetingDue"),
            Map.entry(Step.COLLECT_TIMELINE, "contentDue"),
            Map.entry(Step.DESCRIBE_IMPACT, "contentDue"),
            Map.entry(Step.ANALYSE, "contentDue"),
            Map.entry(Step.OPEN_FOLLOW_UPS, "contentDue"),
            Map.entry(Step.DRAFT_EXTERNAL_MESSAGE, "contentDue"),
            Map.entry(Step.REVIEW_POSTMORTEM, "reviewDue"),
            Map.entry(Step.HOLD_MEETING, "holdMeetingDue"),
            Map.entry(Step.PUBLISH_EXTERNAL_MESSAGE, "publishExternalMessageDue"));

    /** Local to one run of "Step overdue". */
    public static final String OVERDUE_STEP = "overdueStep";

    public static final String OVERDUE_TASK = "overdueTask";
    public static final String RUNG = "rung";
    public static final String ESCALATE_TO = "escalateTo";
    public static final String NEXT_RUNG_AFTER = "nextRungAfter";
    public static final String NEXT_ESCALATION_AT = "nextEscalationAt";
    public static final String STEP_STILL_OPEN = "stepStillOpen";

    /** Shown by the forms and in Tasklist's lists. */
    public static final String POSTMORTEM_URL = "postmortemUrl";

    public static final String POSTMORTEM_TITLE = "postmortemTitle";

    /** Local to each task, for its form. */
    public static final String DUE_TEXT = "due";

    private Variables() {}

    /** All that a process instance may hold. The criteria of R1 come on top: they are inputs of the decision table. */
    public static Set<String> ofProcess() {
        return Stream.of(
                        Stream.of(
                                POSTMORTEM_URL,
                                POSTMORTEM_TITLE,
                                SEVERITY,
                                SEVERITY_KNOWN,
                                POSTMORTEM_REQUIRED,
                                INCIDENT_COMMANDER,
                                OWNER,
                                TIMELINE_BY,
                                MESSAGE_BY,
                                MEETING_RUN_BY,
                                REVIEW_APPROVED,
                                EXTERNAL_MESSAGE_TO_POST,
                                WAIVED,
                                REVIEW_REQUEST_DUE,
                                OVERDUE_STEP),
                        TO_WRITE.values().stream(),
                        DUE.values().stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
