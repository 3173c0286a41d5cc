package org.postmortemflow.dashboard.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.dashboard.PastSteps;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The process picture, its lists and its JSON. */
@ApplicationTest
class PicturePageTest {

    /** In a month that no other test has postmortems in. */
    private static final Instant LONG_AGO = Instant.parse("2003-03-05T08:00:00Z");

    private static final String THAT_MONTH = "?from=2003-03&to=2003-03";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    @Test
    void thePictureItsTableItsListsAndItsJsonSayTheSame() throws Exception {
        PastSteps past = new PastSteps(jdbc, beans);
        PostmortemId open = past.postmortem("payments", Severity.SEV_2, LONG_AGO);
        past.done(open, Step.SET_SEVERITY, LONG_AGO, 5, 2);
        PostmortemId secret = past.postmortem("payments", Severity.SEV_1, LONG_AGO);
        past.done(secret, Step.SET_SEVERITY, LONG_AGO, 7, 10);
        past.makePrivate(secret);

        ask("/dashboard/process" + THAT_MONTH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("data-element=\"Task_SetSeverity\"")))
                .andExpect(content()
                        .string(containsString("/dashboard/process/set-severity?from=2003-03&amp;to=2003-03")));
        ask("/dashboard/process/set-severity" + THAT_MONTH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Done: 2 times")))
                .andExpect(content().string(containsString("/postmortems/" + open)))
                .andExpect(content().string(containsString("1 private one is counted but not listed.")))
                .andExpect(content().string(not(containsString(secret.toString()))));
        ask("/api/metrics/process" + THAT_MONTH)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2003-03"))
                .andExpect(jsonPath("$.steps.length()").value(Step.values().length))
                .andExpect(jsonPath("$.steps[0].step").value("set-severity"))
                .andExpect(jsonPath("$.steps[0].done").value(2))
                .andExpect(jsonPath("$.steps[0].median").value(5 * 3600))
                .andExpect(jsonPath("$.steps[0].p90").isEmpty())
                .andExpect(jsonPath("$.steps[0].longest").value(7 * 3600))
                .andExpect(jsonPath("$.steps[0].late").value(1))
                .andExpect(jsonPath("$.steps[0].overdue").value(3 * 3600));
        ask("/api/metrics/process" + THAT_MONTH + "&severity=sev-2&team=payments&team=platform")
                .andExpect(jsonPath("$.steps[0].done").value(1));
    }

    @Test
    void whatCannotBeReadIsSaidBesideItsField() throws Exception {
        ask("/dashboard/process?from=May&team=%3Cscript%3E")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Please write the month like 2026-06.")))
                .andExpect(content().string(not(containsString("<script>"))));
        ask("/api/metrics/process?from=2026-06&to=2026-05")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"));
        ask("/dashboard/process/brew-coffee").andExpect(status().isNotFound());
    }

    @Test
    void theModelIsGivenAsItRunsToThoseSignedInOnly() throws Exception {
        ask("/dashboard/process.bpmn")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/xml"))
                .andExpect(content().string(containsString("Task_DesignateOwner")));
        web.perform(get("/dashboard/process")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/metrics/process")).andExpect(status().isUnauthorized());
    }

    private ResultActions ask(String address) throws Exception {
        return web.perform(get(java.net.URI.create(address)).with(user("liam")));
    }
}
