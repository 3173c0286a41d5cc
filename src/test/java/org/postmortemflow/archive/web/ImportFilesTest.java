package org.postmortemflow.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class ImportFilesTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private FollowUps followUps;

    private final String title = "Old outage " + UUID.randomUUID();

    /** Whatever is wrong with a file is said beside it; the others are imported, in any encoding and with any line ends. */
    @Test
    void eachFileIsReadOrRefusedByItself() throws Exception {
        String text = "# %s Ümlaut\n\n## Summary\nIt was slow.\n\n## Timeline\n- 2021-01-05 10:00 UTC Deployed\n";
        byte[] binary = new byte[3000];
        new Random(1).nextBytes(binary);
        binary[7] = 0;
        byte[] bom = ("\uFEFF" + text.formatted("bom " + title)).getBytes(StandardCharsets.UTF_8);
        byte[] wide = text.formatted("wide " + title).getBytes(StandardCharsets.UTF_16);
        byte[] little = ("\uFEFF" + text.formatted("little " + title)).getBytes(StandardCharsets.UTF_16LE);
        byte[] windows = text.formatted("crlf " + title).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

        ResultActions answer = web.perform(multipart("/api/postmortems/import")
                .file(file("bom.md", bom))
                .file(file("large.md", new byte[2 * 1024 * 1024 + 1]))
                .file(file("wide.md", wide))
                .file(file("binary.md", binary))
                .file(file("little.md", little))
                .file(file("empty.md", "\uFEFF \r\n".getBytes(StandardCharsets.UTF_8)))
                .file(file("crlf.md", windows))
                .with(user("ada")));

        answer.andExpect(status().isOk())
                .andExpect(jsonPath("$.files[*].state")
                        .value(contains(
                                "imported", "refused", "imported", "refused", "imported", "refused", "imported")))
                .andExpect(jsonPath("$.files[1].errors[0].message").value("This is larger than 2 MB."))
                .andExpect(jsonPath("$.files[3].errors[0].message", startsWith("This is no text.")))
                .andExpect(jsonPath("$.files[5].errors[0].message").value("There is no text in it."));
        for (int i : new int[] {0, 2, 4, 6}) {
            answer.andExpect(jsonPath("$.files[" + i + "].title", endsWith(title + " Ümlaut")))
                    .andExpect(
                            jsonPath("$.files[" + i + "].figures.timelineRows").value(1));
        }
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "text/markdown", content);
    }

    @Test
    void whatIsTickedOffIsDone() throws Exception {
        PostmortemId id = PostmortemId.parse(JsonPath.read(
                web.perform(post("/api/postmortems/import")
                                .contentType("text/markdown;charset=UTF-8")
                                .content("# " + title
                                        + "\n\n## Action items\n- [x] Double the pool\n- [ ] Watch the pool\n")
                                .with(user("ada")))
                        .andExpect(status().isCreated())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.files[0].id"));

        assertThat(followUps.of(id))
                .extracting(FollowUp::title, one -> one.progress().state())
                .containsExactly(
                        tuple("Double the pool", FollowUp.State.DONE), tuple("Watch the pool", FollowUp.State.OPEN));
        assertThat(followUps.of(id).get(0).progress().doneAt()).isEqualTo(TestClock.START);
    }

    @Test
    void moreFilesThanTheServerReadsAreAnsweredOnThePage() throws Exception {
        web.perform(get("/import").param("unread", "too-many").with(user("ada")))
                .andExpect(content().string(containsString("Please send at most 50 files at once.")));
        web.perform(get("/import").param("unread", "too-large").with(user("ada")))
                .andExpect(content().string(containsString("too large to be read")));
        web.perform(get("/import").with(user("ada"))).andExpect(content().string(not(containsString("Please send"))));
    }
}
