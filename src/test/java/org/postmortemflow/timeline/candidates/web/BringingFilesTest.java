package org.postmortemflow.timeline.candidates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TodoCandidate;
import org.postmortemflow.timeline.candidates.Candidate;

/** R4, R7: what a person may bring, and what is found in it besides events. */
@ApplicationTest
class BringingFilesTest extends SourcesScene {

    @Test
    void channelAndTimeNarrowWhatIsShown() throws Exception {
        bring(slack());

        page("?channel=Slack%20%23random").andExpect(content().string(containsString("1 of 11")));
        page("?marked=true&from=&to=").andExpect(content().string(containsString("1 of 11")));
        page("?from=2026-06-10T11:15&to=2026-06-10T11:21").andExpect(content().string(containsString("1 of 11")));
        page("?from=2030-01-01T00:00&to=").andExpect(content().string(containsString("None of the 11 candidates")));
        page("?from=soon&page=-3&channel=%3Cscript%3E")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Please give a time")));
    }

    @Test
    void thePeopleWhoWroteCanBecomeResponders() throws Exception {
        bring(slack());
        page("").andExpect(content().string(containsString("Responder already")))
                .andExpect(content().string(containsString("Not in the organisation file")));

        web.perform(post(address + "/responders")
                        .with(user("ben"))
                        .with(csrf())
                        .param("who", "person:chloe", "name:sam of hosting", "person:goran", "bot"))
                .andExpect(flash().attribute("notice", "Responders added: 2."));

        assertThat(incidents.of(id).responders())
                .extracting(Responder::name, Responder::role)
                .containsExactly(
                        tuple("Ada Okafor", ResponderRole.INCIDENT_COMMANDER),
                        tuple("Chloé Martin", ResponderRole.RESPONDER),
                        tuple("Sam of Hosting", ResponderRole.RESPONDER));
    }

    @Test
    void toDosAreOfferedUntilTheyArePutAsideAlsoWhenReadAgain() throws Exception {
        bring(slack());
        assertThat(todos.of(id))
                .extracting(TodoCandidate::text)
                .containsExactly("alert on the pool's size", "ask Hosting about limits");

        web.perform(post(address + "/todos/" + todos.of(id).get(0).id() + "/put-aside")
                .with(user("ben"))
                .with(csrf()));
        bring(slack());

        assertThat(todos.of(id)).extracting(TodoCandidate::text).containsExactly("ask Hosting about limits");
        page("").andExpect(content().string(containsString("/follow-ups?title=ask%20Hosting%20about%20limits")));
    }

    @Test
    void aBrokenFileIsNamedAndNothingOfItIsKept() throws Exception {
        bring(file("export.zip", zip("users.json", "[]", "ops/2026-06-10.json", "[{")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ops/2026-06-10.json cannot be read as JSON")));
        bring(file("holiday.jpg", new byte[] {1, 2, 3}))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("holiday.jpg is neither")));
        bring(file("", new byte[0])).andExpect(status().isUnprocessableEntity());

        assertThat(candidates.gatherings(id)).isEmpty();
    }

    @Test
    void pagerDutysAnswersArePastedOneAfterAnother() throws Exception {
        String pasted = """
                {"log_entries": [{"id": "R1", "type": "trigger_log_entry", "summary": "Triggered through the API",
                  "created_at": "2026-06-10T10:05:00+02:00", "html_url": "https://demo.pagerduty.com/x/R1"}],
                 "limit": 1, "offset": 0, "more": true}
                {"notes": [{"id": "N1", "user": {"id": "PTUXL6G", "type": "user_reference", "summary": "Ada O."},
                  "content": "<b>Pool</b> is full", "created_at": "2026-06-10T08:10:00Z"}]}""";

        web.perform(post(address).with(user("ben")).with(csrf()).param("pasted", pasted))
                .andExpect(redirectedUrl(address + "#offered"));

        page("?from=&to=")
                .andExpect(content().string(containsString("&lt;b&gt;Pool&lt;/b&gt; is full")))
                .andExpect(content().string(containsString("offset=1")))
                .andExpect(content().string(containsString("Responder already")));
        assertThat(all())
                .extracting(Candidate::at, Candidate::kind, Candidate::source)
                .containsExactly(
                        tuple(
                                Instant.parse("2026-06-10T08:05:00Z"),
                                TimelineKind.DETECTED,
                                "https://demo.pagerduty.com/x/R1"),
                        tuple(Instant.parse("2026-06-10T08:10:00Z"), TimelineKind.ACTION, "PagerDuty note"));
    }

    @Test
    void aRefusedTextStaysWhereItWasPasted() throws Exception {
        web.perform(post(address).with(user("ben")).with(csrf()).param("pasted", "{\"log_entries\": [ </textarea>"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("&lt;/textarea&gt;")))
                .andExpect(content().string(containsString("is not complete JSON")));
    }

    @Test
    void fiveThousandMessagesAreReadQuicklyAndShownPageByPage() throws Exception {
        StringBuilder day = new StringBuilder("[");
        for (int i = 0; i < 5000; i++) {
            day.append(i == 0 ? "" : ",")
                    .append("{\"user\":\"U1\",\"text\":\"line %d\",\"ts\":\"%d.000100\"}".formatted(i, 1781081400 + i));
        }
        bring(file(
                        "big.zip",
                        zip(
                                "users.json",
                                "[]",
                                "ops/2026-06-10.json",
                                day.append("]").toString())))
                .andExpect(flash().attribute("notice", containsString("5,000 candidates")));

        String last = page("?from=&to=&page=100").andReturn().getResponse().getContentAsString();
        String beyond = page("?from=&to=&page=999").andReturn().getResponse().getContentAsString();

        assertThat(last).contains("line 4950", "line 4999", "page 100 of 100").doesNotContain("line 4949", ">Later<");
        assertThat(beyond).contains("line 4999");
        assertThat(last.length()).isLessThan(200_000);
    }

    @Test
    void strangersAndForgedRequestsAreTurnedAway() throws Exception {
        web.perform(get(address)).andExpect(status().is3xxRedirection());
        web.perform(multipart(address).file(slack()).with(user("ben"))).andExpect(status().isForbidden());
        web.perform(get("/postmortems/" + UUID.randomUUID() + "/timeline/sources")
                        .with(user("ben")))
                .andExpect(status().isNotFound());
    }
}
