package org.postmortemflow.privacy.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The page and REST of erasure: who may, what is checked, and what is shown before anything is changed. */
@ApplicationTest
class ErasurePageTest {

    @Autowired
    MockMvc web;

    @Test
    void onlyAdministratorsMayAndWhatTheyTypeIsChecked() throws Exception {
        web.perform(get("/admin/erasure").with(user("goran"))).andExpect(status().isConflict());
        web.perform(post("/admin/erasure").with(user("goran")).with(csrf()).param("person", "nobody"))
                .andExpect(status().isConflict());
        web.perform(post("/api/admin/persons/nobody/erasure").with(httpBasic("goran", "demo")))
                .andExpect(status().isConflict());
        web.perform(post("/admin/erasure/look")
                        .with(user("admin"))
                        .with(csrf())
                        .param("person", "no such id")
                        .param("also", "x"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("the id that the organisation file had")))
                .andExpect(content().string(Matchers.containsString("3 to 300 characters")))
                .andExpect(content().string(Matchers.containsString("value=\"no such id\"")));
        web.perform(post("/admin/erasure/look").with(user("admin")).with(csrf()).param("person", "no-such-person"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Nothing speaks of no-such-person")));
        web.perform(post("/api/admin/persons/no-such-person/erasure").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pseudonym").doesNotExist());
        web.perform(post("/api/admin/persons/kavya/erasure/plan")
                        .with(httpBasic("admin", "demo"))
                        .contentType("application/json")
                        .content("{\"also\": [\"k@old.example\", \"Hana Sato\"]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.names[*]").value("Kavya Raman"))
                .andExpect(jsonPath("$.addresses.length()").value(2))
                .andExpect(jsonPath("$.holds[0]").value(Matchers.containsString("organisation file")));
    }
}
