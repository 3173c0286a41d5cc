package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Waiting;

/** Deadlines that pass at the same moment, and a node that dies at that moment. */
class TimersLab {

    /** An owner is to be designated within this time after the resolution. */
    private static final Duration DESIGNATE_OWNER = Duration.ofHours(2);

    private static final int THREADS = 4;
    private static final int TIMERS = 300;
    private static final int AT_DEATH = 40;

    /** So many tell how fast this machine is. */
    private static final int SAMPLE = 40;

    private static final Duration GRACE = Duration.ofSeconds(10);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 7,
            name = "Timers",
            what = "300 deadlines that pass at the same second on two nodes; then 40 more, as one of the nodes is"
                    + " killed -9",
            passMark = "300 escalations, and the other node's within the lock time + 10 s, each once")
    void everyMissedDeadlineEscalatesOnce(Finding finding, @TempDir Path folder) throws Exception {
        try (Sink sink = new Sink(Duration.ZERO);
                Cluster cluster = new Cluster("timers", folder, sink)) {
            Postgres postgres = cluster.postgres;
            double together = dueAtOnce(cluster, TIMERS, "Together");
            finding.measured("%d escalations %.0f s after the deadline", escalated(postgres), together);
            eachOnce(postgres, TIMERS);

            Instant due = report(cluster, AT_DEATH, "Death");
            Waiting.until(
                    "the deadline passes",
                    Duration.ofMinutes(5),
                    () -> Instant.now().isAfter(due));
            Waiting.until(
                    "both nodes are at work",
                    Cluster.LOCK_TIME,
                    () -> postgres.count("select count(*) from act_ru_job where lock_owner_ is not null") > 0);
            cluster.node(0).kill();
            double alone = awaitEscalations(postgres, TIMERS + AT_DEATH, Instant.now());
            finding.measured(
                    "%d escalations %.0f s after the deadline; %d more %.0f s after the kill, with a lock time of %d s",
                    TIMERS, together, escalated(postgres) - TIMERS, alone, Cluster.LOCK_TIME.toSeconds());

            eachOnce(postgres, TIMERS + AT_DEATH);
            assertThat(alone).isLessThan(Cluster.LOCK_TIME.plus(GRACE).toSeconds());
        }
    }

    private static double dueAtOnce(Cluster cluster, int many, String about) {
        return awaitEscalations(cluster.postgres, many, report(cluster, many, about));
    }

    /** Incidents that were over so long ago that the first deadline passes soon, in the same second for all. */
    private static Instant report(Cluster cluster, int many, String about) {
        long begun = System.nanoTime();
        load(cluster, SAMPLE, about + ", not late", Instant.now());
        double secondsOfOne = (System.nanoTime() - begun) / 1e9 / SAMPLE;
        Instant due = Instant.now()
                .plusSeconds(10 + Math.round(1.5 * secondsOfOne * many))
                .truncatedTo(ChronoUnit.SECONDS);
        load(cluster, many, about, due.minus(DESIGNATE_OWNER));
        assertThat(Instant.now()).as("all are in before the deadline").isBefore(due);
        return due;
    }

    private static void load(Cluster cluster, int many, String about, Instant resolvedAt) {
        List<Client> clients =
                List.of(cluster.node(0).as("ada"), cluster.node(1).as("ada"));
        Load load = new Load(about, resolvedAt, many, THREADS, Duration.ZERO, thread -> clients.get(thread % 2));
        assertThat(load.finish().failures()).isEmpty();
    }

    /** @return seconds since this time */
    private static double awaitEscalations(Postgres postgres, int many, Instant since) {
        Waiting.until("all deadlines have escalated", Duration.ofMinutes(8), () -> escalated(postgres) >= many);
        return Duration.between(since, Instant.now()).toMillis() / 1e3;
    }

    private static long escalated(Postgres postgres) {
        return postgres.count(
                "select count(distinct postmortem_id) from outbox_message where template = 'step-overdue'");
    }

    private static void eachOnce(Postgres postgres, int many) {
        List<Map<String, Object>> notOnce = postgres.sql()
                .queryForList("select postmortem_id, count(*) from postmortem_history where kind = 'escalation'"
                        + " group by postmortem_id having count(*) <> 1");
        assertThat(notOnce).as("escalated more than once").isEmpty();
        assertThat(escalated(postgres)).isEqualTo(many);
    }
}
