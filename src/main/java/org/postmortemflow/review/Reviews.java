package org.postmortemflow.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** What reviewers said. */
public interface Reviews {

    /** The latest verdict; empty before the first. */
    Optional<Verdict> latest(PostmortemId id);

    /** Oldest first. */
    List<Review> all(PostmortemId id);

    /** @param checklist the questions of R27 that were answered with yes */
    void write(PostmortemId id, PersonId reviewer, Set<String> checklist, String comments, Verdict verdict);

    /** One reviewer's word; rounds count from 1. */
    record Review(int round, PersonId reviewer, Instant at, Set<String> checklist, String comments, Verdict verdict) {}

    /** @param toRevise the writing steps that reviewers asked for again; empty when approved */
    record Verdict(boolean approved, Set<Step> toRevise) {}
}
