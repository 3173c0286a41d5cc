package org.postmortemflow.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.overview.ListRecords.Mine;
import org.postmortemflow.overview.PostmortemLists.Part;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists part by part: filtered, in order, without private ones of others. */
@RoomSlice
class PostmortemListsTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId INES = new PersonId("ines");
    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    PostmortemLists lists;

    @Autowired
    Scene scene;

    @Autowired
    Steps steps;

    @Autowired
    Postmortems postmortems;

    @Autowired
    RefreshDeadlines refreshDeadlines;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private PostmortemId first;
    private PostmortemId second;
    private PostmortemId third;

    @BeforeEach
    void threeOfThem() {
        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact").update();
        jdbc.sql("update postmortem_step set state = 'DONE'").update();
        first = opened("payment-gateway", SEV_2, "ada");
        second = opened("checkout-api", SEV_1, "ada");
        third = opened("Something unknown", SEV_2, "kavya");
    }

    @AfterEach
    void backToTheStart() {
        clock.reset();
    }

    private PostmortemId opened(String service, Severity severity, String commander) {
        clock.advance(Duration.ofMinutes(1));
        PostmortemId id = scene.postmortem(severity, service, responder(INCIDENT_COMMANDER, commander));
        refreshDeadlines.later(id);
        return id;
    }

    @Test
    void eachFilterLeavesOutTheOthers() {
        waits(second, Step.SCHEDULE_MEETING, "chloe", null);
        postmortems.moveTo(third, Status.CANCELLED, INES, "A test");

        assertThat(listed(ListFilter.ALL, INES)).containsExactly(third, second, first);
        assertThat(listed(ListFilter.ALL.in(ListFilter.OPEN), INES)).containsExactly(second, first);
        assertThat(listed(ListFilter.ALL.of(new PersonId("kavya")), INES)).containsExactly(third);
        assertThat(listed(ListFilter.ALL.of(new PersonId("chloe")), INES)).containsExactly(second);
        assertThat(listed(filter(Set.of("checkout"), Set.of(), Set.of(), null), INES))
                .containsExactly(second);
        assertThat(listed(filter(Set.of(""), Set.of(), Set.of(), null), INES)).containsExactly(third);
        assertThat(listed(filter(Set.of(), Set.of("payment-gateway"), Set.of(), null), INES))
                .containsExactly(first);
        assertThat(listed(filter(Set.of(), Set.of(), Set.of(Step.SCHEDULE_MEETING), null), INES))
                .containsExactly(second);
        assertThat(listed(filter(Set.of(), Set.of(), Set.of(), YearMonth.of(2026, 7)), INES))
                .isEmpty();
    }

    @Test
    void whatIsLateComesFirstAndAloneWhenAsked() {
        clock.advance(Duration.ofHours(3));
        postmortems.setSeverity(first, Severity.SEV_2, INES, "x");

        Part part = lists.part(ListFilter.ALL.in(ListFilter.OPEN), ListOrder.DUE, null, 10, INES);

        assertThat(part.postmortems()).hasSize(3).allMatch(ListedPostmortem::late);
        assertThat(part.postmortems().get(0).next()).isNotNull();
        ListFilter late = new ListFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true);
        assertThat(listed(late, INES)).hasSize(3);
        clock.reset();
        assertThat(listed(late, INES)).isEmpty();
    }

    /** Opening never changes, so what happens while somebody reads on neither hides nor repeats any. */
    @Test
    void readingOnMissesNothingWhileThingsChange() {
        List<PostmortemId> seen = new ArrayList<>();
        Part part = lists.part(ListFilter.ALL, ListOrder.NEWEST, null, 1, INES);
        part.postmortems().forEach(one -> seen.add(one.id()));
        opened("checkout-api", SEV_1, "ada");
        postmortems.moveTo(third, Status.CANCELLED, INES, "A test");
        while (part.next() != null) {
            String cursor = ListCursor.write(ListOrder.NEWEST, part.next());
            part = lists.part(
                    ListFilter.ALL,
                    ListOrder.NEWEST,
                    ListCursor.read(ListOrder.NEWEST, cursor).orElseThrow(),
                    1,
                    INES);
            part.postmortems().forEach(one -> seen.add(one.id()));
        }

        assertThat(seen).containsExactly(third, second, first);
        assertThat(ListCursor.read(
                        ListOrder.DUE, ListCursor.write(ListOrder.NEWEST, new Place(TestClock.START, first))))
                .isEmpty();
        assertThat(ListCursor.read(ListOrder.DUE, "nonsense")).isEmpty();
    }

    @Test
    void privateOnesOfOthersAreNeitherListedNorCounted() {
        waits(second, Step.REVIEW_POSTMORTEM, null, "reviewers");
        keepPrivate.makePrivate(second, "Customers' data", ADA);

        assertThat(listed(ListFilter.ALL, LIAM)).containsExactly(third, first);
        assertThat(lists.count(ListFilter.ALL, LIAM)).isEqualTo(2);
        assertThat(lists.standing(LIAM).statuses().values())
                .extracting(one -> one.all())
                .containsExactly(2L);
        assertThat(lists.standing(LIAM).steps()).isEmpty();
        assertThat(lists.turnsOf(LIAM, 10).first()).isEmpty();
        assertThat(listed(ListFilter.ALL, ADA)).containsExactly(third, second, first);
        assertThat(lists.standing(ADA).steps()).containsEntry(Step.REVIEW_POSTMORTEM, 1L);
    }

    @Test
    void whatNamesMeComesBeforeWhatIsOpenToMyPool() {
        waits(first, Step.REVIEW_POSTMORTEM, null, "reviewers");
        waits(second, Step.ANALYSE, "liam", null);
        waits(third, Step.ANALYSE, "chloe", null);

        assertThat(lists.turnsOf(LIAM, 10).first())
                .extracting(Mine::step)
                .extracting(step -> step.step())
                .containsExactly(Step.ANALYSE, Step.REVIEW_POSTMORTEM);
        assertThat(lists.turnsOf(LIAM, 1).all()).isEqualTo(2);
        assertThat(lists.part(ListFilter.ALL, ListOrder.DUE, null, 10, INES).postmortems())
                .allMatch(one -> one.openSteps().size() == 1);
    }

    private static ListFilter filter(
            Set<String> teams,
            Set<String> services,
            Set<Step> steps,
            @org.jspecify.annotations.Nullable YearMonth from) {
        return new ListFilter(from, null, teams, services, Set.of(), Set.of(), Set.of(), steps, false);
    }

    private List<PostmortemId> listed(ListFilter filter, PersonId reader) {
        return lists.part(filter, ListOrder.NEWEST, null, 50, reader).postmortems().stream()
                .map(ListedPostmortem::id)
                .toList();
    }

    private void waits(
            PostmortemId id,
            Step step,
            @org.jspecify.annotations.Nullable String person,
            @org.jspecify.annotations.Nullable String pool) {
        steps.opened(
                id, step, UUID.randomUUID().toString(), person == null ? null : new PersonId(person), pool, null, null);
    }
}
