package org.postmortemflow.process.contract;

/** Names of the decision tables and of what they answer. */
public final class DecisionTables {

    public static final String POSTMORTEM_REQUIRED = "postmortem-required";
    public static final String DEADLINE_POLICY = "deadline-policy";
    public static final String ESCALATION_LADDER = "escalation-ladder";

    /** Where the engine leaves a business rule task's answer for listeners. */
    public static final String DECISION_RESULT = "decisionResult";

    public static final String REQUIRED = "required";
    public static final String REASON = "reason";
    public static final String AMOUNT = "amount";
    public static final String UNIT = "unit";
    public static final String ROLE = "role";
    public static final String MEETING_RULE = "meetingRule";

    private DecisionTables() {}
}
