package org.postmortemflow.overview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class NowPageTest {

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Pages pages;

    @BeforeEach
    void start() {
        clock.reset();
        // lists show some: those of other tests are left out
        jdbc.sql("delete from postmortem_fact_service").update();
        jdbc.sql("delete from postmortem_fact").update();
        pages = new Pages(web, reportIncident, runtime, management);
    }

    @AfterEach
    void stop() {
        clock.reset();
    }

    @Test
    void itSaysWhoseTurnItIsAndOffersTheStepToThatPersonOnly() throws Exception {
        PostmortemId id = pages.incident("Login is broken " + UUID.randomUUID(), Severity.SEV_1);
        String step = "/postmortems/" + id + "/steps/designate-owner";

        pages.reads("ada", "/")
                .andExpect(content().string(containsString("Your turn")))
                .andExpect(content().string(containsString(step)));
        pages.reads("ben", "/")
                .andExpect(content().string(containsString("Ada Okafor")))
                .andExpect(content().string(containsString("in 2 hours")))
                .andExpect(content().string(not(containsString(step))));
    }

    @Test
    void whatIsLateIsMarked() throws Exception {
        PostmortemId id = pages.incident("Slow " + UUID.randomUUID(), Severity.SEV_1);
        clock.advance(Duration.ofHours(5));

        pages.reads("ben", "/").andExpect(content().string(containsString("3 hours late")));
        pages.reads("ben", "/postmortems/" + id).andExpect(content().string(containsString("badge late")));
    }

    @Test
    void administratorsFindTheEngineRoomAndOthersDoNot() throws Exception {
        pages.reads("admin", "/")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/camunda/app/cockpit/default/")));
        pages.reads("ben", "/").andExpect(content().string(not(containsString("/camunda/app/cockpit/"))));
    }

    @Test
    void spansAreInWords() {
        Instant now = TestClock.START;
        DueWords words = new DueWords(Clock.fixed(now, java.time.ZoneOffset.UTC));

        assertThat(words.left(now)).isEqualTo("0 minutes late");
        assertThat(words.left(now.plus(Duration.ofMinutes(1)))).isEqualTo("in 1 minute");
        assertThat(words.left(now.minus(Duration.ofHours(47)))).isEqualTo("47 hours late");
        assertThat(words.left(now.plus(Duration.ofDays(3)))).isEqualTo("in 3 days");
    }
}
