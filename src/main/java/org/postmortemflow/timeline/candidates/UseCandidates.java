package org.postmortemflow.timeline.candidates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the candidates that a person chose into the timeline (R17); what is there already is not put there again. */
@Component
public class UseCandidates {

    /** As many as the step's form takes. */
    private static final int MOST_ROWS = 500;

    private final Candidates candidates;
    private final AlreadyThere alreadyThere;
    private final Timelines timelines;
    private final OpenForWriting open;
    private final History history;

    UseCandidates(
            Candidates candidates,
            AlreadyThere alreadyThere,
            Timelines timelines,
            OpenForWriting open,
            History history) {
        this.candidates = candidates;
        this.alreadyThere = alreadyThere;
        this.timelines = timelines;
        this.open = open;
        this.history = history;
    }

    /**
     * @param withNames whether each item begins with who wrote it
     * @return how many rows the timeline has now that it had not before
     * @throws org.postmortemflow.shared.Refused with messages for fields named {@code text-<candidate>}
     */
    @Transactional
    public int add(PostmortemId id, List<Chosen> chosen, boolean withNames, PersonId by) {
        open.require(id);
        Map<UUID, Candidate> known =
                candidates
                        .withIds(
                                id,
                                chosen.stream()
                                        .map(Chosen::candidate)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Candidate::id, Function.identity()));
        Map<UUID, UUID> there = alreadyThere.among(id, known.values());
        Problems problems = new Problems();
        problems.when(chosen.isEmpty(), "", "Please tick what belongs in the timeline.")
                .when(
                        chosen.stream().anyMatch(one -> !known.containsKey(one.candidate())),
                        "",
                        "Some of these are no longer offered: somebody threw them away or read a newer file.");
        Map<Candidate, TimelineItem> items = new LinkedHashMap<>();
        for (Chosen one : chosen) {
            Candidate candidate = known.get(one.candidate());
            if (candidate != null && !there.containsKey(candidate.id())) {
                items.put(candidate, item(candidate, one, withNames, problems));
            }
        }
        int rows = timelines.of(id).size() + items.size();
        problems.when(
                        rows > MOST_ROWS,
                        "",
                        "A timeline takes %d rows; with these it would have %d.".formatted(MOST_ROWS, rows))
                .refuseIfAny();
        add(id, items, by);
        return items.size();
    }

    private void add(PostmortemId id, Map<Candidate, TimelineItem> items, PersonId by) {
        List<TimelineItem> inOrder = new ArrayList<>(items.values());
        inOrder.sort(java.util.Comparator.comparing(TimelineItem::at));
        if (inOrder.isEmpty()) {
            return;
        }
        timelines.add(id, inOrder, by);
        items.forEach((candidate, item) -> candidates.use(id, candidate.key(), item.id()));
        Map<String, Integer> perChannel = new HashMap<>();
        items.keySet().forEach(one -> perChannel.merge(one.channel(), 1, Integer::sum));
        history.note(
                id,
                "%d timeline rows were taken from %s."
                        .formatted(
                                inOrder.size(),
                                perChannel.keySet().stream().sorted().limit(5).collect(Collectors.joining(", "))),
                by);
    }

    private static TimelineItem item(Candidate candidate, Chosen chosen, boolean withNames, Problems problems) {
        String field = "text-" + candidate.id();
        String typed = PlainLines.of(chosen.text());
        String text = withNames && !candidate.author().isEmpty() ? candidate.author() + ": " + typed : typed;
        problems.when(typed.isEmpty(), field, "Please say what happened.")
                .when(
                        text.length() > StepAnswers.MAX_TEXT,
                        field,
                        "A row has at most 4,000 characters, this has %,d: please shorten it."
                                .formatted(text.length()));
        return TimelineItem.of(
                candidate.at(), text, TimelineKind.ofKey(chosen.kind()).orElse(candidate.kind()), candidate.source());
    }
}
