package org.postmortemflow.followup.store;

import java.time.Clock;
import java.util.Optional;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.Progress;
import org.postmortemflow.followup.Tracker;
import org.springframework.stereotype.Component;

/** What the meeting's word (R14) does to a follow-up's state: declined ones are, and declined ones that it wants are open again. */
@Component
class MeetingWord {

    private final Tracker tracker;
    private final Clock clock;

    MeetingWord(Tracker tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    /** Tells the tracker. @return empty when the state stays */
    Optional<Progress> on(FollowUp followUp, Decision decision, String reason) {
        State before = followUp.progress().state();
        State after = decision == Decision.DECLINED && before.isOpen()
                ? State.DECLINED
                : decision != Decision.DECLINED && before == State.DECLINED ? State.OPEN : before;
        if (after == before) {
            return Optional.empty();
        }
        if (followUp.ticket() != null) {
            tracker.move(followUp.ticket(), after, reason, null);
        }
        return Optional.of(followUp.progress().to(after, reason, clock.instant(), null));
    }
}
