package org.postmortemflow.process.gateway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.process.contract.DecisionTables;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.ReadOnce;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.MeetingPolicy;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the meeting rule from {@code deadline-policy.dmn}, which managers can read and administrators can change. */
@Component
class DmnMeetingPolicy implements MeetingPolicy {

    private final ReadOnce<Asked, Rule> read = new ReadOnce<>("meeting policy");
    private final DecisionService decisions;

    DmnMeetingPolicy(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    private record Asked(@Nullable Severity severity, String meetingRule) {}

    @Override
    public Rule ruleFor(@Nullable Severity severity, String meetingRule) {
        return read.get(new Asked(severity, meetingRule), this::decide);
    }

    private Rule decide(Asked asked) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put(DecisionTables.MEETING_RULE, asked.meetingRule());
        inputs.put(
                Variables.SEVERITY,
                asked.severity() == null ? null : asked.severity().key());
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey(DecisionTables.DEADLINE_POLICY, inputs)
                .getSingleResult();
        int amount = ((Number) row.getEntry(DecisionTables.AMOUNT)).intValue();
        String unit = row.getEntry(DecisionTables.UNIT);
        return new Rule(amount, unitOf(unit));
    }

    private static Unit unitOf(String key) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("deadline-policy.dmn answers an unknown unit: " + key));
    }
}
