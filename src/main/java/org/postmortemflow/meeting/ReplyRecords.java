package org.postmortemflow.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postmortemflow.shared.PostmortemId;

/** Where replies are written down. Every call belongs to the caller's transaction. */
public interface ReplyRecords {

    /** The last reply of each attendee who ever answered, by their address in lower case. */
    Map<String, Reply> of(PostmortemId id);

    /** In place of what the same attendee answered before. */
    void put(Reply reply);

    /** As if they had never answered. */
    void remove(PostmortemId id, String email);

    /**
     * Whether this message comes for the first time; afterwards it has come.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another node took the same message at the same moment
     */
    boolean takeIn(String messageKey, Instant now);

    /** For an operator. */
    void keep(KeptReply reply);

    /** At most that many, the newest first. */
    List<KeptReply> kept(int most);

    /** Somebody has seen to it. */
    void done(java.util.UUID kept);
}
