package org.postmortemflow.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.incident.Criterion;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApplicationTest
class IncidentFormTest {

    private final String title = "Search is empty " + UUID.randomUUID();

    @Autowired
    MockMvc web;

    @Autowired
    Incidents incidents;

    private static MockHttpServletRequestBuilder submission() {
        return post("/incidents/new").with(user("ada")).with(csrf());
    }

    @Test
    void theFormAsksWhatIsNeededInTheOrganisationsZone() throws Exception {
        web.perform(get("/incidents/new").with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Not known yet"),
                                containsString("Europe/Berlin"),
                                containsString("responders[4].role"),
                                containsString("Payment gateway"),
                                containsString("Monitoring did not detect it"),
                                containsString("name=\"_csrf\""),
                                not(containsString("responders[5].role")))));
    }

    @Test
    void whatIsSentBecomesAPostmortem() throws Exception {
        String location = web.perform(submission()
                        .param("title", title)
                        .param("severity", "")
                        .param("services", "payment-gateway")
                        .param("otherServices", "Fax machine, ")
                        .param("resolvedAt", "2026-06-10T13:00")
                        .param("responders[0].role", "incident-commander")
                        .param("responders[0].person", "ada")
                        .param("responders[0].name", "")
                        .param("criteria", "causeUnknown"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        Incident incident =
                incidents.of(PostmortemId.parse(Objects.requireNonNull(location).replace("/postmortems/", "")));
        assertThat(incident.title()).isEqualTo(title);
        assertThat(incident.severity()).isNull();
        assertThat(incident.services()).containsExactly("payment-gateway", "Fax machine");
        assertThat(incident.resolvedAt()).as("13:00 in Berlin").isEqualTo("2026-06-10T11:00:00Z");
        assertThat(incident.personWith(ResponderRole.INCIDENT_COMMANDER)).contains(new PersonId("ada"));
        assertThat(incident.criteria()).containsExactly(Criterion.CAUSE_UNKNOWN);
    }

    @Test
    void aMistakeIsToldBesideItsFieldAndWhatWasTypedStays() throws Exception {
        web.perform(submission()
                        .param("title", "<script>alert(1)</script>")
                        .param("services", "payment-gateway")
                        .param("resolvedAt", "")
                        .param("summary", "Typed with care")
                        .param("responders[3].name", "Somebody"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("Please say when it was resolved"),
                                containsString("Please choose what this person did"),
                                containsString("Typed with care"),
                                containsString("value=\"Somebody\""),
                                containsString("&lt;script&gt;"),
                                not(containsString("<script>alert")))))
                .andExpect(content().string(containsString("value=\"payment-gateway\" checked")));
    }
}
