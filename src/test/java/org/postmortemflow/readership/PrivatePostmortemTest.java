package org.postmortemflow.readership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A private postmortem does not exist for those who may not read it: not in pages, lists, search, REST or mail. */
@ApplicationTest
class PrivatePostmortemTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    NameReaders nameReaders;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Documents documents;

    @Autowired
    Outbox outbox;

    @Autowired
    Links links;

    @Autowired
    JdbcClient jdbc;

    private final String secret =
            "secret" + Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36);
    private PostmortemId id;

    @BeforeEach
    void aPrivateOneThatAdaCommanded() {
        id = incident("Breach " + secret);
        keepPrivate.makePrivate(id, "The hole is open", ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/postmortems/%s",
                "/postmortems/%s/",
                "/postmortems/%S",
                "/postmortems/%s/readers",
                "/postmortems/%s/steps/designate-owner",
                "/postmortems/%s/actions/severity",
                "/postmortems/%s/nothing-there",
                "/postmortems/%s;x=y/readers",
                "/api/postmortems/%s",
                "/api/postmortems/%s/readers"
            })
    void whatIsUnderItsAddressIsNotThere(String address) throws Exception {
        for (String outsider : List.of("liam", "ben", "emeka", "goran")) {
            reads(outsider, address.formatted(id))
                    .andExpect(status().is4xxClientError())
                    .andExpect(content().string(not(containsString(secret))));
        }
    }

    @Test
    void itLooksLikeOneThatNeverWas() throws Exception {
        PostmortemId never = PostmortemId.random();
        for (String address : List.of("/postmortems/", "/api/postmortems/")) {
            String theirs = body(reads("liam", address + id).andExpect(status().isNotFound()));
            String nobodys = body(reads("liam", address + never).andExpect(status().isNotFound()));
            assertThat(theirs.replace(id.toString(), "")).isEqualTo(nobodys.replace(never.toString(), ""));
        }
    }

    @Test
    void nothingCanBeChangedByThoseOutside() throws Exception {
        web.perform(post("/postmortems/" + id + "/readers/privacy")
                        .with(user("goran"))
                        .with(csrf())
                        .param("private", "false")
                        .param("reason", "Curious"))
                .andExpect(status().isNotFound());
        web.perform(post("/api/postmortems/" + id + "/open-to-all")
                        .with(httpBasic("goran", "demo"))
                        .contentType("application/json")
                        .content("{\"reason\":\"Curious\"}"))
                .andExpect(status().isNotFound());
        reads("liam", "/postmortems/" + id).andExpect(status().isNotFound());
    }

    @Test
    void listsAndSearchDoNotShowIt() throws Exception {
        documents.write(id, java.util.Map.of(SectionName.OVERVIEW, "The " + secret + " leaked."), ADA);
        for (String address : List.of("/", "/search?q=" + secret, "/search?severity=sev-1")) {
            reads("liam", address)
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString(id.toString()))));
        }
        reads("liam", "/api/postmortems?size=200")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(secret))));
        reads("liam", "/api/search?q=" + secret)
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.postmortems").isEmpty());
        reads("ada", "/postmortems.csv?person=me").andExpect(content().string(containsString(secret)));
        reads("ada", "/api/search?q=" + secret).andExpect(jsonPath("$.total").value(1));
        reads("admin", "/search?q=" + secret).andExpect(content().string(containsString(id.toString())));
    }

    @Test
    void aLikeOneDoesNotPointToIt() throws Exception {
        PostmortemId like = incident("Breach again " + secret);
        reads("ada", "/postmortems/" + like).andExpect(content().string(containsString(id.toString())));
        reads("liam", "/postmortems/" + like)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(id.toString()))));
    }

    @Test
    void namedReadersFindItAndOthersGetNoMail() throws Exception {
        nameReaders.name(id, List.of(new PersonId("liam")), List.of(), false, ADA);
        reads("liam", "/postmortems/" + id)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Private.")))
                .andExpect(content().string(containsString("The hole is open")));
        for (String person : List.of("liam", "ben")) {
            outbox.write(new Mail(
                    id,
                    "postmortem-opened",
                    "test",
                    new Mail.Recipient(new PersonId(person), person, person + "@demo.example"),
                    java.util.Map.of(
                            "title", secret, "severity", "Sev-1", "personName", person, "link", links.postmortem(id)),
                    null));
        }
        assertThat(jdbc.sql("select recipient_person from outbox_message where postmortem_id = ? and occasion = 'test'")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("liam");
    }

    /** R25 */
    @Test
    void aRequiredReaderSaysOnThePageThatItIsRead() throws Exception {
        nameReaders.name(id, List.of(new PersonId("liam")), List.of(), true, ADA);
        for (Status next : List.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED)) {
            postmortems.moveTo(id, next, null, null);
        }
        reads("liam", "/postmortems/" + id).andExpect(content().string(containsString("I have read it")));
        web.perform(post("/postmortems/" + id + "/readers/read")
                        .with(user("liam"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        reads("liam", "/postmortems/" + id)
                .andExpect(content().string(containsString("You have read it")))
                .andExpect(content().string(not(containsString("I have read it"))));
        reads("ada", "/postmortems/" + id)
                .andExpect(content().string(containsString("1 of 1 who are asked to read it have read it.")));
        reads("ada", "/api/postmortems/" + id + "/readers")
                .andExpect(jsonPath("$[1].person").value("liam"))
                .andExpect(jsonPath("$[1].readAt").isNotEmpty());
        reads("liam", "/api/postmortems/" + id + "/readers").andExpect(status().isConflict());
    }

    @Test
    void aFormThatIsRefusedKeepsWhatWasTyped() throws Exception {
        web.perform(post("/postmortems/" + id + "/readers")
                        .with(user("ada"))
                        .with(csrf())
                        .param("mustRead", "false"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please choose persons or teams.")));
        web.perform(post("/postmortems/" + id + "/readers")
                        .with(user("ada"))
                        .with(csrf())
                        .param("mustRead", "false")
                        .param("teams", "payments"))
                .andExpect(status().is3xxRedirection());
        reads("ada", "/postmortems/" + id + "/readers")
                .andExpect(content().string(containsString("with team Payments")));
        reads("liam", "/postmortems/" + id).andExpect(status().isOk());
    }

    private PostmortemId incident(String title) {
        IncidentReport report = new IncidentReport(
                "test",
                UUID.randomUUID().toString(),
                null,
                TestClock.START,
                null,
                title,
                Severity.SEV_1,
                TestClock.START.minus(Duration.ofHours(2)),
                null,
                Resolution.at(TestClock.START),
                List.of(new Mention("checkout-api", "checkout-api")),
                List.of(responder(INCIDENT_COMMANDER, "ada")),
                "",
                Set.of(),
                null);
        return Objects.requireNonNull(reportIncident.report(report).postmortem());
    }

    private ResultActions reads(String person, String address) throws Exception {
        return web.perform(
                address.startsWith("/api/")
                        ? get(address).with(httpBasic(person, "demo"))
                        : get(address).with(user(person)));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
