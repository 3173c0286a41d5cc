package org.postmortemflow.review;

import java.util.Optional;
import java.util.Set;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** What reviewers said. */
public interface Reviews {

    /** The latest verdict; empty before the first. */
    Optional<Verdict> latest(PostmortemId id);

    /** @param toRevise the writing steps that reviewers asked for again; empty when approved */
    record Verdict(boolean approved, Set<Step> toRevise) {}
}
