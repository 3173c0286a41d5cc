package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.multipart.MultipartResolver;

/** Requests that filters and the server's readers stumble over; what only a real server stumbles over is in the lab. */
@ApplicationTest
class UnreadableRequestsTest {

    @Autowired
    MockMvc web;

    @Autowired
    MultipartResolver files;

    @Test
    void aBodyOfEveryKindIsNoneThatCanBeRead() throws Exception {
        web.perform(post("/api/incidents")
                        .with(httpBasic("ada", "demo"))
                        .header("Content-Type", "*/*")
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void aFormWithBrokenEscapesIsNotOurError() throws Exception {
        web.perform(patch("/api/follow-ups/1")
                        .with(httpBasic("ada", "demo"))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("a=%zz"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    /** A form without its token and without a boundary is refused on a page: that page does not read the form again. */
    @Test
    void theErrorPageDoesNotReadTheFilesAgain() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/incidents/new");
        request.setContentType("multipart/form-data");
        assertThat(files.isMultipart(request)).isTrue();

        request.setDispatcherType(DispatcherType.ERROR);
        assertThat(files.isMultipart(request)).isFalse();
    }
}
