package org.postmortemflow.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.wording.domain.Finding;
import org.postmortemflow.wording.domain.KindsCovered;
import org.postmortemflow.wording.domain.Passage;
import org.springframework.stereotype.Component;

/**
 * Tells a writer kindly what the rules say. Hints: none of them stops anybody. Templates ask {@code @wording} and show the answer
 * with the fragment {@code wording/findings :: of(...)}.
 */
@Component("wording")
public class CheckWording {

    private final Passages passages;
    private final FollowUps followUps;
    private final Dismissals dismissals;
    private final OrganisationWords words;
    private final Spelling spelling;

    CheckWording(
            Passages passages, FollowUps followUps, Dismissals dismissals, OrganisationWords words, Spelling spelling) {
        this.passages = passages;
        this.followUps = followUps;
        this.dismissals = dismissals;
        this.words = words;
        this.spelling = spelling;
    }

    /** Of everything that is written so far. */
    public CheckedWording of(PostmortemId id) {
        List<FollowUp> written = followUps.of(id);
        List<Passage> all = passages.of(id, written);
        List<Finding> findings = new ArrayList<>(of(all, dismissals.isFullOutage(id)));
        written.forEach(followUp -> KindsCovered.priority(Passages.ofFollowUp(followUp), followUp.priority())
                .forEach(findings::add));
        findings.addAll(KindsCovered.findings(missingKinds(written)));
        boolean ready = true;
        for (Passage passage : all) {
            if (passage.isForCustomers() && !passage.text().isBlank()) {
                Spelling.Result result = spelling.of(passage);
                findings.addAll(result.findings());
                ready &= result.ready();
            }
        }
        return CheckedWording.of(id, findings, dismissals.of(id), ready);
    }

    /** The open hints on one place, for example {@code follow-up/} or {@code section/overview}. */
    public List<CheckedWording.Hint> at(PostmortemId id, String place) {
        return of(id).at(place);
    }

    /** Of texts that are not kept yet, for example while they are written; without spelling. */
    public List<Finding> of(List<Passage> texts, boolean fullOutage) {
        return texts.stream()
                .flatMap(passage -> words.checks(fullOutage).of(passage).stream())
                .toList();
    }

    /** Without any follow-up, the reason for that was given already. */
    private static List<String> missingKinds(List<FollowUp> written) {
        Set<FollowUp.Kind> there = written.stream().map(FollowUp::kind).collect(Collectors.toSet());
        return written.isEmpty()
                ? List.of()
                : Arrays.stream(FollowUp.Kind.values())
                        .filter(kind -> !there.contains(kind))
                        .map(FollowUp.Kind::label)
                        .toList();
    }
}
