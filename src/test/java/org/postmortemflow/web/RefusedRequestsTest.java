package org.postmortemflow.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What PostgreSQL would not store is refused before anybody looks at it, on each way in. */
@ApplicationTest
class RefusedRequestsTest {

    @Autowired
    MockMvc web;

    @Test
    void aParameterWithNulIsRefusedInRest() throws Exception {
        web.perform(get("/api/follow-ups").param("assignee", "a\u0000b").with(httpBasic("ada", "demo")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(not(containsString("assignee"))));
    }

    @Test
    void aFieldWithNulIsRefusedOnPages() throws Exception {
        web.perform(post("/incidents/new")
                        .param("title", "a\u0000b")
                        .with(user("ada"))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aFieldOfJsonWithNulIsNamed() throws Exception {
        web.perform(post("/api/incidents")
                        .with(httpBasic("ada", "demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\": \"a\\u0000b\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("title"));
        web.perform(post("/api/incidents")
                        .with(httpBasic("ada", "demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"services\": [\"a\\u0000b\"]}"))
                .andExpect(status().isBadRequest());
    }
}
