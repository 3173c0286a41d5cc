package org.postmortemflow.readership;

import java.time.Clock;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person who must read a postmortem says that it is read (R25). */
@Component
public class AcknowledgeReading {

    private final ReadershipRecords readership;
    private final Postmortems postmortems;
    private final Clock clock;

    AcknowledgeReading(ReadershipRecords readership, Postmortems postmortems, Clock clock) {
        this.readership = readership;
        this.postmortems = postmortems;
        this.clock = clock;
    }

    /** The first time counts. @throws Refused before the postmortem is Closed, and for somebody who was not asked */
    @Transactional
    public void read(PostmortemId id, PersonId by) {
        if (postmortems.get(id).status() != Status.CLOSED) {
            throw new Refused("This postmortem is not complete yet; please read it once it is Closed.");
        }
        if (!readership.read(id, by, clock.instant())) {
            throw new Refused(
                    "You are not on the list of those who are asked to read it; thank you for reading all the same.");
        }
    }
}
