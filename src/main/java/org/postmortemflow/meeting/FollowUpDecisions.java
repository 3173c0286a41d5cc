package org.postmortemflow.meeting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.springframework.stereotype.Component;

/** The meeting's word on each follow-up: agreed, or changed or declined with the reason and what follows from it (R14). */
@Component
class FollowUpDecisions {

    static final String FIELD = "decisions";

    private static final int LONGEST_REASON = 2000;

    private final FollowUps followUps;

    FollowUpDecisions(FollowUps followUps) {
        this.followUps = followUps;
    }

    /** What there is to decide; agreed unless somebody says or has said otherwise. Those to discuss come first. */
    List<Map<String, Object>> rows(PostmortemId id) {
        return followUps.of(id).stream()
                .sorted((one, other) -> Boolean.compare(other.discuss(), one.discuss()))
                .map(followUp -> Map.<String, Object>of(
                        "followUpId", followUp.id().toString(),
                        "title", followUp.title(),
                        "decision", (isDeclined(followUp) ? Decision.DECLINED : Decision.AGREED).key(),
                        "reason", isDeclined(followUp) ? followUp.progress().reason() : ""))
                .toList();
    }

    private static boolean isDeclined(FollowUp followUp) {
        return followUp.progress().state() == FollowUp.State.DECLINED
                && followUp.progress().reason().length() <= LONGEST_REASON;
    }

    List<Map<String, Object>> options() {
        return Arrays.stream(Decision.values())
                .map(decision -> Map.<String, Object>of("label", decision.label(), "value", decision.key()))
                .toList();
    }

    /** Reads the rows and notes beside each what is wrong with it; rows about other postmortems' follow-ups are left out. */
    Decided read(PostmortemId id, StepAnswers answers, Problems problems) {
        List<Map<String, String>> rows = answers.rows(FIELD);
        Map<UUID, Word> words = new HashMap<>();
        for (FollowUp followUp : followUps.of(id)) {
            int index = indexOf(rows, followUp);
            Map<String, String> row = index < 0 ? Map.of() : rows.get(index);
            String reason = row.getOrDefault("reason", "");
            Decision decision = decision(row.getOrDefault("decision", ""));
            String field = index < 0 ? FIELD : "%s[%d]".formatted(FIELD, index);
            problems.when(index < 0, FIELD, "Please decide on every follow-up.")
                    .when(
                            index >= 0 && decision == null,
                            field + ".decision",
                            "Please choose: agreed, changed or declined.")
                    .when(
                            decision != null && decision != Decision.AGREED && reason.isEmpty(),
                            field + ".reason",
                            "Please give the reason and what follows from it.")
                    .when(
                            reason.length() > LONGEST_REASON,
                            field + ".reason",
                            "Please keep the reason below 2,000 characters.");
            if (decision != null) {
                words.put(followUp.id(), new Word(decision, reason));
            }
        }
        return new Decided(words);
    }

    private static int indexOf(List<Map<String, String>> rows, FollowUp followUp) {
        for (int i = 0; i < rows.size(); i++) {
            if (followUp.id().toString().equals(rows.get(i).get("followUpId"))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Decision decision(String key) {
        Optional<Decision> known = Arrays.stream(Decision.values())
                .filter(decision -> decision.key().equals(key))
                .findFirst();
        return known.orElse(null);
    }

    private record Word(Decision decision, String reason) {}

    /** What was decided, not kept yet. */
    final class Decided {

        private final Map<UUID, Word> words;

        private Decided(Map<UUID, Word> words) {
            this.words = words;
        }

        void keep() {
            words.forEach((followUp, word) -> followUps.decide(followUp, word.decision(), word.reason()));
        }

        /** For the history, for example {@code Follow-ups: 2 agreed, 1 declined.}; empty when there are none. */
        String words() {
            if (words.isEmpty()) {
                return "";
            }
            return Arrays.stream(Decision.values())
                    .filter(decision -> count(decision) > 0)
                    .map(decision -> count(decision) + " " + decision.key())
                    .collect(Collectors.joining(", ", " Follow-ups: ", "."));
        }

        private long count(Decision decision) {
            return words.values().stream()
                    .filter(word -> word.decision() == decision)
                    .count();
        }
    }
}
