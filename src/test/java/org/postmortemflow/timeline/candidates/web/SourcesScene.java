package org.postmortemflow.timeline.candidates.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.Timelines;
import org.postmortemflow.timeline.TodoCandidates;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.CandidateFilter;
import org.postmortemflow.timeline.candidates.Candidates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** An incident that Ada commanded, and Ben, who looks for what was written about it. */
abstract class SourcesScene {

    private static final Path CHECKOUT = Path.of("src/test/resources/slack/checkout");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Incidents incidents;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Candidates candidates;

    @Autowired
    Timelines timelines;

    @Autowired
    TodoCandidates todos;

    PostmortemId id;
    String address;

    @BeforeEach
    void anIncidentThatAdaCommanded() {
        id = incident();
        address = "/postmortems/" + id + "/timeline/sources";
    }

    ResultActions page(String query) throws Exception {
        return web.perform(get(java.net.URI.create(address + query)).with(user("ben")));
    }

    ResultActions bring(MockMultipartFile file) throws Exception {
        return bring(id, file);
    }

    ResultActions bring(PostmortemId to, MockMultipartFile file) throws Exception {
        return web.perform(multipart("/postmortems/" + to + "/timeline/sources")
                .file(file)
                .with(user("ben"))
                .with(csrf()));
    }

    ResultActions take(String beginning) throws Exception {
        Candidate one = candidate(beginning);
        return rows("take", one.id() + "", "text-" + one.id(), one.text());
    }

    ResultActions rows(String... typed) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address + "/rows").with(user("ben")).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }

    Candidate candidate(String beginning) {
        return all().stream()
                .filter(one -> one.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    List<Candidate> all() {
        return candidates.page(id, CandidateFilter.ALL, 0, 10_000);
    }

    PostmortemId incident() {
        Instant resolved = TestClock.START;
        return Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        resolved,
                        null,
                        "Checkout was slow",
                        Severity.SEV_1,
                        resolved.minus(Duration.ofHours(4)),
                        null,
                        Resolution.at(resolved),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(new ReportedResponder(
                                ResponderRole.INCIDENT_COMMANDER, new Mention("ada@demo.example", "Ada"))),
                        "",
                        Set.of(),
                        null))
                .postmortem());
    }

    static MockMultipartFile slack() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT)) {
            List<String> parts = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                parts.add(CHECKOUT.relativize(file).toString());
                parts.add(Files.readString(file));
            }
            return file("checkout.zip", zip(parts.toArray(String[]::new)));
        }
    }

    static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, null, content);
    }

    static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
