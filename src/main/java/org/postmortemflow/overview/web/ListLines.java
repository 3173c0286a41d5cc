package org.postmortemflow.overview.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.escalation.EscalateByHand;
import org.postmortemflow.overview.ListedPostmortem;
import org.postmortemflow.overview.web.ListLine.Waiting;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Puts names to what lists read; nothing is read for a line alone. */
@Component
class ListLines {

    private final Names names;
    private final EscalateByHand escalateByHand;

    ListLines(Names names, EscalateByHand escalateByHand) {
        this.names = names;
        this.escalateByHand = escalateByHand;
    }

    List<ListLine> of(List<ListedPostmortem> postmortems, PersonId viewer) {
        return of(postmortems, viewer, Set.of());
    }

    /** @param explained those that the page has explained before */
    List<ListLine> of(List<ListedPostmortem> postmortems, PersonId viewer, Set<PostmortemId> explained) {
        boolean commands = names.isIn(Pool.INCIDENT_COMMANDERS.key(), viewer);
        return postmortems.stream()
                .map(one -> line(one, viewer, commands, !explained.contains(one.id())))
                .toList();
    }

    private ListLine line(ListedPostmortem one, PersonId viewer, boolean commands, boolean explain) {
        boolean open = !one.openSteps().isEmpty();
        boolean commander = one.commander() == null ? commands : viewer.equals(one.commander());
        return new ListLine(
                one,
                one.owner() == null ? "" : names.of(one.owner()),
                turns(one),
                explain,
                one.openSteps().stream().anyMatch(step -> !viewer.equals(step.assignee())),
                open && (commander || escalateByHand.mayEscalate(one.owner(), viewer)));
    }

    private List<Waiting> turns(ListedPostmortem one) {
        Map<String, List<String>> steps = one.openSteps().stream()
                .collect(Collectors.groupingBy(
                        step -> names.of(step.assignee(), step.pool()),
                        LinkedHashMap::new,
                        Collectors.mapping(step -> step.step().label(), Collectors.toList())));
        return steps.entrySet().stream()
                .map(entry -> new Waiting(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }
}
