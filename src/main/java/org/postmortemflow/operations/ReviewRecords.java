package org.postmortemflow.operations;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;

/** What was mailed of the review, and to whom. */
public interface ReviewRecords {

    boolean served(PersonId person, String period);

    /** @throws org.springframework.dao.DuplicateKeyException when another node serves it at the same moment */
    void serve(PersonId person, String period, Instant at);
}
