package org.postmortemflow.followup.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Decision;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Changed;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcFollowUps implements FollowUps {

    private static final int SEV_1_DAYS = 15;
    private static final int OTHER_DAYS = 30;
    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("uuuuMMdd");

    private final JdbcClient jdbc;
    private final Postmortems postmortems;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcFollowUps(
            JdbcClient jdbc,
            Postmortems postmortems,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.postmortems = postmortems;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<FollowUp> of(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        return jdbc.sql("select * from follow_up where postmortem_id = ? order by position")
                .param(id.value())
                .query((row, number) -> read(row, postmortem))
                .list();
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
        return new LinkedHashSet<>(jdbc.sql("select team_id from follow_up where postmortem_id = ? order by position")
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
        Set<UUID> gone = new HashSet<>(openedBy(id).keySet());
        int position = 0;
        for (Draft draft : drafts) {
            if (draft.id() == null || !gone.remove(draft.id())) {
                open(id, draft, position++, by);
            } else {
                change(draft.id(), draft, position++);
            }
        }
        gone.forEach(followUp ->
                jdbc.sql("delete from follow_up where id = ?").param(followUp).update());
        jdbc.sql("delete from follow_up_waiver where postmortem_id = ?")
                .param(id.value())
                .update();
        if (!noneBecause.isEmpty()) {
            jdbc.sql("insert into follow_up_waiver (postmortem_id, reason) values (?, ?)")
                    .params(id.value(), noneBecause)
                    .update();
        }
        events.publishEvent(new Changed(id));
    }

    @Override
    @Transactional
    public void decide(UUID followUp, Decision decision, String reason) {
        jdbc.sql("update follow_up set decision = ?, decision_reason = ? where id = ?")
                .params(decision.name(), reason, followUp)
                .update();
    }

    private void open(PostmortemId id, Draft draft, int position, PersonId by) {
        jdbc.sql("""
                insert into follow_up (id, postmortem_id, position, title, kind, team_id, priority, assignee, discuss,
                  context, opened_at, opened_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        position,
                        draft.title(),
                        draft.kind().name(),
                        draft.teamId(),
                        draft.priority(),
                        assignee(draft),
                        draft.discuss(),
                        draft.context(),
                        clock.instant().atOffset(UTC),
                        by.value())
                .update();
    }

    private void change(UUID followUp, Draft draft, int position) {
        jdbc.sql("""
                update follow_up set position = ?, title = ?, kind = ?, team_id = ?, priority = ?, assignee = ?,
                  discuss = ?, context = ?
                where id = ?
                """)
                .params(
                        position,
                        draft.title(),
                        draft.kind().name(),
                        draft.teamId(),
                        draft.priority(),
                        assignee(draft),
                        draft.discuss(),
                        draft.context(),
                        followUp)
                .update();
    }

    private static @Nullable String assignee(Draft draft) {
        return draft.assignee() == null ? null : draft.assignee().value();
    }

    private FollowUp read(ResultSet row, Postmortem postmortem) throws SQLException {
        Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
        Severity severity = postmortem.severity();
        int days = severity == Severity.SEV_1 ? SEV_1_DAYS : OTHER_DAYS;
        return new FollowUp(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                row.getString("team_id"),
                row.getString("priority"),
                optional(row.getString("assignee"), PersonId::new),
                row.getBoolean("discuss"),
                row.getString("context"),
                due(opened, days),
                severity == null ? List.of() : labels(severity, postmortem.clockStart()),
                optional(row.getString("decision"), Decision::valueOf),
                row.getString("decision_reason"));
    }

    /** The last day is the local day of the opening plus the days; it ends where the next one starts. */
    private Instant due(Instant opened, int days) {
        return opened.atZone(organisation.zone())
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(organisation.zone())
                .toInstant();
    }

    private List<String> labels(Severity severity, Instant clockStart) {
        String tag = severity.key().replace("-", "");
        return List.of(tag, tag + "_" + TAG.format(clockStart.atZone(organisation.zone())));
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }
}
