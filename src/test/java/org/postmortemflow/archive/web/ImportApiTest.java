package org.postmortemflow.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class ImportApiTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private Documents documents;

    @Autowired
    private Timelines timelines;

    @Autowired
    private History history;

    @Autowired
    private Steps steps;

    @Autowired
    private JdbcClient jdbc;

    private final String title = "Old outage " + UUID.randomUUID();

    private String markdown() {
        return """
                # %s

                ## Summary
                It was slow & <script>alert(1)</script>.

                ## Timeline
                All times in CET.

                | Time | Event |
                |---|---|
                | 2021-01-05 11:25 | Deployed |
                | 2021-01-05 11:20 | Alert fired |

                ## Something of our own
                Kept.

                ## Stats
                - Time to detection: 5 minutes
                - Time to recovery: 84 minutes
                """.formatted(title);
    }

    private ResultActions send(String body, String person) throws Exception {
        return web.perform(post("/api/postmortems/import")
                .param("fileName", "old.md")
                .contentType("text/markdown;charset=UTF-8")
                .content(body)
                .with(user(person)));
    }

    private PostmortemId imported() throws Exception {
        String answer = send(markdown(), "ada")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return PostmortemId.parse(JsonPath.read(answer, "$.files[0].id"));
    }

    @Test
    void aDocumentIsTakenOverAsClosed() throws Exception {
        PostmortemId id = imported();

        Postmortem postmortem = postmortems.get(id);
        assertThat(postmortem.status()).isEqualTo(Status.CLOSED);
        assertThat(postmortem.title()).isEqualTo(title);
        assertThat(postmortem.severity()).isNull();
        assertThat(postmortem.importedAt()).isEqualTo(TestClock.START);
        assertThat(postmortem.openedAt()).isEqualTo("2021-01-04T23:00:00Z");
        assertThat(documents.of(id).text(SectionName.OVERVIEW)).startsWith("It was slow");
        assertThat(timelines.of(id))
                .extracting(item -> item.at().toString())
                .containsExactly("2021-01-05T10:20:00Z", "2021-01-05T10:25:00Z");
        assertThat(history.of(id)).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Imported from the file old.md.");
            assertThat(String.valueOf(entry.by())).isEqualTo("ada");
        });
    }

    @Test
    void nobodyGetsATaskOrAMailOfIt() throws Exception {
        PostmortemId id = imported();

        assertThat(steps.of(id)).isEmpty();
        assertThat(jdbc.sql("select count(*) from outbox_message where postmortem_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theAnswerSaysWhatWasReadHow() throws Exception {
        send(markdown(), "ada")
                .andExpect(header().string("Location", startsWith("/api/postmortems/")))
                .andExpect(jsonPath("$.files[0].title").value(title))
                .andExpect(jsonPath("$.files[0].figures.minutesToDetection").value(5))
                .andExpect(jsonPath("$.files[0].figures.minutesToRecovery").value(84))
                .andExpect(jsonPath("$.files[0].read[*].as", hasItem("Overview")))
                .andExpect(jsonPath("$.files[0].warnings[*].message", hasItem(containsString("11:20"))))
                .andExpect(jsonPath("$.files[0].notUnderstood[*].text", hasItem("Something of our own")));
    }

    @Test
    void theSameFileTwiceIsRefusedWithTheFirst() throws Exception {
        PostmortemId first = imported();

        send(markdown().replace("\n", "\r\n"), "kavya")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.link").value("/postmortems/" + first));
        web.perform(post("/api/postmortems/import?again=true")
                        .contentType("text/markdown")
                        .content(markdown())
                        .with(user("ada")))
                .andExpect(status().isCreated());
    }

    @Test
    void onlyThoseWhoAnswerForIncidentsMayImport() throws Exception {
        send(markdown(), "ben").andExpect(status().isConflict());
        send(markdown(), "emeka").andExpect(status().isCreated());
    }

    @Test
    void mistakesAreProblems() throws Exception {
        send(" \n", "ada")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("file"));
        send("a\0b", "ada").andExpect(status().isBadRequest());
        send("x".repeat(2 * 1024 * 1024 + 1), "ada").andExpect(status().isBadRequest());
        send("# T\n\n" + "long words here\n".repeat(20_000), "ada")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message", containsString("50,000")));
        web.perform(post("/api/postmortems/import")
                        .contentType("application/json")
                        .content("{}")
                        .with(user("ada")))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws Exception {
        web.perform(multipart("/api/postmortems/import")
                        .file(new MockMultipartFile("files", "empty.md", "text/markdown", new byte[0]))
                        .file(new MockMultipartFile(
                                "files",
                                "../../old.md",
                                "text/markdown",
                                markdown().getBytes(StandardCharsets.UTF_8)))
                        .with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.files[0].state").value("refused"))
                .andExpect(jsonPath("$.files[0].errors[0].message").value("There is no text in it."))
                .andExpect(jsonPath("$.files[1].state").value("imported"))
                .andExpect(jsonPath("$.files[1].file").value("old.md"));
        web.perform(multipart("/api/postmortems/import").with(user("ada"))).andExpect(status().isBadRequest());
    }

    @Test
    void theDocumentationDescribesIt() throws Exception {
        web.perform(get("/v3/api-docs").with(user("ada")))
                .andExpect(jsonPath("$.paths['/api/postmortems/import'].post.requestBody.content['text/markdown']")
                        .exists())
                .andExpect(
                        jsonPath("$.paths['/api/postmortems/import'].post.requestBody.content['multipart/form-data']")
                                .exists());
    }

    @Test
    void thePageTakesAPasteAndTheReportStaysReadable() throws Exception {
        String report = web.perform(multipart("/import")
                        .param("text", markdown())
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/postmortems/*/import"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        web.perform(get(report).with(user("ben")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No severity is told")));
        web.perform(get(report + "/original").with(user("ben")))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andExpect(content().string(markdown()));
        web.perform(get(report.replace("/import", "")).with(user("ben")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("How it was read")))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("<script>alert(1)"))));
    }

    @Test
    void severalFilesAreListedForWhoSentThem() throws Exception {
        String list = web.perform(multipart("/import")
                        .file(new MockMultipartFile(
                                "files", "<b>.md", "text/markdown", "\0".getBytes(StandardCharsets.UTF_8)))
                        .file(new MockMultipartFile(
                                "files", "old.md", "text/markdown", markdown().getBytes(StandardCharsets.UTF_8)))
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/import/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        web.perform(get(list).with(user("ada")))
                .andExpect(content().string(containsString(title)))
                .andExpect(content().string(containsString("&lt;b&gt;.md")));
        web.perform(get(list).with(user("kavya"))).andExpect(status().isNotFound());
    }

    @Test
    void whatCannotBeImportedStaysTyped() throws Exception {
        imported();
        web.perform(multipart("/import")
                        .param("text", markdown())
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("was imported before")))
                .andExpect(content().string(containsString(title)));
        web.perform(get("/import").with(user("ben")))
                .andExpect(content().string(containsString("Please ask one of them")));
    }
}
