package org.postmortemflow.followup.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.TicketReference;
import org.postmortemflow.followup.Tracker;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tickets in our own table, numbered over all teams. */
@Component
class BuiltInTracker implements Tracker {

    private static final String PREFIX = "FU-";

    private final JdbcClient jdbc;
    private final Clock clock;

    BuiltInTracker(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<TicketReference> open(FollowUp followUp) {
        // two that open the same one wait for each other here, so the second sees the first one's ticket
        jdbc.sql("select id from follow_up where id = ? for update")
                .param(followUp.id())
                .query(UUID.class)
                .optional();
        if (number(followUp.id()).isEmpty()) {
            jdbc.sql("insert into tracker_ticket (follow_up_id, state, changed_at) values (?, ?, ?)")
                    .params(
                            followUp.id(),
                            followUp.progress().state().name(),
                            clock.instant().atOffset(UTC))
                    .update();
        }
        return number(followUp.id())
                .map(number -> new TicketReference(
                        PREFIX + number,
                        "/postmortems/%s/follow-ups/%s".formatted(followUp.postmortem(), followUp.id())));
    }

    @Override
    public Optional<State> state(TicketReference ticket) {
        return jdbc.sql("select state from tracker_ticket where number = ?")
                .param(number(ticket))
                .query(String.class)
                .optional()
                .map(State::valueOf);
    }

    @Override
    @Transactional
    public void move(TicketReference ticket, State state, String reason, @Nullable PersonId by) {
        jdbc.sql("update tracker_ticket set state = ?, changed_at = ? where number = ?")
                .params(state.name(), clock.instant().atOffset(UTC), number(ticket))
                .update();
    }

    private Optional<Long> number(UUID followUp) {
        return jdbc.sql("select number from tracker_ticket where follow_up_id = ?")
                .param(followUp)
                .query(Long.class)
                .optional();
    }

    /** None of ours has the number 0. */
    private static long number(TicketReference ticket) {
        return ticket.key().matches(PREFIX + "\\d{1,18}")
                ? Long.parseLong(ticket.key().substring(PREFIX.length()))
                : 0;
    }
}
