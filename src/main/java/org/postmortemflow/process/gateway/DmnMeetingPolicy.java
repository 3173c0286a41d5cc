package org.postmortemflow.process.gateway;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.process.contract.DecisionTables;
import org.postmortemflow.process.contract.Variables;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.sla.MeetingPolicy;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the meeting rule from {@code deadline-policy.dmn}, which managers can read and administrators can change. */
@Component
class DmnMeetingPolicy implements MeetingPolicy {

    private final Map<Asked, Rule> answers = new ConcurrentHashMap<>();
    private final DecisionService decisions;
    private final NewestTable newest;

    DmnMeetingPolicy(@Lazy DecisionService decisions, NewestTable newest) {
        this.decisions = decisions;
        this.newest = newest;
    }

    /** @param table the deployed version of the table */
    private record Asked(String table, @Nullable Severity severity, String meetingRule) {}

    @Override
    public Rule ruleFor(@Nullable Severity severity, String meetingRule) {
        String table = newest.of(DecisionTables.DEADLINE_POLICY);
        return answers.computeIfAbsent(new Asked(table, severity, meetingRule), this::decide);
    }

    private Rule decide(Asked asked) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put(DecisionTables.MEETING_RULE, asked.meetingRule());
        inputs.put(
                Variables.SEVERITY,
                asked.severity() == null ? null : asked.severity().key());
        DmnDecisionRuleResult row =
                decisions.evaluateDecisionTableById(asked.table(), inputs).getSingleResult();
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
