package org.postmortemflow.followup.store;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUpRecords;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.followup.FollowUpsChanged;
import org.postmortemflow.followup.Progress;
import org.postmortemflow.followup.TicketReference;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcFollowUps implements FollowUps, FollowUpRecords {

    private final JdbcClient jdbc;
    private final FollowUpRows rows;
    private final MeetingWord meetingWord;
    private final Postmortems postmortems;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcFollowUps(
            JdbcClient jdbc,
            FollowUpRows rows,
            MeetingWord meetingWord,
            Postmortems postmortems,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.meetingWord = meetingWord;
        this.postmortems = postmortems;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<FollowUp> of(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        return jdbc.sql(FollowUpRows.SELECT + "where f.postmortem_id = ? order by f.position")
                .param(id.value())
                .query((row, number) -> rows.read(row, postmortem.severity(), postmortem.clockStart()))
                .list();
    }

    @Override
    public FollowUp get(UUID followUp) {
        return jdbc.sql(FollowUpRows.SELECT + "where f.id = ?")
                .param(followUp)
                .query((row, number) -> rows.read(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("No follow-up " + followUp));
    }

    @Override
    public FollowUp lock(UUID followUp) {
        jdbc.sql("select id from follow_up where id = ? for update")
                .param(followUp)
                .query(UUID.class)
                .optional();
        return get(followUp);
    }

    @Override
    public String noneBecause(PostmortemId id) {
        return jdbc.sql("select reason from follow_up_waiver where postmortem_id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public Set<String> teamsWithFollowUps(PostmortemId id) {
        return new LinkedHashSet<>(jdbc.sql(
                        "select team_id from follow_up where postmortem_id = ? and team_id is not null order by position")
                .param(id.value())
                .query(String.class)
                .list());
    }

    @Override
    public Map<UUID, PersonId> openedBy(PostmortemId id) {
        Map<UUID, PersonId> creators = new HashMap<>();
        jdbc.sql("select id, opened_by from follow_up where postmortem_id = ?")
                .param(id.value())
                .query(row -> {
                    creators.put(row.getObject("id", UUID.class), new PersonId(row.getString("opened_by")));
                });
        return creators;
    }

    @Override
    @Transactional
    public void write(PostmortemId id, List<Draft> drafts, String noneBecause, PersonId by) {
        Map<UUID, FollowUp> gone = new HashMap<>();
        of(id).forEach(followUp -> gone.put(followUp.id(), followUp));
        int position = 0;
        for (Draft draft : drafts) {
            FollowUp known = draft.id() == null ? null : gone.remove(draft.id());
            if (known == null) {
                open(id, draft, null, position++, by);
                continue;
            }
            jdbc.sql("update follow_up set position = ? where id = ?")
                    .params(position++, known.id())
                    .update();
            if (!draft.equals(Draft.of(known))) {
                change(known.id(), known.version(), draft);
            }
        }
        gone.keySet().forEach(this::remove);
        waive(id, noneBecause);
    }

    private void waive(PostmortemId id, String noneBecause) {
        jdbc.sql("delete from follow_up_waiver where postmortem_id = ?")
                .param(id.value())
                .update();
        if (!noneBecause.isEmpty()) {
            jdbc.sql("insert into follow_up_waiver (postmortem_id, reason) values (?, ?)")
                    .params(id.value(), noneBecause)
                    .update();
        }
        events.publishEvent(new Changed(id));
        events.publishEvent(new FollowUpsChanged(id));
    }

    @Override
    @Transactional
    public void decide(UUID followUp, Decision decision, String reason) {
        jdbc.sql("update follow_up set decision = ?, decision_reason = ? where id = ?")
                .params(decision.name(), reason, followUp)
                .update();
        meetingWord.on(get(followUp), decision, reason).ifPresent(progress -> progress(followUp, progress));
    }

    @Override
    @Transactional
    public UUID add(PostmortemId id, Draft draft, @Nullable UUID takenFrom, PersonId by) {
        int position = jdbc.sql("select coalesce(max(position) + 1, 0) from follow_up where postmortem_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        waive(id, "");
        return open(id, draft, takenFrom, position, by);
    }

    private UUID open(PostmortemId id, Draft draft, @Nullable UUID takenFrom, int position, PersonId by) {
        UUID followUp = UUID.randomUUID();
        jdbc.sql("""
                insert into follow_up (id, postmortem_id, position, title, kind, team_id, priority, assignee, discuss,
                  context, factor, opened_at, opened_by, taken_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        followUp,
                        id.value(),
                        position,
                        draft.title(),
                        draft.kind().name(),
                        draft.teamId(),
                        draft.priority(),
                        value(draft.assignee()),
                        draft.discuss(),
                        draft.context(),
                        draft.factor(),
                        clock.instant().atOffset(UTC),
                        by.value(),
                        takenFrom)
                .update();
        return followUp;
    }

    @Override
    @Transactional
    public void change(UUID followUp, int version, Draft draft) {
        int changed = jdbc.sql("""
                update follow_up set title = ?, kind = ?, team_id = ?, priority = ?, assignee = ?, discuss = ?,
                  context = ?, factor = ?, version = version + 1
                where id = ? and version = ?
                """)
                .params(
                        draft.title(),
                        draft.kind().name(),
                        draft.teamId(),
                        draft.priority(),
                        value(draft.assignee()),
                        draft.discuss(),
                        draft.context(),
                        draft.factor(),
                        followUp,
                        version)
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The follow-up " + followUp + " was changed meanwhile");
        }
        events.publishEvent(new Changed(get(followUp).postmortem()));
    }

    @Override
    @Transactional
    public void remove(UUID followUp) {
        tellOfChange(followUp);
        jdbc.sql("delete from follow_up where id = ?").param(followUp).update();
    }

    @Override
    @Transactional
    public void progress(UUID followUp, Progress progress) {
        jdbc.sql("""
                update follow_up set state = ?, state_at = ?, state_by = ?, state_reason = ?, done_at = ?, done_by = ?,
                  reopened = ?
                where id = ?
                """)
                .params(
                        progress.state().name(),
                        at(progress.since()),
                        value(progress.by()),
                        progress.reason(),
                        at(progress.doneAt()),
                        value(progress.doneBy()),
                        progress.reopened(),
                        followUp)
                .update();
        tellOfChange(followUp);
    }

    private void tellOfChange(UUID followUp) {
        jdbc.sql("select postmortem_id from follow_up where id = ?")
                .param(followUp)
                .query(UUID.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new FollowUpsChanged(new PostmortemId(id))));
    }

    @Override
    @Transactional
    public void ticket(UUID followUp, TicketReference ticket) {
        jdbc.sql("update follow_up set ticket_key = ?, ticket_link = ? where id = ?")
                .params(ticket.key(), ticket.link(), followUp)
                .update();
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
