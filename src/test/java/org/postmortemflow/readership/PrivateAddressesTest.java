package org.postmortemflow.readership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.attachment.Samples;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.deadline.RefreshDeadlines;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every address that the application has for a private postmortem, as somebody who may not read it. The addresses come from the
 * application itself, so that one that is added later is asked too.
 */
@ApplicationTest
class PrivateAddressesTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final List<String> BEHIND = List.of("/postmortems/{", "/api/postmortems/{");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)(?::[^}]*)?}");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    Attachments attachments;

    @Autowired
    Discuss discuss;

    @Autowired
    RefreshDeadlines refreshDeadlines;

    @Autowired
    FollowUps followUps;

    @Autowired
    ObjectMapper json;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final String secret =
            "secret" + Long.toString(Math.abs(UUID.randomUUID().getMostSignificantBits()), 36);
    private final String document = """
            # Breach %1$s

            Date: 2026-05-01

            ## Overview

            The %1$s leaked.

            ## Timeline (UTC)

            - 10:00 The %1$s is seen

            ## Action items

            - Rotate the %1$s
            """.formatted(secret);

    /** In the writing, so that it has steps; and one that was imported, which has a report and everything else. */
    private PostmortemId written;

    private PostmortemId imported;
    private Map<String, String> values;

    @BeforeEach
    void twoPrivateOnes() throws Exception {
        written = Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        TestClock.START,
                        null,
                        "Breach " + secret,
                        Severity.SEV_1,
                        null,
                        null,
                        Resolution.at(TestClock.START),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(responder(INCIDENT_COMMANDER, "ada")),
                        "The " + secret + " leaked.",
                        Set.of(),
                        null))
                .postmortem());
        imported = PostmortemId.parse(
                json.readTree(imports("ada")).at("/files/0/id").asText());
        web.perform(multipart("/postmortems/" + imported + "/attachments")
                .file(new MockMultipartFile("file", secret + ".png", "image/png", Samples.PNG))
                .with(user("ada"))
                .with(csrf()));
        UUID comment = discuss.begin(imported, null, "Who knows of " + secret + "?", ADA)
                .id();
        for (PostmortemId id : List.of(written, imported)) {
            keepPrivate.makePrivate(id, "The hole is open: " + secret, ADA);
        }
        refreshDeadlines.later(written);
        values = Map.of(
                "kind", "owner-designated",
                "step", "designate-owner",
                "action", "severity",
                "key", "overview",
                "section", "overview",
                "attachment", attachments.of(imported).get(0).id().toString(),
                "comment", comment.toString(),
                "followUp", followUps.of(imported).get(0).id().toString());
    }

    @Test
    void whateverIsUnderItsAddressIsNotThereForOthers() throws Exception {
        List<String> addresses = addresses(true);
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses) {
            boolean real = false;
            for (PostmortemId id : List.of(written, imported)) {
                String asked = filled(address, id);
                real |= read("ada", asked).getStatus() < 400;
                MockHttpServletResponse answer = read("liam", asked);
                all.assertThat(answer.getStatus())
                        .as("GET %s for others", asked)
                        .isEqualTo(404);
                all.assertThat(body(answer)).as("GET %s for others", asked).doesNotContain(secret);
            }
            all.assertThat(real)
                    .as(
                            "%s shows something to those who may read it; else give this test a value for its variables",
                            address)
                    .isTrue();
        }
        all.assertAll();
        assertThat(addresses)
                .contains(
                        "/postmortems/{id}/export.pdf", "/postmortems/{id}/timeline.svg", "/postmortems/{id}/messages")
                .hasSizeGreaterThan(25);
    }

    /** Lists, searches, files of many and forms: with what is looked for, if they take it. */
    @Test
    void noOtherAddressTellsOfIt() throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses(false)) {
            if (!VARIABLE.matcher(address).find()) {
                String body = body(read("liam", address + "?q=" + secret + "&size=100"));
                // a search shows again what was typed, and no more
                all.assertThat(body).as(address).doesNotContain(imported.toString(), written.toString(), "Breach");
            }
        }
        all.assertThat(read("liam", "/api/follow-ups/" + values.get("followUp")).getStatus())
                .isEqualTo(404);
        all.assertAll();
        assertThat(body(read("ada", "/search?q=" + secret))).contains(imported.toString());
    }

    /** Whoever has the same file is not told that somebody imported it in private. */
    @Test
    void theImportDoesNotTellThatItIsKnown() throws Exception {
        assertThat(imports("goran"))
                .doesNotContain(imported.toString(), "\"known\"")
                .contains("imported\"");
        assertThat(imports("ada")).contains(imported.toString(), "\"known\"");
    }

    private String imports(String person) throws Exception {
        return body(web.perform(multipart("/api/postmortems/import")
                        .file(new MockMultipartFile(
                                "files", "breach.md", "text/markdown", document.getBytes(StandardCharsets.UTF_8)))
                        .with(httpBasic(person, "demo")))
                .andReturn()
                .getResponse());
    }

    /** The patterns of all our addresses that can be read, under a postmortem's or not. */
    private List<String> addresses(boolean ofOne) {
        List<String> patterns = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            boolean ours = handler.getBeanType().getPackageName().startsWith("org.postmortemflow");
            boolean reads = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            info.getPatternValues().stream()
                    .filter(pattern -> ours && reads && ofOne == BEHIND.stream().anyMatch(pattern::startsWith))
                    .forEach(patterns::add);
        });
        return patterns.stream().distinct().sorted().toList();
    }

    private String filled(String address, PostmortemId id) {
        boolean[] first = {true};
        return VARIABLE.matcher(address).replaceAll(match -> {
            String value = first[0] ? id.toString() : values.getOrDefault(match.group(1), "x");
            first[0] = false;
            return Matcher.quoteReplacement(value);
        });
    }

    private MockHttpServletResponse read(String person, String address) throws Exception {
        return web.perform(
                        address.startsWith("/api/")
                                ? get(address).with(httpBasic(person, "demo"))
                                : get(address).with(user(person)))
                .andReturn()
                .getResponse();
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
