package org.postmortemflow.wording;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Findings that a writer put aside, kept by rule and sentence: put aside while the sentence stays as it is. */
public interface Dismissals {

    /** The latest first. */
    List<Dismissal> of(PostmortemId id);

    Optional<Dismissal> find(PostmortemId id, UUID dismissal);

    /** One finding is put aside once: the first reason stays. */
    void add(PostmortemId id, Dismissal dismissal);

    void remove(PostmortemId id, UUID dismissal);

    /** Whether everything was down for everybody, so that "outage" is the right word (R23). */
    boolean isFullOutage(PostmortemId id);

    void markFullOutage(PostmortemId id, boolean full, PersonId by);

    /**
     * What was put aside.
     *
     * @param fingerprint of rule, place and sentence
     * @param sentence its beginning, to show
     */
    record Dismissal(
            UUID id, String ruleKey, String fingerprint, String sentence, String reason, PersonId by, Instant at) {}
}
