package org.postmortemflow.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.EditTimeline;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TimelineRows;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class ExportDownloadTest {

    private static final PersonId ADA = new PersonId("ada");

    @Autowired
    private MockMvc web;

    @Autowired
    private ReportIncident reportIncident;

    @Autowired
    private Documents documents;

    @Autowired
    private Timelines timelines;

    @Autowired
    private ExternalMessages messages;

    @Autowired
    private Postmortems postmortems;

    @Autowired
    private EditTimeline edit;

    @Autowired
    private TimelineRows rows;

    private PostmortemId id;

    @BeforeEach
    void aPostmortem() {
        id = Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        TestClock.START,
                        null,
                        "Checkout was slow",
                        Severity.SEV_1,
                        null,
                        null,
                        Resolution.at(TestClock.START),
                        List.of(new Mention(null, "checkout-api")),
                        List.of(new ReportedResponder(ResponderRole.INCIDENT_COMMANDER, new Mention("ada", "Ada"))),
                        "",
                        Set.of(),
                        null))
                .postmortem());
        documents.write(
                id,
                Map.of(SectionName.OVERVIEW, "The pool & <b>queue</b>.", SectionName.INTERNAL_EMAIL, "Dear all,"),
                ADA);
        timelines.add(
                id,
                List.of(
                        TimelineItem.of(TestClock.START, "It ended", TimelineKind.RESOLVED, ""),
                        TimelineItem.of(TestClock.START.minusSeconds(60), "It began", TimelineKind.CAUSE_BEGAN, ""),
                        TimelineItem.of(TestClock.START, "noise", TimelineKind.ACTION, "")
                                .hidden(true)),
                ADA);
        messages.draft(id, "Slow for an hour", "A pool was too small", "It is larger </textarea><b>now</b>");
    }

    private ResultActions ask(String address) throws Exception {
        return web.perform(get(address).with(user("ben"))).andExpect(status().isOk());
    }

    private ResultActions export(String extension) throws Exception {
        return ask("/postmortems/" + id + "/export." + extension)
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void markdownIsSaved() throws Exception {
        export("md")
                .andExpect(header().string("Content-Type", "text/markdown;charset=UTF-8"))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(startsWith("attachment"), containsString("checkout-was-slow.md"))))
                .andExpect(content().string(allOf(containsString("It began"), not(containsString("noise")))));
    }

    @Test
    void theWebPageOpensAndNeedsNothingFromElsewhere() throws Exception {
        export("html")
                .andExpect(header().string("Content-Type", "text/html;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("Content-Security-Policy", containsString("style-src 'sha256-")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("'self'"))))
                .andExpect(content().string(allOf(containsString("Ada"), not(containsString("<b>")))));
    }

    @Test
    void thePdfIsSaved() throws Exception {
        byte[] pdf = export("pdf")
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void jsonIsTheSameAsAFileAndForPrograms() throws Exception {
        String file = export("json")
                .andExpect(header().string("Content-Disposition", startsWith("attachment")))
                .andReturn()
                .getResponse()
                .getContentAsString();

        web.perform(get("/api/postmortems/" + id + "/export").with(httpBasic("ben", "demo")))
                .andExpect(status().isOk())
                .andExpect(content().json(file, org.springframework.test.json.JsonCompareMode.STRICT))
                .andExpect(jsonPath("$.id").value(id.toString()))
                .andExpect(jsonPath("$.severity").value("sev-1"))
                .andExpect(jsonPath("$.sections.overview").value("The pool & <b>queue</b>."))
                .andExpect(jsonPath("$.timeline[0].event").value("It began"))
                .andExpect(jsonPath("$.timeline[1].at").value(TestClock.START.toString()))
                .andExpect(jsonPath("$.timeline.length()").value(2))
                .andExpect(jsonPath("$.rowsPutAside").value(1))
                .andExpect(jsonPath("$.commander.person").value("ada"))
                .andExpect(jsonPath("$.incident.resolvedAt").value(TestClock.START.toString()))
                .andExpect(jsonPath("$.externalMessage.approved").isEmpty());
    }

    /** R16: what is counted follows the timeline, also when it is corrected after the end. */
    @Test
    void figuresFollowACorrectionAfterClosing() throws Exception {
        for (Status status : List.of(Status.IN_REVIEW, Status.REVIEWED, Status.CLOSED)) {
            postmortems.moveTo(id, status, ADA, null);
        }
        ask("/api/postmortems/" + id + "/export")
                .andExpect(
                        jsonPath("$.figures[?(@.figure=='toResolve')].seconds").value(60));

        TimelineItem began = timelines.of(id).get(0);
        TimelineItem earlier = new TimelineItem(
                began.id(), TestClock.START.minusSeconds(3120), began.event(), began.kind(), "", false);
        edit.save(id, earlier, rows.row(id, began.id()).orElseThrow().version(), ADA);

        ask("/api/postmortems/" + id + "/export")
                .andExpect(
                        jsonPath("$.figures[?(@.figure=='toResolve')].seconds").value(3120))
                .andExpect(jsonPath("$.status").value("closed"));
        export("md").andExpect(content().string(containsString("52 min")));
        export("html").andExpect(content().string(containsString("52 min")));
        ask("/postmortems/" + id)
                .andExpect(content().string(containsString("52 min")))
                .andExpect(content().string(containsString("Corrected after closing: Timeline, row changed")));
    }

    @Test
    void theMessagesCanBeCopied() throws Exception {
        ask("/postmortems/" + id + "/messages")
                .andExpect(content()
                        .string(allOf(
                                containsString("What are we doing about this"),
                                containsString("larger &lt;/textarea&gt;"),
                                containsString("Dear all,"),
                                containsString("not approved it yet"),
                                containsString("readonly"))));
    }

    @Test
    void thePageLeadsToAllOfThem() throws Exception {
        ask("/postmortems/" + id)
                .andExpect(content()
                        .string(allOf(
                                containsString("Take it with you"),
                                containsString(id + "/export.pdf"),
                                containsString(id + "/export.md"),
                                containsString(id + "/messages"))));
    }

    @Test
    void whatIsNotThereIsNotExported() throws Exception {
        web.perform(get("/postmortems/" + UUID.randomUUID() + "/export.html").with(user("ben")))
                .andExpect(status().isNotFound());
        web.perform(get("/postmortems/" + id + "/export.md")).andExpect(status().is3xxRedirection());
        web.perform(get("/api/postmortems/" + id + "/export")).andExpect(status().isUnauthorized());
    }
}
