package org.postmortemflow.followup.web;

import java.util.List;
import java.util.Objects;
import org.postmortemflow.followup.DeclinedBefore;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the step's form shows besides its fields, to the person who looks. */
@Component("followUpsHere")
class FollowUpsHere {

    private final DeclinedBefore declinedBefore;

    FollowUpsHere(DeclinedBefore declinedBefore) {
        this.declinedBefore = declinedBefore;
    }

    public List<Listed> declinedBefore(PostmortemId id) {
        Authentication viewer =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return declinedBefore.of(id, new PersonId(viewer.getName()));
    }
}
