package org.postmortemflow.notification;

import java.time.Instant;
import java.util.Optional;
import org.postmortemflow.shared.PersonId;

/** Whether mail is sent at all: one switch for all nodes. Every method is a transaction of its own. */
public interface RelaySwitch {

    Optional<RelayPause> pause();

    /** The mail server refuses us. Leaves alone what a person paused; a longer pause has begun with the first one. */
    void refused(Instant now, Instant until, String reason);

    /** Until the person, or another, lets it go on. */
    void pauseBy(PersonId person, Instant now, String reason);

    void resume();

    /** Ends a pause that no person ordered. */
    void resumeUnlessOrdered();
}
