package org.postmortemflow.attachment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.attachment.AttachFile;
import org.postmortemflow.attachment.Attachment;
import org.postmortemflow.attachment.Attachments;
import org.postmortemflow.attachment.Samples;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Files as a person without JavaScript attaches them, and as a browser gets them. */
@ProcessTest
class AttachmentPagesTest {

    private static final String CSV = "minute,errors\n14:02,17\n";

    @Autowired
    MockMvc browser;

    @Autowired
    Walk walk;

    @Autowired
    AttachFile attachFile;

    @Autowired
    Attachments attachments;

    private PostmortemId id;
    private String page;

    @BeforeEach
    void aPostmortem() {
        walk.reset();
        id = walk.incident(SEV_1);
        page = "/postmortems/" + id + "/attachments";
    }

    @Test
    void anImageIsAttachedListedAndShown() throws Exception {
        sends(file("errors.png", Samples.PNG)).andExpect(status().is3xxRedirection());

        Attachment attached = attachments.of(id).get(0);
        assertThat(attached.description()).isEqualTo("Errors per minute");
        reads(page)
                .andExpect(content().string(containsString("errors.png")))
                .andExpect(content().string(containsString("![Errors per minute](" + attached.address() + ")")));
        reads("/postmortems/" + id).andExpect(content().string(containsString("href=\"" + attached.address() + "\"")));
        reads(attached.address())
                .andExpect(status().isOk())
                .andExpect(content().bytes(Samples.PNG))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "image/png"))
                .andExpect(header().longValue(HttpHeaders.CONTENT_LENGTH, Samples.PNG.length))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("inline;")))
                .andExpect(header().stringValues("X-Content-Type-Options", "nosniff"))
                .andExpect(header().stringValues("Content-Security-Policy", "default-src 'none'; sandbox"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"));
    }

    @Test
    void whateverIsNoImageIsOnlyDownloaded() throws Exception {
        for (String name : new String[] {"a.csv", "a.txt", "a.json"}) {
            reads(attached(name, Samples.text(CSV)).address())
                    .andExpect(content().string(CSV))
                    .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("attachment;")))
                    .andExpect(header().stringValues("X-Content-Type-Options", "nosniff"));
        }
        reads(attached("a.pdf", Samples.text("%PDF-1.7\n<script>")).address())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/pdf"))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("attachment;")));
    }

    @Test
    void theTypeIsThatOfTheContentAndNotWhatTheBrowserSaid() throws Exception {
        MockMultipartFile lie = new MockMultipartFile("file", "page.html", "text/html", Samples.PNG);
        sends(lie).andExpect(status().is3xxRedirection());

        Attachment attached = attachments.of(id).get(0);
        assertThat(attached.name()).isEqualTo("page.html.png");
        reads(attached.address()).andExpect(header().string(HttpHeaders.CONTENT_TYPE, "image/png"));
    }

    @Test
    void anSvgIsRefusedAndWhatWasTypedStays() throws Exception {
        sends(new MockMultipartFile("file", "graph.png", "image/png", Samples.text("<svg onload='alert(1)'/>")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"file-problem\"")))
                .andExpect(content().string(containsString("value=\"Errors per minute\"")));

        assertThat(attachments.of(id)).isEmpty();
    }

    @Test
    void aFileAboveTheLimitGetsItsMessageBesideTheField() throws Exception {
        sends(file("large.png", Samples.png(10 * 1024 * 1024 + 1)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("This file is larger than 10 MB.")))
                .andExpect(content().string(containsString("value=\"Errors per minute\"")));

        assertThat(attachments.of(id)).isEmpty();
    }

    @Test
    void oneWrongFileDoesNotHoldUpTheOthers() throws Exception {
        sends(file("1.png", Samples.PNG), file("2.exe", new byte[] {'M', 'Z', 0}), file("3.csv", Samples.text(CSV)))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("2 files are attached.")))
                .andExpect(content().string(containsString("2.exe: Only PNG")));

        assertThat(attachments.of(id)).extracting(Attachment::name).containsExactly("1.png", "3.csv");
    }

    @Test
    void tooManyFilesAtOnceAreRefusedTogether() throws Exception {
        MockMultipartFile[] many = new MockMultipartFile[51];
        Arrays.setAll(many, i -> file(i + ".png", Samples.PNG));

        sends(many)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please attach at most 50 files at once.")));
        assertThat(attachments.of(id)).isEmpty();
        reads(page + "?unread=too-many").andExpect(content().string(containsString("at most 50 files")));
        reads(page + "?unread=too-large").andExpect(content().string(containsString("This file is larger than")));
    }

    @Test
    void noFileIsAskedFor() throws Exception {
        sends(new MockMultipartFile("file", "", "application/octet-stream", new byte[0]))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please choose a file.")));
    }

    @Test
    void aHostileNameIsShownAsTextAndMakesNoHeader() throws Exception {
        sends(file("../..\\\"><img src=x onerror=alert(1)>\r\nSet-Cookie: a=b.png", Samples.PNG))
                .andExpect(status().is3xxRedirection());

        reads(page).andExpect(content().string(not(containsString("<img src=x"))));
        reads("/postmortems/" + id).andExpect(content().string(not(containsString("<img src=x"))));
        reads(attachments.of(id).get(0).address())
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, not(containsString(".."))))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, not(containsString("\n"))));
    }

    @Test
    void aBrowserThatHasTheFileIsToldSoEachTimeItAsks() throws Exception {
        String address = attached("errors.png", Samples.PNG).address();
        String tag = reads(address)
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache, private"))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG);

        assertThat(tag).startsWith("\"").endsWith("\"").hasSize(66);
        browser.perform(get(address).with(user("ben")).header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag)))
                .andExpect(status().isNotModified())
                .andExpect(content().bytes(new byte[0]));
        browser.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag)))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aFileIsReachedThroughItsOwnPostmortemOnly() throws Exception {
        Attachment attached = attached("errors.png", Samples.PNG);
        PostmortemId other = walk.incident(SEV_1);

        reads("/postmortems/" + other + "/attachments/" + attached.id()).andExpect(status().isNotFound());
        reads(page + "/" + UUID.randomUUID()).andExpect(status().isNotFound());
        reads(page + "/..%2f..%2fapplication.yaml").andExpect(status().is4xxClientError());
        browser.perform(post("/postmortems/" + other + "/attachments/" + attached.id() + "/delete")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(attachments.of(id)).hasSize(1);
    }

    @Test
    void aFileIsDeletedByWhoeverMayAndByNobodyElse() throws Exception {
        Attachment attached = attached("errors.png", Samples.PNG);

        browser.perform(post(attached.address() + "/delete").with(user("hana")).with(csrf()))
                .andExpect(status().isConflict());
        assertThat(attachments.of(id)).hasSize(1);
        browser.perform(post(attached.address() + "/delete").with(user("ben")).with(csrf()))
                .andExpect(status().is3xxRedirection());

        assertThat(attachments.of(id)).isEmpty();
        reads(attached.address()).andExpect(status().isNotFound());
    }

    private Attachment attached(String name, byte[] content) {
        return attachFile.attach(id, name, "", content.length, new ByteArrayResource(content), new PersonId("ben"));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private ResultActions reads(String address) throws Exception {
        return browser.perform(get(java.net.URI.create(address)).with(user("kavya")));
    }

    private ResultActions sends(MockMultipartFile... files) throws Exception {
        MockMultipartHttpServletRequestBuilder request = multipart(page);
        for (MockMultipartFile file : files) {
            request.file(file);
        }
        return browser.perform(request.param("description", "Errors per minute")
                .with(user("ben"))
                .with(csrf()));
    }
}
