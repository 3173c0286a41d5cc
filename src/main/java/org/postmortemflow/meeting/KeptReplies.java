package org.postmortemflow.meeting;

import java.util.List;
import java.util.UUID;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The messages that nobody could make use of; administrators see to them. */
@Component
public class KeptReplies {

    private static final int MOST = 100;

    private final ReplyRecords replies;
    private final Organisation organisation;

    KeptReplies(ReplyRecords replies, Organisation organisation) {
        this.replies = replies;
        this.organisation = organisation;
    }

    /**
     * At most 100, the newest first.
     *
     * @throws Refused unless the person is an administrator
     */
    public List<KeptReply> newest(PersonId viewer) {
        require(viewer);
        return replies.kept(MOST);
    }

    /** @throws Refused unless the person is an administrator */
    @Transactional
    public void done(UUID kept, PersonId by) {
        require(by);
        replies.done(kept);
    }

    private void require(PersonId person) {
        if (!organisation.isAdministrator(person)) {
            throw new Refused("This is for administrators.");
        }
    }
}
