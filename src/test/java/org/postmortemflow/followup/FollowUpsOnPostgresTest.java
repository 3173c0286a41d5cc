package org.postmortemflow.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpList.Filter;
import org.postmortemflow.followup.FollowUpList.Listed;
import org.postmortemflow.followup.FollowUpList.Order;
import org.postmortemflow.followup.FollowUpList.Place;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists, paging by due date, the tracker and declined ones, on PostgreSQL. */
@RoomSlice
@OnPostgres
class FollowUpsOnPostgresTest {

    private static final PersonId BEN = new PersonId("ben");

    @Autowired
    Scene scene;

    @Autowired
    FollowUpList list;

    @Autowired
    FollowUps followUps;

    @Autowired
    EditFollowUp editFollowUp;

    @Autowired
    ChangeState changeState;

    @Autowired
    DeclinedBefore declinedBefore;

    @Autowired
    Tracker tracker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void allOfItWorksThereToo() throws Exception {
        PostmortemId minor = scene.postmortem(SEV_2);
        PostmortemId major = scene.postmortem(SEV_1);
        UUID later = added(minor, "Write a runbook for refunds");
        clock.advance(Duration.ofDays(10));
        UUID sooner = added(major, "Add an alert for refunds");
        clock.advance(Duration.ofDays(16));

        List<UUID> read = new ArrayList<>();
        Place after = null;
        for (List<Listed> some = list.next(Filter.OPEN, null, 1);
                !some.isEmpty();
                some = list.next(Filter.OPEN, after, 1)) {
            read.add(some.get(0).followUp().id());
            after = some.get(0).place();
        }
        assertThat(read).containsExactly(sooner, later);
        assertThat(list.open().map(one -> one.followUp().id())).containsExactly(sooner, later);
        Filter overdue = new Filter(
                "payments",
                "P1",
                Kind.DETECTION,
                Set.of(State.OPEN),
                null,
                clock.instant(),
                new Readable("1 = 0", null));
        for (Order order : Order.values()) {
            assertThat(list.page(overdue, order, 0, 10))
                    .extracting(one -> one.followUp().id())
                    .containsExactly(sooner);
        }
        assertThat(list.count(overdue)).isEqualTo(1);
        assertThat(list.loads(Filter.OPEN)).containsExactly(new FollowUpList.Load("payments", 2, 1));

        changeState.change(sooner, State.DECLINED, "Too dear.", null, new PersonId("liam"));
        assertThat(declinedBefore.of(minor, BEN)).hasSize(1);
        UUID again = declinedBefore.takeUpAgain(minor, sooner, BEN);
        assertThat(followUps.get(again).takenFrom()).isEqualTo(sooner);
        assertThat(declinedBefore.of(minor, BEN)).isEmpty();
        twoThatOpenTheSameOneMakeOneTicket(followUps.get(again));
    }

    private void twoThatOpenTheSameOneMakeOneTicket(FollowUp followUp) throws Exception {
        jdbc.sql("delete from tracker_ticket where follow_up_id = ?")
                .param(followUp.id())
                .update();
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<String> open = () -> {
            start.await();
            return Objects.requireNonNull(tracker.open(followUp).orElseThrow().key());
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> both = threads.invokeAll(List.of(open, open));
            assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private UUID added(PostmortemId id, String title) {
        return editFollowUp.add(id, Map.of("title", title, "kind", "detection", "team", "payments"), BEN);
    }
}
