package org.postmortemflow.operations.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.dashboard.PastSteps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The operational review as a page, as Markdown and as JSON. */
@ApplicationTest
class ReviewPageTest {

    /** In a month that no other test has postmortems in. */
    private static final Instant LONG_AGO = Instant.parse("2004-03-05T08:00:00Z");

    private static final String THAT_MONTH = "?from=2004-03&to=2004-03";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    @Test
    void pageMarkdownAndJsonSayTheSame() throws Exception {
        PastSteps past = new PastSteps(jdbc, beans);
        PostmortemId id = past.postmortem("payments", Severity.SEV_1, LONG_AGO);
        past.course(id, "checkout-api", LONG_AGO, 10, 20, 30);
        past.followUp(id, 1, "PREVENTION", "OPEN", "pool");

        ask("/dashboard/review" + THAT_MONTH + "&by=quarter")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Q1 2004")))
                .andExpect(content().string(containsString("/postmortems/" + id)));
        ask("/dashboard/review.md" + THAT_MONTH)
                .andExpect(status().isOk())
                .andExpect(
                        header().string("Content-Disposition", containsString("operational-review-2004-03-2004-03.md")))
                .andExpect(content().contentTypeCompatibleWith("text/markdown"))
                .andExpect(content().string(containsString("| pool | 1 |")));
        ask("/api/metrics/review" + THAT_MONTH)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.incidents").value(1))
                .andExpect(jsonPath("$.lengths.detect.median").value(600))
                .andExpect(jsonPath("$.lengths.detect.p90").isEmpty())
                .andExpect(jsonPath("$.services[0].postmortems[0]").value(id.toString()))
                .andExpect(jsonPath("$.followUps[0].open").value(1));
        ask("/dashboard/review?from=2004-05&to=2004-05")
                .andExpect(content().string(containsString("No incident of these months has a postmortem.")));
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        ask("/dashboard/review?from=soon&by=week").andExpect(status().isBadRequest());
        ask("/api/metrics/review?by=week")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("by"));
        web.perform(get("/dashboard/review")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/metrics/review")).andExpect(status().isUnauthorized());
    }

    private ResultActions ask(String address) throws Exception {
        return web.perform(get(URI.create(address)).with(user("liam")));
    }
}
