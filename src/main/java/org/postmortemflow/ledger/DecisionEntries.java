package org.postmortemflow.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.review.Reviews.Review;
import org.postmortemflow.shared.Step;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The verdicts of reviewers (R27), and the meeting's word on each follow-up (R14). Other decisions are in the history. */
@Component
@Order(2)
class DecisionEntries implements LedgerSource {

    private final Reviews reviews;
    private final Meetings meetings;
    private final FollowUps followUps;

    DecisionEntries(Reviews reviews, Meetings meetings, FollowUps followUps) {
        this.reviews = reviews;
        this.meetings = meetings;
        this.followUps = followUps;
    }

    @Override
    public List<LedgerEntry> of(Postmortem postmortem) {
        Optional<Instant> held = meetings.of(postmortem.id()).map(Meeting::heldAt);
        Stream<LedgerEntry> verdicts = reviews.all(postmortem.id()).stream().map(DecisionEntries::verdict);
        Stream<LedgerEntry> decisions = held.stream()
                .flatMap(at -> followUps.of(postmortem.id()).stream().flatMap(one -> decision(one, at)));
        return Stream.concat(verdicts, decisions).toList();
    }

    private static LedgerEntry verdict(Review review) {
        String again =
                review.verdict().toRevise().stream().sorted().map(Step::label).collect(Collectors.joining(", "));
        String what = review.verdict().approved()
                ? "Review %d: approved.".formatted(review.round())
                : "Review %d: changes asked for, in %s.".formatted(review.round(), again);
        return LedgerEntry.of(review.at(), LedgerKind.DECISION, what, review.comments(), review.reviewer());
    }

    private static Stream<LedgerEntry> decision(FollowUp followUp, Instant at) {
        FollowUp.Decision decision = followUp.decision();
        String reason = followUp.decisionReason();
        return decision == null
                ? Stream.empty()
                : Stream.of(LedgerEntry.of(
                        at,
                        LedgerKind.DECISION,
                        "The meeting on the follow-up \"%s\": %s.".formatted(followUp.title(), decision.label()),
                        reason == null ? "" : reason,
                        null));
    }
}
