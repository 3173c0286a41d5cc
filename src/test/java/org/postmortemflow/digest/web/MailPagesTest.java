package org.postmortemflow.digest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.digest.ChooseDigests;
import org.postmortemflow.digest.Digest;
import org.postmortemflow.digest.Subscriptions;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Turning digests on and off, signed in or by the link in the mail; and the page of the demo's clock. */
@ApplicationTest
class MailPagesTest {

    private static final PersonId EMEKA = new PersonId("emeka");
    private static final PersonId BEN = new PersonId("ben");

    @Autowired
    MockMvc web;

    @Autowired
    ChooseDigests choices;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    DemoClock demoClock;

    @Test
    void eachPersonChoosesTheirDigests() throws Exception {
        web.perform(get("/settings/mail").with(user("ben")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Daily digest")))
                .andExpect(content().string(not(containsString("Weekly digest"))))
                .andExpect(content().string(containsString("cannot be turned off")));
        web.perform(post("/settings/mail").with(user("ben")).with(csrf()).param("digests", "daily", "weekly", "x"))
                .andExpect(status().is3xxRedirection());
        assertThat(choices.isWanted(BEN, Digest.DAILY)).isTrue();
        assertThat(choices.isWanted(BEN, Digest.WEEKLY)).as("not a manager").isFalse();

        web.perform(post("/settings/mail").with(user("ben")).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(choices.isWanted(BEN, Digest.DAILY)).isFalse();
    }

    /** RFC 8058 §3.2: a GET ends nothing; the POST needs no cookie and no page before it. */
    @Test
    void theLinkAsksAndOnlyAPostEndsTheDigestWithoutSignIn() throws Exception {
        String link = "/unsubscribe/" + subscriptions.token(EMEKA, Digest.WEEKLY, TestClock.START);

        web.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Stop the weekly digest?")))
                .andExpect(content().string(not(containsString("Emeka"))));
        assertThat(choices.isWanted(EMEKA, Digest.WEEKLY)).isTrue();

        web.perform(post(link).param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("is turned off")));
        assertThat(choices.isWanted(EMEKA, Digest.WEEKLY)).isFalse();
        web.perform(get(link)).andExpect(content().string(containsString("It comes no more")));

        web.perform(get("/unsubscribe/guessed")).andExpect(status().isNotFound());
        web.perform(post("/unsubscribe/guessed")).andExpect(status().isNotFound());
        web.perform(post("/settings/mail").with(user("ben"))).andExpect(status().is4xxClientError());
    }

    @Test
    void everybodyInTheDemoSeesTheClockButOnlyAnAdministratorMovesIt() throws Exception {
        web.perform(get("/admin/clock").with(user("admin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Forward 4 hours")));
        web.perform(get("/admin/clock").with(user("ada")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Forward 4 hours"))))
                .andExpect(content().string(not(containsString("Demo clock: "))));
        web.perform(post("/admin/clock").with(user("ada")).with(csrf()).param("by", "1d"))
                .andExpect(status().isConflict());
        assertThat(demoClock.isAhead()).isFalse();
    }
}
