package org.postmortemflow.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;
import static org.postmortemflow.shared.Severity.SEV_3;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.dashboard.Facts.Place;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.incident.RecordPastIncident;
import org.postmortemflow.lifecycle.ImportPostmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of facts: filtered, in order, part by part, without private ones of others. */
@RoomSlice
class FactListsTest {

    private static final FactFilter JUNE = FactFilter.ALL.within(YearMonth.of(2026, 6), YearMonth.of(2026, 6));

    private static final Instant DAY = Instant.parse("2019-03-04T11:00:00Z");

    @Autowired
    Scene scene;

    @Autowired
    FactRecords facts;

    @Autowired
    RebuildFacts rebuild;

    @Autowired
    RefreshDeadlines refresh;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    Readership readership;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportPostmortem importPostmortem;

    @Autowired
    RecordPastIncident pastIncident;

    @Autowired
    Postmortems postmortems;

    @Autowired
    PlatformTransactionManager transactions;

    private PostmortemId first;
    private PostmortemId second;
    private PostmortemId third;

    @BeforeEach
    void threeOfThem() {
        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact").update();
        first = scene.postmortem(SEV_2, "payment-gateway", responder(INCIDENT_COMMANDER, "ada"));
        second = scene.postmortem(SEV_1, "checkout-api", responder(INCIDENT_COMMANDER, "ada"));
        third = scene.postmortem(SEV_3, "Something unknown", responder(INCIDENT_COMMANDER, "kavya"));
        refresh.later(second);
    }

    @Test
    void whatIsDueFirstComesFirst() {
        assertThat(listed(JUNE, "ines")).hasSize(3).first().isEqualTo(second);
    }

    @Test
    void eachFilterLeavesOutTheOthers() {
        assertThat(listed(JUNE.of(Set.of("checkout")), "ines")).containsExactly(second);
        assertThat(listed(JUNE.of(Set.of("")), "ines")).containsExactly(third);
        assertThat(listed(with(Set.of("payment-gateway"), Set.of(), Set.of()), "ines"))
                .containsExactly(first);
        assertThat(listed(with(Set.of("Something unknown"), Set.of(), Set.of()), "ines"))
                .containsExactly(third);
        assertThat(listed(with(Set.of(), Set.of("kavya"), Set.of()), "ines")).containsExactly(third);
        assertThat(listed(with(Set.of(), Set.of(), Set.of(Status.CLOSED)), "ines"))
                .isEmpty();
        assertThat(listed(JUNE.within(YearMonth.of(2026, 7), null), "ines")).isEmpty();
        assertThat(listed(JUNE.within(null, YearMonth.of(2026, 5)), "ines")).isEmpty();
    }

    /** Figures read whole months in memory, lists ask the database: both must leave out the same. */
    @Test
    void aFilterFitsInMemoryWhatItFitsInTheDatabase() {
        for (FactFilter filter : List.of(
                JUNE,
                JUNE.of(Set.of("checkout", "")),
                JUNE.of(Set.of("payments")),
                with(Set.of("payment-gateway", "Something unknown"), Set.of(), Set.of()),
                with(Set.of(), Set.of(), Set.of(Status.CLOSED)),
                with(Set.of(), Set.of(), Set.of(Status.DRAFT, Status.WAIVED)),
                with(Set.of("checkout-api"), Set.of(), Set.of(Status.DRAFT)),
                withSeverities(Set.of(SEV_1, SEV_3)),
                withSeverities(Set.of(SEV_2)))) {
            List<PostmortemId> inMonth = ids(facts.all(filter));
            assertThat(inMonth).as("%s", filter).hasSize((int) facts.count(filter));
            assertThat(inMonth).as("%s", filter).containsExactlyInAnyOrderElementsOf(ids(inDatabase(filter)));
            assertThat(ids(facts.open(filter))).as("%s", filter).isEqualTo(inMonth);
        }
        assertThat(facts.all(JUNE)).hasSize(3);
    }

    @Test
    void whatHasEndedIsNoLongerOpenInMemory() {
        assertThat(ids(facts.open(FactFilter.ALL))).contains(first, second, third);

        jdbc.sql("update postmortem_fact set closed_at = opened_at, stamp = stamp + 1 where postmortem_id = ?")
                .param(first.value())
                .update();

        assertThat(ids(facts.open(FactFilter.ALL))).contains(second, third).doesNotContain(first);
    }

    private static FactFilter withSeverities(Set<Severity> severities) {
        return new FactFilter(JUNE.from(), JUNE.to(), Set.of(), Set.of(), severities, Set.of(), Set.of());
    }

    /** Without a last month nothing is read from memory. */
    private List<PostmortemFact> inDatabase(FactFilter filter) {
        return facts.all(filter.within(JUNE.from(), null));
    }

    private static List<PostmortemId> ids(List<PostmortemFact> facts) {
        return facts.stream().map(PostmortemFact::id).toList();
    }

    @Test
    void partsFollowEachOtherWithoutGapOrRepetition() {
        List<PostmortemId> seen = new ArrayList<>();
        Place after = null;
        for (int i = 0; i < 4; i++) {
            for (PostmortemFact fact : facts.list(JUNE, readable("ines"), after, 1)) {
                seen.add(fact.id());
                after = Place.of(fact);
            }
        }

        assertThat(seen).containsExactlyInAnyOrder(first, second, third).isEqualTo(listed(JUNE, "ines"));
    }

    @Test
    void aPrivateOneIsCountedForEverybodyAndListedForItsReadersOnly() {
        keepPrivate.makePrivate(first, "A hole", new PersonId("ada"));

        assertThat(listed(JUNE, "ines")).containsExactlyInAnyOrder(second, third);
        assertThat(facts.count(JUNE, readable("ines"))).isEqualTo(2);
        assertThat(listed(JUNE, "ada")).hasSize(3);
        assertThat(facts.count(JUNE)).isEqualTo(3);
        assertThat(facts.all(JUNE)).extracting(PostmortemFact::id).contains(first);
    }

    @Test
    void whatIsImportedIsAFactTooAndStandsOnItsOwnDay() {
        UUID incident =
                pastIncident.record("import", UUID.randomUUID().toString(), "Long ago", SEV_2, null, null, null, DAY);
        PostmortemId id = importPostmortem
                .takeOver(incident, "Long ago", SEV_2, DAY, "a file", new PersonId("admin"))
                .id();

        PostmortemFact fact = facts.find(id).orElseThrow();
        assertThat(fact.status()).isEqualTo(Status.CLOSED);
        assertThat(fact.clockStart()).isEqualTo(DAY);
        assertThat(fact.importedAt()).isNotNull();
        assertThat(fact.next()).isNull();
        assertThat(facts.compute(List.of(id))).containsExactly(fact);
    }

    @Test
    void ofTwoWhoChangeTheSameAtOnceTheLaterSeesBoth() throws Exception {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        CountDownLatch written = new CountDownLatch(1);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
            await(written);
            postmortems.setSeverity(first, SEV_3, null, null);
        });
        transaction.executeWithoutResult(status -> {
            keepPrivate.makePrivate(second, "A hole", new PersonId("ada"));
            facts.lock(List.of(first));
            jdbc.sql(
                            "insert into postmortem_owner (postmortem_id, number, person_id, since, designated_by) values (?, 1, 'kavya', ?, 'ada')")
                    .params(first.value(), DAY.atOffset(ZoneOffset.UTC))
                    .update();
            written.countDown();
        });
        other.get(30, TimeUnit.SECONDS);

        PostmortemFact fact = facts.find(first).orElseThrow();
        assertThat(fact.severity()).isEqualTo(SEV_3);
        assertThat(fact.owner()).isEqualTo(new PersonId("kavya"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFactsOfAMonthThatStayInMemoryAreNeverOlderThanTheDatabase() {
        assertThat(severities()).containsEntry(first, SEV_2).containsEntry(second, SEV_1);
        assertThat(severities()).containsEntry(first, SEV_2);

        postmortems.setSeverity(first, SEV_3, null, null);

        assertThat(severities()).containsEntry(first, SEV_3).containsEntry(second, SEV_1);

        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact where postmortem_id = ?")
                .param(second.value())
                .update();
        assertThat(severities()).containsKey(first).doesNotContainKey(second);
    }

    private Map<PostmortemId, Severity> severities() {
        return facts.all(JUNE).stream().collect(Collectors.toMap(PostmortemFact::id, PostmortemFact::severity));
    }

    @Test
    void whatIsMissingOrWrongIsMendedByTheRebuild() {
        List<PostmortemFact> live = facts.all(JUNE);
        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact where postmortem_id = ?")
                .param(first.value())
                .update();
        jdbc.sql("update postmortem_fact set title = 'Wrong', team = 'wrong', services = '' where postmortem_id = ?")
                .param(second.value())
                .update();

        rebuild.markAll(new PersonId("admin"));
        rebuild.catchUp();

        assertThat(rebuild.waiting()).isZero();
        assertThat(facts.all(JUNE)).containsAll(live);
        assertThat(listed(with(Set.of("checkout-api"), Set.of(), Set.of()), "ines"))
                .contains(second);
    }

    private static FactFilter with(Set<String> services, Set<String> persons, Set<Status> statuses) {
        return new FactFilter(
                JUNE.from(),
                JUNE.to(),
                Set.of(),
                services,
                Set.of(),
                Set.copyOf(persons.stream().map(PersonId::new).toList()),
                statuses);
    }

    private List<PostmortemId> listed(FactFilter filter, String reader) {
        return facts.list(filter, readable(reader), null, 100).stream()
                .map(PostmortemFact::id)
                .toList();
    }

    private Readable readable(String person) {
        return readership.readable(new PersonId(person));
    }
}
