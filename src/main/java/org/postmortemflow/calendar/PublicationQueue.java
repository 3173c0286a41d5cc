package org.postmortemflow.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarPublisher.Stored;
import org.postmortemflow.shared.PostmortemId;

/**
 * Which meetings a calendar server does not have as they are now. Worked out from the meetings themselves, so that nothing is
 * missed that happened while nobody published. Each call is a transaction of its own; several nodes share the work.
 */
public interface PublicationQueue {

    /** Notes what differs from what was last written, for meetings that start after {@code since}. */
    void note(Instant since, Instant now);

    /** The next that is due, taken until the lease ends; the attempt is counted. */
    Optional<Publication> take(Instant now, Instant leaseEnds);

    /** The server has this state of the meeting. A change since then is noted by the next {@link #note}. */
    void done(Publication publication, @Nullable Stored stored);

    void again(PostmortemId id, Instant next, String error);

    /** Only a change of the meeting, or an operator, tries this one again. */
    void refused(Publication publication, String error);

    /** Everything is due now, also what the server should have already: that mends what was changed there. */
    void everythingAgain(Instant now);

    /** What waits after a failure, and what was refused; the most recent meetings first. */
    List<Publication.Failure> failures(int most);
}
