package org.postmortemflow.demo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.demo.DemoData;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Import;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The demo's past is believable, is what the rooms would have written, and never stands beside what people wrote. */
@RoomSlice
@Import(WriteHistory.class)
class DemoHistoryTest {

    private static final String DEMO = "classpath:organisation/demo.yaml";
    private static final String REAL = "file:/etc/postmortem-flow/organisation.yaml";

    @Autowired
    private WriteHistory writeHistory;

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private Steps steps;

    @Autowired
    private RefreshDeadlines refreshDeadlines;

    @Autowired
    private Scene scene;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private DemoData data = new DemoData();

    @BeforeEach
    void begin() {
        // the search and the figures read what is new in the background, so that rows of theirs may have come
        List<String> all = Stream.concat(
                        Stream.of(Table.values()).map(Table::name),
                        Stream.of(
                                "search_text",
                                "search_word",
                                "postmortem_fact_service",
                                "follow_up_waiver",
                                "calendar_publication"))
                .toList();
        if (isPostgres()) {
            truncate("truncate table " + String.join(", ", all) + " cascade", 10);
        } else {
            jdbc.execute("set referential_integrity false");
            all.forEach(table -> jdbc.update("delete from " + table));
            jdbc.execute("set referential_integrity true");
        }
        jdbc.update("delete from demo_history");
    }

    /** Who reads or writes in the background may hold one table and want another; the database then ends one of the two. */
    private void truncate(String all, int tries) {
        try {
            jdbc.execute(all);
        } catch (PessimisticLockingFailureException e) {
            if (tries == 1) {
                throw e;
            }
            truncate(all, tries - 1);
        }
    }

    private boolean isPostgres() {
        return jdbc.queryForObject(
                        "select count(*) from information_schema.schemata where schema_name = 'pg_catalog'",
                        Integer.class)
                > 0;
    }

    private DemoHistory history(int months, String organisation) {
        return new DemoHistory(
                writeHistory,
                new DemoClock(clock, Duration.ZERO, organisation),
                data,
                clock,
                JdbcClient.create(jdbc),
                transactions,
                months);
    }

    private void start(int months, String organisation) {
        history(months, organisation).run(new DefaultApplicationArguments());
    }

    private List<Postmortem> all() {
        return postmortems.all();
    }

    @Test
    void thePastIsMadeOnceHoweverOftenTheDemoStarts() {
        start(3, DEMO);
        int count = all().size();
        List<Map<String, Object>> lines =
                jdbc.queryForList("select at, text from postmortem_history order by at, text");

        start(3, DEMO);
        start(24, DEMO);
        data = new DemoData();
        start(0, DEMO);

        assertThat(data.isShown()).as("also without the setting").isTrue();
        assertThat(count).isBetween(25, 60);
        assertThat(all()).hasSize(count);
        assertThat(jdbc.queryForList("select at, text from postmortem_history order by at, text"))
                .isEqualTo(lines);
    }

    @Test
    void whoDoesNotAskForAPastGetsNone() {
        DemoHistory none = history(0, REAL);
        none.run(new DefaultApplicationArguments());

        assertThat(all()).isEmpty();
        assertThat(data.isShown()).isFalse();
    }

    @Test
    void aRealOrganisationHasNoMadeUpPast() {
        assertThatThrownBy(() -> history(24, REAL))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason()).contains("Only the demo organisation"));
        assertThatThrownBy(() -> history(-1, DEMO)).isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void aRealOrganisationDoesNotStartOnTheDemosDatabase() {
        start(1, DEMO);

        assertThatThrownBy(() -> start(0, REAL))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason()).contains("database of its own"));
    }

    @Test
    void thePastDoesNotGetAmongThePostmortemsOfPeople() {
        scene.postmortem(Severity.SEV_2);

        assertThatThrownBy(() -> start(3, DEMO))
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason()).contains("already", "empty one"));

        assertThat(all()).hasSize(1);
        assertThat(jdbc.queryForList("select * from demo_history")).isEmpty();
    }

    /** R9, R22, R26: rooms that look at a made-up postmortem find the deadlines that they would have kept themselves. */
    @Test
    void itsDeadlinesAreThoseThatTheRulesGive() {
        start(4, DEMO);
        String sql = "select postmortem_id, kind, subject, due, because, rule, inputs, met_at, breached_at, ended_at,"
                + " late_reason, excuse_reason from deadline order by postmortem_id, kind, subject";
        List<Map<String, Object>> before = jdbc.queryForList(sql);
        int lines = jdbc.queryForList("select 1 from postmortem_history").size();

        all().forEach(one -> refreshDeadlines.later(one.id()));

        assertThat(before).hasSizeGreaterThan(200);
        assertThat(jdbc.queryForList(sql)).isEqualTo(before);
        assertThat(jdbc.queryForList("select 1 from postmortem_history")).hasSize(lines);
    }

    @Test
    void nothingOfItIsStillToComeAndNoMailWaits() {
        start(6, DEMO);

        Instant now = clock.instant();
        assertThat(jdbc.queryForList("select max(at) from postmortem_history", Instant.class))
                .allMatch(at -> !at.isAfter(now));
        assertThat(jdbc.queryForList("select distinct state from outbox_message", String.class))
                .containsExactly("SENT");
        assertThat(all()).allMatch(one -> !one.status().isOpen());
        assertThat(jdbc.queryForList("select distinct state from postmortem_step", String.class))
                .isSubsetOf("DONE", "DROPPED");
    }

    @Test
    void itIsBelievable() {
        start(24, DEMO);
        List<Postmortem> all = all();
        Map<Status, Long> byStatus =
                all.stream().collect(Collectors.groupingBy(Postmortem::status, Collectors.counting()));

        assertThat(all).hasSizeBetween(240, 340);
        assertThat(byStatus).containsOnlyKeys(Status.CLOSED, Status.WAIVED, Status.CANCELLED);
        assertThat(byStatus.get(Status.CLOSED)).isGreaterThan(byStatus.get(Status.WAIVED) * 2);
        assertThat(count("severity = 'SEV_1'")).isLessThan(count("severity = 'SEV_2'") / 2);
        assertThat(inTime("d.due < timestamp with time zone '2025-06-10 00:00:00+00'"))
                .as("R9: the share of meetings in time gets better")
                .isLessThan(inTime("d.due >= timestamp with time zone '2025-06-10 00:00:00+00'"));
        for (String some : List.of(
                "select 1 from postmortem_private",
                "select 1 from review where not approved",
                "select 1 from deadline where excuse_reason is not null",
                "select 1 from deadline where breached_at is not null and excuse_reason is null",
                "select 1 from follow_up where state = 'DECLINED' and state_reason <> ''",
                "select 1 from follow_up where state = 'OPEN' or state = 'IN_PROGRESS'",
                "select 1 from follow_up f join deadline d on d.subject = cast(f.id as varchar) where d.breached_at is not null",
                "select 1 from reminder_escalation",
                "select 1 from external_message where posted_at is not null",
                "select 1 from postmortem_reader where must_read and read_at is null",
                "select 1 from postmortem where status = 'WAIVED' and severity = 'SEV_2' and end_reason is not null")) {
            assertThat(jdbc.queryForList(some)).as(some).isNotEmpty();
        }
    }

    /** R8: each step comes after those before it, and is done after it was opened. */
    @Test
    void itsStepsAreInOrder() {
        start(6, DEMO);

        Set<String> ids = new HashSet<>();
        for (Postmortem one : all()) {
            Instant before = one.openedAt();
            for (StepState step : steps.of(one.id())) {
                assertThat(ids.add(step.taskId())).isTrue();
                assertThat(step.openedAt()).isAfterOrEqualTo(before);
                assertThat(step.doneAt()).isAfterOrEqualTo(step.openedAt()).isBeforeOrEqualTo(one.closedAt());
                before = step.openedAt();
            }
        }
    }

    private long count(String where) {
        return jdbc.queryForObject("select count(*) from postmortem where " + where, Long.class);
    }

    private double inTime(String where) {
        return jdbc.queryForObject(
                "select avg(case when breached_at is null then 1.0 else 0.0 end) from deadline d"
                        + " where kind = 'meeting-held' and met_at is not null and " + where,
                Double.class);
    }
}
