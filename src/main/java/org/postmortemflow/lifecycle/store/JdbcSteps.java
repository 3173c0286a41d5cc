package org.postmortemflow.lifecycle.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.StepState.State;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.postmortemflow.shared.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSteps implements Steps {

    private static final String SELECT = """
            select s.postmortem_id, s.step, s.task_id, s.state, s.assignee, s.pool, s.opened_at, s.due, s.because,
                   s.done_at, s.done_by
            from postmortem_step s
            """;

    private final ReadOnce<PostmortemId, List<StepState>> read = new ReadOnce<>("steps");
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    JdbcSteps(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void opened(
            PostmortemId id,
            Step step,
            String taskId,
            @Nullable PersonId assignee,
            @Nullable String pool,
            @Nullable Instant due,
            @Nullable String because) {
        read.forget();
        jdbc.sql("""
                insert into postmortem_step
                  (task_id, postmortem_id, step, state, assignee, pool, opened_at, due, because)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        taskId,
                        id.value(),
                        step.key(),
                        State.OPEN.name(),
                        value(assignee),
                        pool,
                        clock.instant().atOffset(UTC),
                        due == null ? null : due.atOffset(UTC),
                        because)
                .update();
        events.publishEvent(new Recorded(id));
    }

    @Override
    public void assigned(String taskId, @Nullable PersonId assignee) {
        read.forget();
        jdbc.sql("update postmortem_step set assignee = ? where task_id = ? and state = 'OPEN'")
                .params(value(assignee), taskId)
                .update();
    }

    @Override
    public void dueMoved(String taskId, Instant due, @Nullable String because) {
        read.forget();
        jdbc.sql("update postmortem_step set due = ?, because = ? where task_id = ? and state = 'OPEN'")
                .params(due.atOffset(UTC), because, taskId)
                .update();
        recorded(taskId);
    }

    @Override
    public void done(String taskId, PersonId by) {
        end(taskId, State.DONE, by);
    }

    @Override
    public void dropped(String taskId) {
        end(taskId, State.DROPPED, null);
    }

    private void end(String taskId, State state, @Nullable PersonId by) {
        read.forget();
        jdbc.sql("update postmortem_step set state = ?, done_at = ?, done_by = ? where task_id = ? and state = 'OPEN'")
                .params(state.name(), clock.instant().atOffset(UTC), value(by), taskId)
                .update();
        recorded(taskId);
    }

    private void recorded(String taskId) {
        jdbc.sql("select postmortem_id from postmortem_step where task_id = ?")
                .param(taskId)
                .query(UUID.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new Recorded(new PostmortemId(id))));
    }

    @Override
    public List<StepState> of(PostmortemId id) {
        return read.get(id, this::readNow);
    }

    private List<StepState> readNow(PostmortemId id) {
        return jdbc.sql(SELECT + "where s.postmortem_id = ? order by s.position")
                .param(id.value())
                .query(JdbcSteps::row)
                .list();
    }

    @Override
    public Optional<StepState> open(PostmortemId id, Step step) {
        return of(id).stream()
                .filter(state -> state.step() == step && state.state() == State.OPEN)
                .findFirst();
    }

    @Override
    public List<StepState> allOpen() {
        return jdbc.sql(SELECT + "where s.state = 'OPEN' order by s.due nulls last, s.position")
                .query(JdbcSteps::row)
                .list();
    }

    private static StepState row(ResultSet row, int number) throws SQLException {
        return new StepState(
                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                Step.ofKey(row.getString("step")),
                row.getString("task_id"),
                State.valueOf(row.getString("state")),
                person(row.getString("assignee")),
                row.getString("pool"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "due"),
                row.getString("because"),
                instant(row, "done_at"),
                person(row.getString("done_by")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static @Nullable String value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
