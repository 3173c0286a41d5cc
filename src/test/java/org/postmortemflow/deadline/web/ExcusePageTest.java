package org.postmortemflow.deadline.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ProcessTest
class ExcusePageTest {

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    /** The same door for programs: one entry for each field, and the same people. */
    @Test
    void aProgramExcusesADeadlineWithTheSameRefusals() throws Exception {
        PostmortemId id = walk.incident(SEV_1);
        String deadlines = "/api/postmortems/" + id + "/deadlines/";

        asks("ben", deadlines + "owner-designated/excuse", "{\"reason\": \"Fine\"}")
                .andExpect(status().isConflict());
        asks("emeka", deadlines + "owner-designated/excuse", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        asks("emeka", deadlines + "nothing/excuse", "{\"reason\": \"Fine\"}").andExpect(status().isNotFound());
        asks("emeka", deadlines + "owner-designated/excuse", "{\"reason\": \"Fine\", \"followUp\": \"x\"}")
                .andExpect(status().isNotFound());
        asks("emeka", deadlines + "owner-designated/excuse", "{\"reason\": \"Fine\"}")
                .andExpect(status().isNoContent());
        asks("emeka", deadlines + "owner-designated/excuse", "{\"reason\": \"Fine\"}")
                .andExpect(status().isConflict());
        web.perform(get("/api/postmortems/" + id).with(user("ben")))
                .andExpect(jsonPath("$.deadlines[?(@.kind == 'owner-designated')].state")
                        .value("excused"));
        web.perform(get("/v3/api-docs").with(user("ben")))
                .andExpect(content().string(containsString("/deadlines/{kind}/excuse")));
    }

    private ResultActions asks(String person, String path, String body) throws Exception {
        return web.perform(post(path)
                .with(user(person))
                .with(csrf())
                .contentType("application/json")
                .content(body));
    }

    @Test
    void theExcuseIsGivenOnAPageThatKeepsWhatWasTypedAndRefusesOthers() throws Exception {
        PostmortemId id = walk.incident(SEV_1);
        String page = "/postmortems/" + id + "/deadlines/owner-designated/excuse";

        web.perform(get(page).with(user("emeka"))).andExpect(content().string(containsString("Excuse it")));
        web.perform(get(page).with(user("ben"))).andExpect(content().string(not(containsString("Excuse it"))));
        web.perform(post(page).param("reason", "Fine").with(user("ben")).with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        web.perform(post(page).param("reason", "").with(user("emeka")).with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please give the reason")));
        web.perform(post(page).param("reason", "Fine").with(user("emeka")).with(csrf()))
                .andExpect(status().is3xxRedirection());
        web.perform(get("/postmortems/" + id + "/deadlines/nothing/excuse").with(user("emeka")))
                .andExpect(status().isNotFound());
        web.perform(get("/postmortems/" + id).with(user("ben")))
                .andExpect(content().string(containsString("Excused:")))
                .andExpect(content().string(containsString("Counts from the meeting, once it is scheduled.")));
    }
}
