package org.postmortemflow.timeline.candidates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.postmortemflow.timeline.TodoCandidate;
import org.postmortemflow.timeline.TodoCandidates;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.CandidateFilter;
import org.postmortemflow.timeline.candidates.Candidates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** R4, R7, R17: a person brings a file and chooses; nothing lands in the timeline untold. */
@ApplicationTest
class SourcesPageTest {

    private static final Path CHECKOUT = Path.of("src/test/resources/slack/checkout");

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Incidents incidents;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Candidates candidates;

    @Autowired
    Timelines timelines;

    @Autowired
    TodoCandidates todos;

    private PostmortemId id;
    private String address;

    @BeforeEach
    void anIncidentThatAdaCommanded() {
        id = incident();
        address = "/postmortems/" + id + "/timeline/sources";
    }

    @Test
    void thePageSaysFirstWhatToBring() throws Exception {
        page("").andExpect(status().isOk())
                .andExpect(content().string(containsString("Slack export")))
                .andExpect(content().string(not(containsString("Throw away"))));
        web.perform(get("/postmortems/" + id).with(user("ben")))
                .andExpect(content().string(containsString(address)));
    }

    @Test
    void whatIsBroughtIsOfferedAndNotYetInTheTimeline() throws Exception {
        bring(slack()).andExpect(redirectedUrl(address + "#offered"));

        page("").andExpect(content().string(containsString("11 candidates")))
                .andExpect(content().string(containsString("@Chloe Martin please look")))
                .andExpect(content().string(containsString("Lunch?")))
                .andExpect(content().string(containsString("alert on the pool&#39;s size")));
        assertThat(timelines.of(id)).isEmpty();
        assertThat(all())
                .filteredOn(one -> one.text().startsWith("Deployed 17"))
                .extracting(Candidate::kind)
                .containsExactly(TimelineKind.MITIGATED);
    }

    @Test
    void tickedRowsGoIntoTheTimelineAsWordedAndTheOthersDoNot() throws Exception {
        bring(slack());
        Candidate resolved = candidate("Resolved");
        Candidate deployed = candidate("Deployed");

        rows(
                        "take",
                        resolved.id() + "",
                        "text-" + resolved.id(),
                        "Resolved.",
                        "kind-" + resolved.id(),
                        "resolved",
                        "take",
                        deployed.id() + "",
                        "text-" + deployed.id(),
                        deployed.text(),
                        "text-" + candidate("Lunch").id(),
                        "Lunch?")
                .andExpect(flash().attribute("notice", "Added to the timeline: 2 rows."));

        assertThat(timelines.of(id))
                .extracting(TimelineItem::at, TimelineItem::event, TimelineItem::kind)
                .containsExactly(
                        tuple(Instant.parse("2026-06-10T08:55:00.000300Z"), deployed.text(), TimelineKind.MITIGATED),
                        tuple(Instant.parse("2026-06-10T09:20:00.001Z"), "Resolved.", TimelineKind.RESOLVED));
        assertThat(timelines.of(id).get(0).source())
                .isEqualTo("https://demo-shop.slack.com/archives/C0INC/p1781081700000300");
        page("").andExpect(content().string(containsString("Already there")));
    }

    @Test
    void theSameFileBroughtTwiceDoublesNothing() throws Exception {
        bring(slack());
        take("Resolved");

        bring(slack());
        take("Resolved").andExpect(flash().attribute("notice", "The timeline has all of these already."));

        assertThat(all()).hasSize(11);
        assertThat(timelines.of(id)).hasSize(1);
        assertThat(candidates.gatherings(id)).hasSize(1);
        assertThat(todos.of(id)).hasSize(2);
        assertThat(candidates.writers(id)).hasSize(4);
    }

    @Test
    void aRowThatWasRewordedOrMadeAnewIsKnownAgain() throws Exception {
        bring(slack());
        take("Resolved");
        TimelineItem item = timelines.of(id).get(0);
        timelines.replace(
                id,
                List.of(TimelineItem.of(item.at(), "All is well again", item.kind(), item.source())),
                new org.postmortemflow.shared.PersonId("ada"));

        bring(slack());

        take("Resolved");
        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("All is well again");
    }

    @Test
    void namesStandBeforeTheWordsWhenThatIsWanted() throws Exception {
        bring(slack());

        rows(
                "take",
                candidate("Resolved").id() + "",
                "text-" + candidate("Resolved").id(),
                "Over.",
                "withNames",
                "true");

        assertThat(timelines.of(id)).extracting(TimelineItem::event).containsExactly("Ada Okafor: Over.");
    }

    @Test
    void whatCannotBeTakenIsShownAgainWithAllThatWasTyped() throws Exception {
        bring(slack());
        Candidate resolved = candidate("Resolved");
        Candidate deployed = candidate("Deployed");

        rows(
                        "take",
                        resolved.id() + "",
                        "text-" + resolved.id(),
                        "x".repeat(4001),
                        "take",
                        deployed.id() + "",
                        "text-" + deployed.id(),
                        "My own words",
                        "kind-" + deployed.id(),
                        "decision")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("this has 4,001: please shorten it")))
                .andExpect(content().string(containsString("My own words")));

        assertThat(timelines.of(id)).isEmpty();
    }

    @Test
    void nothingTickedAndWhatIsNotOfferedHereIsRefused() throws Exception {
        bring(slack());
        PostmortemId other = incident();

        rows().andExpect(status().isUnprocessableEntity());
        rows("take", UUID.randomUUID() + "").andExpect(status().isUnprocessableEntity());
        web.perform(post("/postmortems/" + other + "/timeline/sources/rows")
                        .with(user("ben"))
                        .with(csrf())
                        .param("take", candidate("Resolved").id() + "")
                        .param("text-" + candidate("Resolved").id(), "stolen"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(timelines.of(other)).isEmpty();
    }

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
    void thrownAwayIsAllButTheTimelineOfThisPostmortem() throws Exception {
        bring(slack());
        take("Resolved");
        PostmortemId other = incident();
        bring(other, slack());
        UUID gathering = candidates.gatherings(id).get(0).id();

        web.perform(post("/postmortems/" + other + "/timeline/sources/" + gathering + "/throw-away")
                .with(user("ben"))
                .with(csrf()));
        assertThat(all()).hasSize(11);
        web.perform(post(address + "/" + gathering + "/throw-away")
                .with(user("ben"))
                .with(csrf()));

        assertThat(all()).isEmpty();
        assertThat(todos.of(id)).isEmpty();
        assertThat(candidates.gatherings(id)).isEmpty();
        assertThat(timelines.of(id)).hasSize(1);
        assertThat(candidates.count(other, CandidateFilter.ALL)).isEqualTo(11);
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
    void aPostmortemThatHasEndedIsReadOnly() throws Exception {
        bring(slack());
        postmortems.moveTo(id, Status.CANCELLED, null, "a drill");

        bring(slack()).andExpect(status().isUnprocessableEntity());
        rows(
                        "take",
                        candidate("Resolved").id() + "",
                        "text-" + candidate("Resolved").id(),
                        "Over.")
                .andExpect(status().isUnprocessableEntity());
        page("").andExpect(status().isOk()).andExpect(content().string(not(containsString("Read it"))));
        assertThat(timelines.of(id)).isEmpty();
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

    private ResultActions page(String query) throws Exception {
        return web.perform(get(java.net.URI.create(address + query)).with(user("ben")));
    }

    private ResultActions bring(MockMultipartFile file) throws Exception {
        return bring(id, file);
    }

    private ResultActions bring(PostmortemId to, MockMultipartFile file) throws Exception {
        return web.perform(multipart("/postmortems/" + to + "/timeline/sources")
                .file(file)
                .with(user("ben"))
                .with(csrf()));
    }

    private ResultActions take(String beginning) throws Exception {
        Candidate one = candidate(beginning);
        return rows("take", one.id() + "", "text-" + one.id(), one.text());
    }

    private ResultActions rows(String... typed) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address + "/rows").with(user("ben")).with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request.param(typed[i], typed[i + 1]);
        }
        return web.perform(request);
    }

    private Candidate candidate(String beginning) {
        return all().stream()
                .filter(one -> one.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private List<Candidate> all() {
        return candidates.page(id, CandidateFilter.ALL, 0, 10_000);
    }

    private PostmortemId incident() {
        Instant resolved = TestClock.START;
        return Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        resolved,
                        null,
                        "Checkout was slow",
                        Severity.SEV_1,
                        resolved.minus(Duration.ofHours(4)),
                        null,
                        Resolution.at(resolved),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(new ReportedResponder(
                                ResponderRole.INCIDENT_COMMANDER, new Mention("ada@demo.example", "Ada"))),
                        "",
                        Set.of(),
                        null))
                .postmortem());
    }

    private static MockMultipartFile slack() throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT)) {
            List<String> parts = new java.util.ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                parts.add(CHECKOUT.relativize(file).toString());
                parts.add(Files.readString(file));
            }
            return file("checkout.zip", zip(parts.toArray(String[]::new)));
        }
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, null, content);
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
