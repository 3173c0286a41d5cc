package org.postmortemflow.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.stereotype.Component;

/** Says in one sentence which deadlines moved from when to when, and what changed that made them; or that one was missed. */
@Component
class DeadlineMoves {

    private final OrganisationTime time;

    DeadlineMoves(OrganisationTime time) {
        this.time = time;
    }

    /** Empty when nothing moved that is still to be met. Moves by the same way are told together. */
    String between(List<StoredDeadline> before, List<StoredDeadline> now) {
        Map<String, List<String>> moves = new LinkedHashMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (StoredDeadline one : now) {
            before.stream()
                    .filter(old -> old.kind() == one.kind() && old.subject().equals(one.subject()))
                    .filter(old -> old.isOpen() && one.isOpen() && !old.due().equals(one.due()))
                    .forEach(old -> {
                        String way = "from %s to %s".formatted(time.show(old.due()), time.show(one.due()));
                        List<String> labels = moves.computeIfAbsent(way, key -> new ArrayList<>());
                        if (!labels.contains(one.kind().label())) {
                            labels.add(one.kind().label());
                        }
                        reasons.addAll(differences(old, one));
                    });
        }
        if (moves.isEmpty()) {
            return "";
        }
        String all = moves.entrySet().stream()
                .map(move -> String.join(", ", sorted(move.getValue())) + " " + move.getKey())
                .collect(Collectors.joining("; "));
        return "Deadlines moved: %s. Why: %s.".formatted(all, String.join(", ", reasons));
    }

    String missed(StoredDeadline one) {
        return "Deadline missed: %s, due %s (%s).".formatted(one.kind().label(), time.show(one.due()), one.because());
    }

    private static List<String> sorted(List<String> labels) {
        return java.util.Arrays.stream(DeadlineKind.values())
                .map(DeadlineKind::label)
                .filter(labels::contains)
                .toList();
    }

    /** What is another input than before; when none is, the rules are other ones. */
    private static List<String> differences(StoredDeadline old, StoredDeadline now) {
        Map<String, String> before = read(old.inputs());
        List<String> found = new ArrayList<>();
        read(now.inputs()).forEach((name, value) -> {
            String was = before.get(name);
            if (was == null) {
                found.add("%s counts (%s)".formatted(name, value));
            } else if (!was.equals(value)) {
                found.add("%s %s → %s".formatted(name, was, value));
            }
        });
        if (found.isEmpty()) {
            found.add(
                    old.rule().equals(now.rule())
                            ? "the organisation's calendar or settings changed"
                            : "the rule was \"%s\" and is \"%s\"".formatted(old.rule(), now.rule()));
        }
        return found;
    }

    private static Map<String, String> read(String inputs) {
        Map<String, String> read = new LinkedHashMap<>();
        inputs.lines().filter(line -> line.contains(": ")).forEach(line -> {
            int colon = line.indexOf(": ");
            read.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return read;
    }
}
