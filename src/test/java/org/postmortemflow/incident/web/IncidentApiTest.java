package org.postmortemflow.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class IncidentApiTest {

    private final String title = "Checkout is slow " + UUID.randomUUID();

    @Autowired
    MockMvc web;

    @Autowired
    Incidents incidents;

    private ResultActions report(String body) throws Exception {
        return web.perform(post("/api/incidents")
                .with(user("ada"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private String whole() {
        return """
                {
                  "title": "%s",
                  "severity": "sev-2",
                  "services": ["checkout-api", "Fax machine"],
                  "startedAt": "2026-06-10T10:00:00Z",
                  "detectedAt": "2026-06-10T12:05:00+02:00",
                  "resolvedAt": "2026-06-10T11:00:00Z",
                  "responders": [
                    {"role": "incident-commander", "person": "ada"},
                    {"role": "scribe", "person": "BEN@demo.example"},
                    {"role": "responder", "name": "Somebody else"}
                  ],
                  "summary": "A slow database.",
                  "criteria": ["loss", "monitoringMissed"],
                  "url": "https://tickets.example.com/7"
                }
                """.formatted(title);
    }

    @Test
    void aReportOpensAPostmortemAndSaysWhereItIs() throws Exception {
        String location = Objects.requireNonNull(report(whole())
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.opened").value(true))
                .andReturn()
                .getResponse()
                .getHeader("Location"));

        Incident incident = incidents.of(PostmortemId.parse(location.replace("/api/postmortems/", "")));
        assertThat(incident.title()).isEqualTo(title);
        assertThat(incident.services()).containsExactly("checkout-api", "Fax machine");
        assertThat(incident.startedAt()).isEqualTo("2026-06-10T10:00:00Z");
        assertThat(incident.detectedAt()).isEqualTo("2026-06-10T10:05:00Z");
        assertThat(incident.resolvedAt()).isEqualTo("2026-06-10T11:00:00Z");
        assertThat(incident.personWith(ResponderRole.INCIDENT_COMMANDER)).contains(new PersonId("ada"));
        assertThat(incident.personWith(ResponderRole.SCRIBE)).contains(new PersonId("ben"));
        assertThat(incident.responders()).contains(new Responder(ResponderRole.RESPONDER, null, "Somebody else"));
        assertThat(incident.criteria()).containsExactlyInAnyOrder(Criterion.LOSS, Criterion.MONITORING_MISSED);

        web.perform(get(location).with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value(title))
                .andExpect(jsonPath("$.severity").value("sev-2"))
                .andExpect(jsonPath("$.incident.resolvedAt").value("2026-06-10T11:00:00Z"));
    }

    @Test
    void aRepeatLeadsToTheSamePostmortem() throws Exception {
        String location =
                Objects.requireNonNull(report(whole()).andReturn().getResponse().getHeader("Location"));

        report(whole())
                .andExpect(status().isOk())
                .andExpect(header().string("Location", location))
                .andExpect(jsonPath("$.opened").value(false));
    }

    @Test
    void theSameReferenceIsTheSameIncidentWhateverElseChanged() throws Exception {
        String body = "{\"reference\": \"R-%s\", \"title\": \"%s\", \"resolvedAt\": \"2026-06-10T11:00:00Z\"}";
        report(body.formatted(title, "Before")).andExpect(status().isCreated());
        report(body.formatted(title, "After")).andExpect(status().isOk());
    }

    @Test
    void everyMistakeIsToldBesideItsField() throws Exception {
        report("""
                {
                  "severity": "very bad",
                  "startedAt": "yesterday",
                  "resolvedAt": "2027-01-01T00:00:00Z",
                  "responders": [{"role": "hero", "person": "ada"}, {"role": "scribe"}],
                  "criteria": ["luck"],
                  "url": "javascript:alert(1)"
                }
                """)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath(
                        "$.errors[*].field",
                        containsInAnyOrder(
                                "title",
                                "severity",
                                "startedAt",
                                "resolvedAt",
                                "responders[0].role",
                                "responders[1].name",
                                "criteria",
                                "url")));
    }

    @Test
    void anIncidentThatIsNotOverIsAskedForItsEnd() throws Exception {
        report("{\"title\": \"" + title + "\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("resolvedAt"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("Please say when it was resolved: a postmortem begins once the incident is over."));
    }

    @Test
    void whatIsNoJsonIsAProblemToo() throws Exception {
        report("{\"title\": ")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("body"));
        report("{\"services\": {}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem("services")));
    }

    @Test
    void theDocumentationDescribesIt() throws Exception {
        web.perform(get("/v3/api-docs").with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/incidents'].post.responses['201']")
                        .exists())
                .andExpect(jsonPath("$.components.schemas.IncidentReport.properties.resolvedAt")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/postmortems/{id}'].get").exists());
    }
}
