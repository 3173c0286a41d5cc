package org.postmortemflow.process.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.audit.AuditSettings;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.SmallOrganisation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest(
        classes = IdentitySyncTest.EngineOnly.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
            "camunda.bpm.job-execution.enabled=false"
        })
class IdentitySyncTest {

    /** The engine and what is synchronised into it. */
    @Configuration
    @EnableAutoConfiguration
    @EnableConfigurationProperties(AuditSettings.class)
    @ComponentScan({
        "org.postmortemflow.people",
        "org.postmortemflow.audit",
        "org.postmortemflow.process.identity",
        "org.postmortemflow.process.schema"
    })
    static class EngineOnly {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private static final List<String> TABLES =
            List.of("act_id_user", "act_id_group", "act_id_membership", "act_ru_authorization", "act_ru_filter");

    @Autowired
    private Organisation demo;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AuditLog audit;

    @Autowired
    private PlatformTransactionManager transactions;

    /** Before each test, and after it for the other tests that share the application. */
    @BeforeEach
    @AfterEach
    void asStarted() {
        sync(demo);
    }

    @Test
    void personsAndTheirGroupsAreKnownToTheEngine() {
        User chloe =
                engine.getIdentityService().createUserQuery().userId("chloe").singleResult();
        assertThat(chloe.getFirstName()).isEqualTo("Chloé");
        assertThat(chloe.getLastName()).isEqualTo("Martin");
        assertThat(chloe.getEmail()).isEqualTo("chloe@demo.example");
        assertThat(groupsOf("kavya"))
                .containsExactlyInAnyOrder(
                        "everyone", "team-checkout", "incident-commanders", "reviewers", "facilitators");
        assertThat(groupsOf("admin")).containsExactlyInAnyOrder("everyone", "camunda-admin");
        assertThat(groupsOf("chloe")).containsExactlyInAnyOrder("everyone", "team-payments");
    }

    @Test
    void nobodySignsInWithTheEnginesPasswords() {
        assertThat(engine.getIdentityService().checkPassword("ada", "demo")).isFalse();
        assertThat(engine.getIdentityService().checkPassword("ada", "")).isFalse();
    }

    @Test
    void aSecondStartChangesNothing() {
        List<List<String>> before = rows();
        sync(demo);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void nodesThatStartTogetherDoNotDisturbEachOther() throws Exception {
        sync(SmallOrganisation.read());
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        Callable<Boolean> start = () -> {
            sync(demo);
            return true;
        };
        for (Future<Boolean> started : nodes.invokeAll(List.of(start, start, start, start))) {
            assertThat(started.get()).isTrue();
        }
        nodes.shutdown();
        assertThat(engine.getIdentityService().createUserQuery().count())
                .isEqualTo(demo.persons().size());
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(4);
    }

    @Test
    void whoIsGoneFromTheFileIsRemovedWithAllThatTheyMayDo() {
        var left = engine.getAuthorizationService().createNewAuthorization(1);
        left.setUserId("ben");
        left.setResource(Resources.TASK);
        left.setResourceId("a-task");
        left.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(left);

        sync(SmallOrganisation.read());

        assertThat(engine.getIdentityService().createUserQuery().list())
                .extracting(User::getId)
                .containsExactlyInAnyOrder("admin", "jo.o_sousa@small");
        assertThat(groupsOf("jo.o_sousa@small")).containsExactlyInAnyOrder("everyone", "team-web", "reviewers");
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("team-checkout")
                        .count())
                .isZero();
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .userIdIn("ben")
                        .count())
                .isZero();
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("team-checkout")
                        .count())
                .isZero();
    }

    @Test
    void everybodyMayReadOurFiltersAndOnlyAdministratorsAllTasks() {
        for (Filter filter : engine.getFilterService().createFilterQuery().list()) {
            boolean forEveryone = !filter.getName().equals("All tasks");
            assertThat(may("chloe", Permissions.READ, Resources.FILTER, filter.getId()))
                    .isEqualTo(forEveryone);
            assertThat(may("chloe", Permissions.UPDATE, Resources.FILTER, filter.getId()))
                    .isFalse();
            assertThat(may("admin", Permissions.UPDATE, Resources.FILTER, filter.getId()))
                    .isTrue();
        }
        assertThat(engine.getFilterService().createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("My tasks", "My groups' tasks", "Overdue", "All tasks");
    }

    @Test
    void onlyAdministratorsDeployStoreFiltersAndOpenCockpit() {
        assertThat(may("chloe", Permissions.CREATE, Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(may("chloe", Permissions.CREATE, Resources.FILTER, "*")).isFalse();
        assertThat(may("chloe", Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isFalse();
        assertThat(may("chloe", Permissions.DELETE, Resources.USER, "chloe")).isFalse();
        assertThat(may("chloe", Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
                .isTrue();
        assertThat(may("admin", Permissions.CREATE, Resources.DEPLOYMENT, "*")).isTrue();
        assertThat(may("admin", Permissions.ACCESS, Resources.APPLICATION, "cockpit"))
                .isTrue();
    }

    private void sync(Organisation organisation) {
        new IdentitySync(organisation, engine, jdbc, audit, transactions).afterSingletonsInstantiated();
    }

    private List<List<String>> rows() {
        return TABLES.stream()
                .map(table -> jdbc.sql("select * from " + table).query().listOfRows().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList())
                .toList();
    }

    private boolean may(String person, Permissions permission, Resources resource, String id) {
        return engine.getAuthorizationService().isUserAuthorized(person, groupsOf(person), permission, resource, id);
    }

    private List<String> groupsOf(String person) {
        return engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }
}
