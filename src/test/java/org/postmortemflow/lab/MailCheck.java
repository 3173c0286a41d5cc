package org.postmortemflow.lab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.lab.Sink.Arrival;

/**
 * What became of the mail that acknowledged incidents promise, told from what arrived alone: whoever sends is not asked.
 *
 * @param missing title and address that nothing arrived for
 * @param differing mails that arrived under one Message-ID and say different things, or under two and say the same
 * @param doubled mails that were confirmed, and came again all the same
 */
record MailCheck(List<String> missing, List<String> differing, int doubled) {

    static final String SUBJECT = "Postmortem opened: %s (Sev-1)";

    /**
     * @param titles of the incidents that were acknowledged
     * @param addresses that hear of each
     */
    static MailCheck of(Collection<String> titles, List<String> addresses, List<Arrival> arrivals) {
        Set<String> arrived =
                arrivals.stream().map(mail -> mail.to() + " " + mail.subject()).collect(Collectors.toSet());
        List<String> missing = titles.stream()
                .flatMap(title -> addresses.stream().map(address -> address + " " + SUBJECT.formatted(title)))
                .filter(mail -> !arrived.contains(mail))
                .toList();
        Map<String, List<Arrival>> byId = arrivals.stream().collect(Collectors.groupingBy(Arrival::messageId));
        int doubled = byId.values().stream()
                .mapToInt(same -> (int) same.stream().filter(Arrival::confirmed).count() - 1)
                .filter(more -> more > 0)
                .sum();
        return new MailCheck(missing, differing(byId), doubled);
    }

    private static List<String> differing(Map<String, List<Arrival>> byId) {
        List<String> differing = new ArrayList<>();
        Set<String> said = new HashSet<>();
        byId.forEach((id, same) -> {
            Set<String> contents =
                    same.stream().map(mail -> mail.to() + " " + mail.content()).collect(Collectors.toSet());
            if (contents.size() > 1 || !said.addAll(contents)) {
                differing.add(id + " " + same.get(0).to() + " " + same.get(0).subject());
            }
        });
        return differing;
    }
}
