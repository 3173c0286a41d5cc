package org.postmortemflow.timeline.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Sends forms as a browser does. */
final class Sending {

    private Sending() {}

    /** @param typed names and values in turn */
    static ResultActions form(MockMvc web, String person, String where, String... typed) throws Exception {
        MockHttpServletRequestBuilder request = post(where).with(user(person)).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }
}
