package org.postmortemflow.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.CUSTOMER_LIAISON;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.DESCRIBE_IMPACT;
import static org.postmortemflow.shared.Step.DESIGNATE_OWNER;
import static org.postmortemflow.shared.Step.DRAFT_EXTERNAL_MESSAGE;
import static org.postmortemflow.shared.Step.OPEN_FOLLOW_UPS;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.escalation.EscalateStep.Result;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told that a step is late, what they read, and who is left in peace. */
@RoomSlice
class EscalateStepTest {

    private static final Instant DUE = TestClock.START.plus(Duration.ofHours(2));

    @Autowired
    EscalateStep escalateStep;

    @Autowired
    Scene scene;

    @Autowired
    Steps steps;

    @Autowired
    Organisation organisation;

    @Autowired
    Incidents incidents;

    @Autowired
    Owners owners;

    @Autowired
    OutboxSpy outbox;

    @Test
    void thePersonByRoleReadsWhatIsLateSinceWhenWhyAndWhereToDoIt() {
        PostmortemId id = late(scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada")));

        assertThat(escalate(id, 1, "incident-commander")).isEqualTo(Result.TOLD);

        assertThat(outbox.about(id)).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo("step-overdue");
            assertThat(mail.to().email()).isEqualTo("ada@demo.example");
            assertThat(mail.model().get("step")).isEqualTo("Analyse contributing factors");
            assertThat(mail.model().get("since")).isEqualTo("Wed 10 Jun 2026 16:00 CEST");
            assertThat(mail.model().get("items"))
                    .isEqualTo(List.of(Map.of(
                            "step",
                            "Analyse contributing factors",
                            "waitsFor",
                            "somebody who takes it",
                            "because",
                            "a day before the meeting")));
            assertThat(mail.model().get("reason")).isEqualTo("you act here as incident commander");
            assertThat(mail.model().get("link").toString()).endsWith("/postmortems/" + id + "/steps/analyse");
        });
        assertThat(scene.history(id)).last().isEqualTo("Overdue: Analyse contributing factors; told Ada Okafor.");
    }

    @Test
    void theMailNamesWhomTheStepWaitsFor() {
        PostmortemId id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
        steps.opened(id, ANALYSE, "task-" + UUID.randomUUID(), new PersonId("ben"), null, DUE, "a day before");

        escalate(id, 1, "incident-commander");

        assertThat(outbox.about(id))
                .singleElement()
                .satisfies(
                        mail -> assertThat(mail.model().get("items").toString()).contains("waitsFor=Ben Fischer"));
    }

    /** The ladder of this test sends all but the external message to the same role. */
    @Test
    void stepsThatMissTheSameDeadlineAndClimbToTheSameRoleAreOneMail() {
        PostmortemId id = late(scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada")));
        opened(id, OPEN_FOLLOW_UPS, DUE);
        opened(id, DRAFT_EXTERNAL_MESSAGE, DUE);
        opened(id, DESCRIBE_IMPACT, DUE.minusSeconds(60));

        escalate(id, 1, "incident-commander");
        escalateStep.escalate(id, OPEN_FOLLOW_UPS, 1, "incident-commander", DUE);

        assertThat(outbox.about(id)).singleElement().satisfies(mail -> {
            assertThat(mail.model().get("step")).isEqualTo("2 steps");
            assertThat(mail.model().get("items").toString())
                    .contains(ANALYSE.label(), OPEN_FOLLOW_UPS.label())
                    .doesNotContain(DRAFT_EXTERNAL_MESSAGE.label(), DESCRIBE_IMPACT.label());
            assertThat(mail.model().get("link").toString()).endsWith("/postmortems/" + id);
        });
        assertThat(scene.history(id))
                .contains(
                        "Overdue: Analyse contributing factors; told Ada Okafor.",
                        "Overdue: " + OPEN_FOLLOW_UPS.label() + "; told Ada Okafor.");

        steps.done(task(id), new PersonId("kavya"));
        escalateStep.escalate(id, OPEN_FOLLOW_UPS, 2, "incident-commander", DUE);
        assertThat(outbox.about(id))
                .last()
                .satisfies(mail -> assertThat(mail.model().get("items").toString())
                        .contains(OPEN_FOLLOW_UPS.label())
                        .doesNotContain(ANALYSE.label()));
    }

    @Test
    void eachRungOfEachDeadlineIsToldOnce() {
        PostmortemId id = late(scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada")));

        escalate(id, 1, "incident-commander");
        escalate(id, 1, "incident-commander");
        assertThat(outbox.about(id)).hasSize(1);

        escalate(id, 2, "incident-commander");
        assertThat(outbox.about(id)).hasSize(2);

        steps.dueMoved(task(id), DUE.plus(Duration.ofHours(1)), "the meeting moved");
        escalate(id, 1, "incident-commander");
        assertThat(outbox.about(id)).hasSize(3).extracting(Mail::key).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsToldOfAStepThatIsDoneOrNotLateYet() {
        PostmortemId id = late(scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada")));
        Instant justBefore = DUE.minusMillis(1);

        assertThat(escalateStep.escalate(id, ANALYSE, 1, "incident-commander", justBefore))
                .isEqualTo(Result.NOT_LATE);
        assertThat(escalateStep.escalate(id, DESIGNATE_OWNER, 1, "incident-commander", DUE))
                .isEqualTo(Result.DONE);
        steps.done(task(id), new PersonId("kavya"));
        assertThat(escalate(id, 1, "incident-commander")).isEqualTo(Result.DONE);

        assertThat(outbox.about(id)).isEmpty();
        assertThat(scene.history(id)).noneMatch(line -> line.startsWith("Overdue"));
    }

    @ParameterizedTest
    @CsvSource({
        "owner, kavya",
        "incident-commander, ada",
        "customer-liaison, jonas",
        "engineering-manager, emeka",
        "director, ines",
        "support-lead, hana"
    })
    void everyRoleOfTheLadderHasItsPerson(String role, String person) {
        PostmortemId id =
                scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"), responder(CUSTOMER_LIAISON, "jonas"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "kavya"));

        assertThat(told(role, late(id))).containsExactly(person);
        assertThat(outbox.about(id)
                        .get(outbox.about(id).size() - 1)
                        .model()
                        .get("reason")
                        .toString())
                .startsWith("you act here as");
    }

    @Test
    void theOwnersTeamStandsInForAServiceThatNobodyKnows() {
        PostmortemId id = scene.postmortem(SEV_1, "a service of long ago", responder(INCIDENT_COMMANDER, "ada"));
        scene.does(id, DESIGNATE_OWNER, "ada", Map.of("owner", "deniz"));

        assertThat(told("engineering-manager", late(id))).containsExactly("goran");
    }

    @ParameterizedTest
    @CsvSource({
        "owner, ada goran kavya",
        "incident-commander, ada goran kavya",
        "customer-liaison, hana jonas",
        "engineering-manager, emeka goran farah mei ines",
        "director, emeka goran farah mei ines"
    })
    void whereNobodyHasTheRoleThoseWhoCanHelpAreToldAndReadWhy(String role, String standIns) {
        PostmortemId id = late(scene.postmortem(SEV_1, "a service of long ago"));

        assertThat(told(role, id)).containsExactly(standIns.split(" "));
        assertThat(outbox.about(id))
                .allSatisfy(mail -> assertThat(mail.model().get("reason").toString())
                        .startsWith("nobody here is known as " + role.replace('-', ' ')));
    }

    @Test
    void withEmptyPoolsManagersAndAtLastAdministratorsHear() {
        PostmortemId id = late(scene.postmortem(SEV_1, "a service of long ago"));

        assertThat(persons(Set.of(Pool.MANAGERS), "support-lead", id))
                .contains("emeka", "ines")
                .doesNotContain("admin");
        assertThat(persons(Set.of(), "support-lead", id)).containsExactly("admin");
        assertThat(persons(Set.of(), "owner", id)).containsExactly("admin");
    }

    @Test
    void aRoleThatTheLadderDoesNotKnowIsAMistakeInTheTable() {
        PostmortemId id = late(scene.postmortem(SEV_1));

        assertThatThrownBy(() -> escalate(id, 1, "janitor"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("janitor");
        assertThat(outbox.about(id)).isEmpty();
    }

    private PostmortemId late(PostmortemId id) {
        opened(id, ANALYSE, DUE);
        return id;
    }

    private void opened(PostmortemId id, Step step, Instant due) {
        steps.opened(id, step, "task-" + UUID.randomUUID(), null, null, due, "a day before the meeting");
    }

    private Result escalate(PostmortemId id, int rung, String role) {
        return escalateStep.escalate(id, ANALYSE, rung, role, DUE.plus(Duration.ofHours(2)));
    }

    private List<String> told(String role, PostmortemId id) {
        assertThat(escalate(id, 1, role)).isEqualTo(Result.TOLD);
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("step-overdue"))
                .map(mail -> mail.to().email().replace("@demo.example", ""))
                .toList();
    }

    private String task(PostmortemId id) {
        return steps.open(id, ANALYSE).orElseThrow().taskId();
    }

    /** In the same organisation with only these pools filled. */
    private List<String> persons(Set<Pool> filled, String role, PostmortemId id) {
        Organisation other = (Organisation) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Organisation.class},
                (proxy, method, args) -> method.getName().equals("pool") && !filled.contains((Pool) args[0])
                        ? List.of()
                        : method.invoke(organisation, args));
        return new PersonsByRole(other, incidents, owners)
                .with(role, id).persons().stream()
                        .map(Person::id)
                        .map(PersonId::value)
                        .toList();
    }
}
