package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;

/** Whatever is sent to one application under 512 MB of heap, on PostgreSQL, which is stricter about text than H2. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadInputLab {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PERSONS =
            List.of("ada", "kavya", "ben", "jonas", "liam", "chloe", "deniz", "goran", "admin");

    @TempDir
    static Path folder;

    private static EmbeddedPostgres database;
    private static Node node;
    private static Health health;
    private static final Map<String, Guest> GUESTS = new HashMap<>();
    private static final Answers ANSWERS = new Answers();

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        node = new Node(
                        "bad-input",
                        folder,
                        "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--postmortem.pagerduty.secrets=lab-secret",
                        "--postmortem.deadlines.content-before-meeting=1h")
                .start()
                .ready();
        URI base = node.withPassword("nobody").base();
        for (String person : PERSONS) {
            GUESTS.put(person, new Guest(base, person, ANSWERS));
        }
        GUESTS.put("nobody", new Guest(base, "nobody", ANSWERS));
        health = new Health(node);
        health.look();
    }

    @AfterAll
    static void stop() throws Exception {
        if (node != null) {
            node.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Order(1)
    @Experiment(
            number = 15,
            name = "Bad input: markup",
            what = "a whole lifecycle with markup, formulas and addresses in every text; then every page, file and"
                    + " mail is read",
            passMark =
                    "closed; no page and no mail has the markup, no CSV a formula; nobody called an address; healthy")
    void whatWasTypedIsShownHarmless(Finding finding) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket trap = new ServerSocket(0)) {
            Thread listener = new Thread(() -> listen(trap, calls), "trap");
            listener.setDaemon(true);
            listener.start();
            String address = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
            HostileWalk walk = new HostileWalk(
                    GUESTS, HostileText.MARKUP + " ![x](" + address + ".png) <img src=\"" + address + "\"> " + address);
            String id = walk.report();
            int steps = walk.toTheEnd(id);
            String other = walk.report();
            new Attack(List.of(guest("ada")), real(other), 1_000).forms(guest("ada"), List.of("/postmortems/" + other));
            for (String person : List.of("ada", "admin", "nobody")) {
                for (Addresses.Address one : Addresses.all()) {
                    if (one.method() == RequestMethod.GET) {
                        guest(person).get(one.filled(real(id)));
                        guest(person).get(one.filled(real(other)));
                    }
                }
            }
            Shown shown = new Shown(folder.resolve("data/mailbox"));
            shown.mails();
            for (String file :
                    List.of("/postmortems.csv", "/follow-ups.csv?state=all", "/postmortems/" + id + "/ledger.csv")) {
                shown.csv(guest("ada").get(file).body());
            }
            finding.measured(
                    "%d steps; %d pages and %d mails showed the markup as text; %d cells; %d calls; %s",
                    steps, ANSWERS.shownHarmless(), shown.harmlessMails(), shown.cells(), calls.get(), health.look());
            assertThat(ANSWERS.wrong()).isEmpty();
            assertThat(shown.wrong()).isEmpty();
            assertThat(shown.harmlessMails()).isGreaterThan(5);
            assertThat(ANSWERS.shownHarmless()).isGreaterThan(10);
            assertThat(calls).as("calls of an address that was typed").hasValue(0);
            health.isGood();
        }
    }

    @Order(2)
    @Experiment(
            number = 15,
            name = "Bad input: every field",
            what =
                    "hostile values (a sixth of some 70 each; fewer in the ordinary build) for each variable and parameter"
                            + " of each address, each field of each form, each field of each operation of REST, by five"
                            + " kinds of users",
            passMark = "no 5xx, refusals of REST as problem+json, no markup, no header that was typed; healthy")
    void noValueOfAnyFieldIsAnErrorOfOurs(Finding finding) throws Exception {
        HostileWalk walk = new HostileWalk(GUESTS, "x");
        List<Guest> guests = List.of(guest("ada"), guest("liam"), guest("admin"), guest("chloe"), guest("nobody"));
        int every = Lab.full() ? 6 : 40;
        int before = ANSWERS.count();
        String id = walk.report();
        int addresses = new Attack(guests, real(id), every).reading();
        int fields = new Attack(guests, real(id), every)
                .forms(
                        guest("ada"),
                        List.of(
                                "/postmortems/" + id,
                                "/incidents/new",
                                "/follow-ups",
                                "/search",
                                "/settings",
                                "/calendar",
                                "/import",
                                "/dashboard"));
        fields += new Attack(guests, real(id), every).forms(guest("admin"), List.of("/admin", "/replies", "/mailbox"));
        JsonNode description = JSON.readTree(guest("ada").get("/v3/api-docs").body());
        fields += new Attack(guests, real(walk.report()), every).rest(description);
        finding.measured(
                "%d addresses, %d fields, %,d requests, answers so far %s; %s",
                addresses, fields, ANSWERS.count() - before, ANSWERS, health.look());
        assertThat(ANSWERS.wrong()).isEmpty();
        health.isGood();
    }

    @Tag(Experiment.ONLY_IN_LAB)
    @Order(3)
    @Experiment(
            number = 15,
            name = "Bad input: bodies, files, headers",
            what = "JSON 100,000 deep, 10 MB, zip bombs, XML entities, lying file names, wrong types, methods,"
                    + " headers and signatures",
            passMark = "no 5xx; up, next request fast, heap back where it was")
    void noRequestIsAnErrorOfOurs(Finding finding) throws Exception {
        int before = ANSWERS.count();
        String id = new HostileWalk(GUESTS, "x").report();
        BadBodies bodies = new BadBodies(guest("ada"), real(id));
        int addresses = bodies.everywhere();
        bodies.headers();
        bodies.files();
        bodies.large();
        new BadBodies(guest("nobody"), real(id)).headers();
        finding.measured(
                "%d addresses, %,d requests, answers so far %s; %s",
                addresses, ANSWERS.count() - before, ANSWERS, health.look());
        assertThat(ANSWERS.wrong()).isEmpty();
        health.isGood();
    }

    private static Map<String, String> real(String id) {
        return Map.of(
                "id",
                id,
                "step",
                "designate-owner",
                "action",
                "severity",
                "key",
                "overview",
                "section",
                "overview",
                "kind",
                "owner-designated",
                "person",
                "liam",
                "email",
                "liam@demo.example");
    }

    private static Guest guest(String person) {
        return GUESTS.get(person);
    }

    private static void listen(ServerSocket trap, AtomicInteger calls) {
        while (!trap.isClosed()) {
            try {
                trap.accept().close();
                calls.incrementAndGet();
            } catch (java.io.IOException closed) {
                return;
            }
        }
    }
}
