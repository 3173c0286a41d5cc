package org.postmortemflow.integration.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class PagerDutyWebhookTest {

    private final String incident = "P" + UUID.randomUUID();

    @Autowired
    MockMvc web;

    @Autowired
    Postmortems postmortems;

    private ResultActions send(String body, String secret) throws Exception {
        return web.perform(post("/webhooks/pagerduty")
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-PagerDuty-Signature", "v1=" + Signatures.sign(secret, body.getBytes(UTF_8)))
                .content(body.getBytes(UTF_8)));
    }

    private ResultActions send(String sample) throws Exception {
        return send(ofThisTest(sample), "test-secret");
    }

    private String ofThisTest(String sample) {
        return new String(Samples.bytes(sample), UTF_8)
                .replaceAll("PINC\\d+", incident)
                .replaceAll("\"EV-", "\"EV-" + incident + "-");
    }

    private static PostmortemId opened(ResultActions answer) throws Exception {
        String location =
                answer.andExpect(status().isCreated()).andReturn().getResponse().getHeader("Location");
        return PostmortemId.parse(Objects.requireNonNull(location).replace("/api/postmortems/", ""));
    }

    @Test
    void aResolvedIncidentOpensAPostmortem() throws Exception {
        send("incident.triggered.json").andExpect(status().isAccepted());
        send("incident.annotated.json").andExpect(status().isAccepted());

        Postmortem postmortem = postmortems.get(opened(send("incident.resolved.json")));

        assertThat(postmortem.title()).isEqualTo("Payments are declined");
        assertThat(postmortem.severity()).hasToString("SEV_1");
        assertThat(postmortem.clockStart()).isEqualTo("2026-06-10T09:30:00.500Z");
    }

    @Test
    void theSameEventTwiceOpensOnePostmortem() throws Exception {
        opened(send("incident.resolved.json"));
        send("incident.resolved.json").andExpect(status().isAccepted());
    }

    @Test
    void withoutPriorityThePostmortemHasNoSeverityYet() throws Exception {
        assertThat(postmortems
                        .get(opened(send("incident.resolved-without-priority.json")))
                        .severity())
                .isNull();
    }

    @Test
    void theOldSecretIsGoodWhileItIsReplaced() throws Exception {
        opened(send(ofThisTest("incident.resolved.json"), "old-secret"));
    }

    @Test
    void withoutAValidSignatureNothingIsTakenIn() throws Exception {
        send(ofThisTest("incident.resolved.json"), "guessed").andExpect(status().isUnauthorized());
        web.perform(post("/webhooks/pagerduty")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ofThisTest("incident.resolved.json")))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));

        opened(send("incident.resolved.json"));
    }

    @Test
    void aPingStartsNothing() throws Exception {
        send("pagey.ping.json").andExpect(status().isAccepted()).andExpect(header().doesNotExist("Location"));
    }

    @Test
    void whatIsNoMessageIsRefusedWithTheReason() throws Exception {
        send("{\"event\": {\"id\": \"E\"}}", "test-secret")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].field", hasItem("event.event_type")));
        send("<xml/>", "test-secret").andExpect(status().isBadRequest());
    }

    @Test
    void aBodyAboveOneMegabyteIsTurnedAway() throws Exception {
        send(" ".repeat(1024 * 1024 + 1), "test-secret").andExpect(status().isPayloadTooLarge());
    }
}
