package org.postmortemflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.shared.PersonId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class YamlOrganisationTest {

    private static final String SMALL = SmallOrganisation.YAML;

    private final Organisation demo = DemoOrganisation.read();

    @Test
    void theDemoOrganisationHasEveryRoleOfTheProcess() {
        assertThat(demo.persons()).hasSizeBetween(12, 16);
        assertThat(demo.teams()).extracting(Team::id).containsExactly("checkout", "payments", "platform", "support");
        assertThat(demo.teams()).allSatisfy(team -> {
            assertThat(team.members()).isNotEmpty();
            assertThat(List.of(team.engineeringManager(), team.productManager(), team.director()))
                    .doesNotContainNull();
        });
        assertThat(Pool.values()).allSatisfy(pool -> assertThat(demo.pool(pool)).isNotEmpty());
        assertThat(demo.pool(Pool.REVIEWERS)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(demo.pool(Pool.FACILITATORS))
                .hasSizeGreaterThanOrEqualTo(2)
                .anySatisfy(person -> assertThat(demo.teamsOf(person.id()))
                        .extracting(Team::id)
                        .doesNotContain("checkout", "payments"));
        assertThat(demo.internalAddresses()).containsExactly("engineering@demo.example");
    }

    @Test
    void theExampleInTheManifestsCanBeRead() throws IOException {
        String manifests = Files.readString(Path.of("deploy/kubernetes/configuration.yaml"));
        String example =
                manifests.substring(manifests.indexOf("organisation.yaml: |") + "organisation.yaml: |".length());

        assertThat(read(example.stripIndent(), "three words to remember").persons())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a remark", "null"})
    void aFileWithNothingInItIsSaidToBeOne(String file) {
        assertThatThrownBy(() -> read(file, ""))
                .isInstanceOf(UnusableOrganisation.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void everyDemoPersonSignsInWithDemoAndOnlyAdminAdministers() {
        var encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        assertThat(demo.persons()).allSatisfy(person -> {
            String password = demo.encodedPassword(person.id()).orElseThrow();
            assertThat(password).startsWith("{bcrypt}");
            assertThat(encoder.matches("demo", password)).isTrue();
            assertThat(demo.isAdministrator(person.id()))
                    .isEqualTo(person.id().value().equals("admin"));
        });
    }

    @Test
    void peopleAndServicesAreFoundByEveryNameTheyHave() {
        Organisation small = read(SMALL, "");
        PersonId joao = new PersonId("jo.o_sousa@small");
        assertThat(small.personByEmail("joao@SMALL.example ")).map(Person::id).contains(joao);
        assertThat(small.personByPagerDutyId("P1")).map(Person::id).contains(joao);
        assertThat(small.personByPagerDutyId("p2")).isEmpty();
        assertThat(List.of("shop", "SHOP ", "S1"))
                .allSatisfy(
                        name -> assertThat(small.service(name)).map(Service::id).contains("shop"));
        assertThat(small.service("Web")).isEmpty();
        assertThat(small.teamsOf(joao)).extracting(Team::id).containsExactly("web");
        assertThat(small.pool(Pool.FACILITATORS)).isEmpty();
        assertThat(demo.service("PF9KMXH")).map(Service::id).contains("checkout-api");
        assertThat(demo.personByPagerDutyId("PTUXL6G")).isPresent();
    }

    @Test
    void workingHoursHaveADefault() {
        Organisation small = read(SMALL, "");
        assertThat(small.workdayStart()).isEqualTo(LocalTime.of(9, 0));
        assertThat(small.workdayEnd()).isEqualTo(LocalTime.of(17, 0));
        assertThat(small.region()).isNull();
    }

    @Test
    void withoutTheDemoOrganisationNoDefaultPasswordExists() {
        Organisation small = read(SMALL, " ");
        assertThat(small.persons())
                .allSatisfy(
                        person -> assertThat(small.encodedPassword(person.id())).isEmpty());
    }

    @Test
    void theAdministratorsPasswordComesFromTheEnvironment() {
        Organisation small = read(SMALL, "from the environment");
        String password = small.encodedPassword(new PersonId("admin")).orElseThrow();
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches("from the environment", password))
                .isTrue();
        assertThat(small.encodedPassword(new PersonId("jo.o_sousa@small"))).isEmpty();
        assertThatThrownBy(() -> read(SMALL.replace("admin,", "boss,").replace("[admin]", "[boss]"), "secret"))
                .hasMessageContaining("no person 'admin' among the administrators");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        String wrong = """
                name: "Wrong\\nCo"
                zone: Europe/Nowhere
                country: xx
                workingHours: {start: nine, end: "17:00"}
                internalAddresses: [nobody]
                administrators: [ghost]
                persons:
                  - {id: "a b", name: A, email: a@b.example}
                  - {id: ben, name: Ben, email: "ben@@x", password: demo}
                  - {id: BEN, name: "", email: b@b.example, password: "{noop}demo"}
                  - {id: cy, name: Cy, email: B@b.example}
                teams:
                  - {id: web, name: Web, members: [ghost, ben, ben], director: ghost2}
                services:
                  - {id: shop, name: Shop, team: gone, owner: ghost3}
                  - {id: shop2, name: SHOP, team: web}
                pools:
                  heroes: [ghost4]
                """;
        assertThatThrownBy(() -> read(wrong, ""))
                .hasMessageContainingAll(
                        "name: a name is one line",
                        "zone: 'Europe/Nowhere'",
                        "country: 'xx'",
                        "workingHours.start: 'nine'",
                        "internalAddresses: 'nobody' is not an e-mail address",
                        "administrators: there is no person 'ghost'",
                        "person 'a b': an id",
                        "person 'ben': 'ben@@x' is not an e-mail address",
                        "person 'ben': the password must be encoded",
                        "person 'BEN': a name",
                        "person 'BEN': the password must be encoded",
                        "persons: the id 'BEN' is there twice",
                        "persons: the email 'B@b.example' is there twice",
                        "team 'web', members: there is no person 'ghost'",
                        "team 'web', members: somebody is named twice",
                        "team 'web', director: there is no person 'ghost2'",
                        "service 'shop': there is no team 'gone'",
                        "service 'shop', owner: there is no person 'ghost3'",
                        "services: the name 'SHOP' is there twice",
                        "pools: 'heroes' is none of incident-commanders",
                        "pool 'heroes': there is no person 'ghost4'")
                .message()
                .doesNotContain("person 'cy'", "workingHours.end");
    }

    @Test
    void aTypoADoubledKeyOrAMissingFileStopsTheStart() {
        assertThatThrownBy(() -> read(SMALL + "polls: {}\n", "")).hasMessageContaining("polls");
        assertThatThrownBy(() -> read(SMALL + "zone: Europe/Berlin\n", "")).hasMessageContaining("zone");
        assertThatThrownBy(() -> OrganisationSetup.read(new FileSystemResource("gone.yaml"), ""))
                .hasMessageContaining("gone.yaml");
        assertThatThrownBy(() -> read("", "")).isInstanceOf(UnusableOrganisation.class);
    }

    private static Organisation read(String yaml, String adminPassword) {
        return SmallOrganisation.read(yaml, adminPassword);
    }
}
