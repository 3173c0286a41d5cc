package org.postmortemflow.notification;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What administrators, owners and nobody else see of mail that did not arrive. */
@ApplicationTest
class OutboxPagesTest {

    private static final String REFUSED = "550 5.1.1 no <b>such</b> person";
    private static final RequestPostProcessor ADMIN = user("admin").roles("USER", "ADMIN");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Outbox outbox;

    @Autowired
    RelaySwitch relaySwitch;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final String title = "Stuck <i>mail</i> " + UUID.randomUUID();
    private PostmortemId id;
    private UUID mail;

    @BeforeEach
    void aMailIsRefused() {
        id = Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        clock.instant(),
                        null,
                        title,
                        Severity.SEV_1,
                        null,
                        null,
                        Resolution.at(clock.instant()),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(Scene.responder(ResponderRole.INCIDENT_COMMANDER, "ada")),
                        "",
                        Set.of(),
                        null))
                .postmortem());
        outbox.write(new Mail(
                id,
                "please-read",
                "once",
                new Mail.Recipient(null, "Gone", "gone@demo.example"),
                Map.of("title", title, "personName", "Gone", "askedBy", "Ada", "link", "https://pm.example"),
                null));
        mail = jdbc.sql("select id from outbox_message where postmortem_id = ? and template = 'please-read'")
                .param(id.value())
                .query(UUID.class)
                .single();
        jdbc.sql("update outbox_message set state = 'FAILED', last_error = ? where id = ?")
                .params(REFUSED, mail)
                .update();
    }

    @AfterEach
    void mailIsSent() {
        relaySwitch.resume();
    }

    @Test
    void theOwnersSideSeesWhoWasNotReachedAndWhyAndOthersDoNot() throws Exception {
        String page = "/postmortems/" + id;

        open(page, user("ada"))
                .andExpect(content().string(containsString("Mail that did not arrive")))
                .andExpect(content().string(containsString("gone@demo.example")))
                .andExpect(content().string(containsString("no &lt;b&gt;such&lt;/b&gt; person")))
                .andExpect(content().string(not(containsString("/admin/outbox"))));
        open(page, ADMIN).andExpect(content().string(containsString("/admin/outbox/" + mail)));
        open(page, user("liam")).andExpect(content().string(not(containsString("gone@demo.example"))));
    }

    @Test
    void administratorsFindItReadItAndSendItAgain() throws Exception {
        open("/admin/outbox?state=failed&q=GONE@&kind=please-read", ADMIN)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Please read: Stuck &lt;i&gt;mail")))
                .andExpect(content().string(containsString("Send all of these again")))
                .andExpect(content().string(containsString(" stuck</span>")));
        open("/admin/outbox/" + mail, ADMIN)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hello Gone")))
                .andExpect(content().string(not(containsString("<i>mail"))));
        send("/admin/outbox/" + mail + "/retry", "", ADMIN)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please say why")));
        send("/admin/outbox/" + mail + "/retry", "The <mailbox> is back", ADMIN).andExpect(status().is3xxRedirection());
        open("/admin/outbox/" + mail, ADMIN)
                .andExpect(content().string(containsString("Waiting")))
                .andExpect(content().string(containsString("Demo Administrator: The &lt;mailbox&gt; is back")));
        send("/admin/outbox/" + mail + "/drop", "No longer here", ADMIN).andExpect(status().is3xxRedirection());
        open("/admin/outbox/" + mail, ADMIN).andExpect(content().string(containsString("Dropped")));
    }

    @Test
    void aPauseIsSeenOnThePageAndInHealthAndIsEndedByAButton() throws Exception {
        send("/admin/outbox/pause", "The server moves", ADMIN).andExpect(status().is3xxRedirection());

        open("/admin/outbox", ADMIN)
                .andExpect(content().string(containsString("Demo Administrator paused it")))
                .andExpect(content().string(containsString("The server moves")));
        web.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("PAUSED"))
                .andExpect(content().string(not(containsString("The server moves"))));
        open("/actuator/health", ADMIN)
                .andExpect(jsonPath("$.components.outbox.details.pausedBecause").value("The server moves"));
        send("/admin/outbox/resume", "", ADMIN).andExpect(status().is3xxRedirection());
        web.perform(get("/actuator/health")).andExpect(jsonPath("$.status").value("UP"));

        relaySwitch.refused(clock.instant(), clock.instant().plusSeconds(300), "535 <wrong>");
        open("/admin/outbox", ADMIN).andExpect(content().string(containsString("refused our sign-in")));
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        open("/admin/outbox", user("ada"))
                .andExpect(status().isConflict())
                .andExpect(content().string(not(containsString("gone@demo.example"))));
        open("/admin/outbox/" + mail, user("ada")).andExpect(status().isConflict());
        send("/admin/outbox/" + mail + "/drop", "x", user("ada")).andExpect(status().isConflict());
        open("/actuator/metrics", user("ada")).andExpect(status().isForbidden());
        open("/actuator/metrics/postmortem.outbox.stuck", ADMIN).andExpect(status().isOk());
        open("/", user("ada")).andExpect(content().string(not(containsString("/admin/outbox"))));
        rest(get("/api/outbox"), "ada").andExpect(status().isConflict());
    }

    @Test
    void programsSeeAndMendTheSame() throws Exception {
        rest(get("/api/outbox?state=failed&q=gone"), "admin")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.failed").isNumber())
                .andExpect(jsonPath("$.mails[0].error").value(REFUSED));
        rest(
                        post("/api/outbox/" + mail + "/retry")
                                .contentType("application/json")
                                .content("{}"),
                        "admin")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        rest(post("/api/outbox/retry").contentType("application/json").content("""
                {"state": "failed", "kind": "please-read", "reason": "again"}"""), "admin")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retried").isNumber());
        rest(get("/api/outbox?state=failed&q=gone"), "admin")
                .andExpect(jsonPath("$.mails").isEmpty());
    }

    private ResultActions open(String address, RequestPostProcessor who) throws Exception {
        return web.perform(get(address).with(who));
    }

    private ResultActions send(String address, String reason, RequestPostProcessor who) throws Exception {
        return web.perform(post(address).param("reason", reason).with(csrf()).with(who));
    }

    private ResultActions rest(MockHttpServletRequestBuilder request, String person) throws Exception {
        return web.perform(request.with(httpBasic(person, "demo")));
    }
}
