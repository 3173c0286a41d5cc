package org.postmortemflow.archive.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/** Documents in the styles that are common, written for these tests. */
class SamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"sre", "pager", "atlassian", "blog", "relative", "gitlab", "etsy", "german", "odd"})
    void nothingIsLost(String name) throws IOException {
        assertThat(Kept.lost(text(name), read(name))).isEmpty();
    }

    @Test
    void namesInBoldPartADocumentAsHeadingsDo() throws IOException {
        ReadPostmortem sre = read("sre");

        assertThat(sre.title()).isEqualTo("Search Down After Poem Discovery (incident #17)");
        assertThat(sre.sections().get(SectionName.OVERVIEW)).startsWith("Search was down for 66 minutes");
        assertThat(sre.sections().get(SectionName.FUNCTIONALITY)).startsWith("About 1.2B queries");
        assertThat(sre.sections().get(SectionName.CONTRIBUTING_FACTORS))
                .contains("handle leaked", "Trigger", "A latent bug");
        assertThat(sre.sections().get(SectionName.RESOLUTION)).startsWith("Traffic went");
        assertThat(sre.sections().get(SectionName.WENT_WELL)).isEqualTo("- Monitoring quickly alerted us");
        assertThat(sre.sections().get(SectionName.OTHER))
                .contains("**Authors:** mira, tomas", "### Where we got lucky");
        assertThat(sre.sections().get(SectionName.EVIDENCE)).contains("https://monitor.example/shakespeare");
    }

    @Test
    void aTimelineGoesOnAfterMidnight() throws IOException {
        ReadPostmortem sre = read("sre");

        assertThat(sre.timeline())
                .extracting(Row::at)
                .containsExactly(instants(
                        "2015-10-21T14:51:00Z",
                        "2015-10-21T14:53:00Z",
                        "2015-10-21T14:54:00Z",
                        "2015-10-21T14:55:00Z",
                        "2015-10-21T15:28:00Z",
                        "2015-10-21T23:58:00Z",
                        "2015-10-22T00:10:00Z"));
        assertThat(sre.timeline().get(2).event()).isEqualTo("OUTAGE BEGINS - backends melt down");
        assertThat(sre.timeline())
                .extracting(Row::kind)
                .contains(TimelineKind.CAUSE_BEGAN, TimelineKind.PAGE, TimelineKind.MITIGATED, TimelineKind.RESOLVED);
        assertThat(sre.startedAt()).isEqualTo("2015-10-21T14:54:00Z");
        assertThat(sre.warnings()).anyMatch(warning -> warning.message().contains("next day"));
    }

    @Test
    void actionItemsOfTablesKeepTheirColumns() throws IOException {
        assertThat(read("sre").followUps()).extracting(Action::owner).containsExactly("Platform", "martym");
        assertThat(read("sre").followUps().get(1).text()).contains("Type: prevent", "Bug: Bug 5554823");
    }

    @Test
    void frontMatterCommentsAndLinksByNameSurvive() throws IOException {
        ReadPostmortem pager = read("pager");

        assertThat(pager.title()).isEqualTo("Notifications were late");
        assertThat(pager.severity()).isEqualTo(Severity.SEV_2);
        assertThat(pager.sections().get(SectionName.OVERVIEW))
                .contains("[the runbook][rb]", "[rb]: https://runbook.example/queues");
        assertThat(pager.sections().get(SectionName.OTHER))
                .contains("severity: SEV-2", "<!-- kept for the template -->");
        assertThat(pager.sections().get(SectionName.CUSTOMERS_AFFECTED)).isEqualTo("1204");
        assertThat(pager.sections().get(SectionName.WENT_NOT_SO_WELL)).isEqualTo("- Slow scale up");
    }

    @Test
    void pacificTimesOfASummersDayAreSevenHoursBehind() throws IOException {
        assertThat(read("pager").timeline())
                .extracting(Row::at)
                .containsExactly(instants("2022-07-05T21:51:00Z", "2022-07-05T21:58:00Z", "2022-07-05T23:02:00Z"));
        assertThat(read("pager").timeline().get(0).source()).isEqualTo("https://graph.example/1");
        assertThat(read("pager").timeline().get(2).event()).isEqualTo("Consumers doubled | restarted");
    }

    @Test
    void daysStandAboveTimesAndOtherTextBelowThemIsARow() throws IOException {
        ReadPostmortem atlassian = read("atlassian");

        assertThat(atlassian.title()).isEqualTo("INC-42 Payments refused");
        assertThat(atlassian.severity()).isEqualTo(Severity.SEV_1);
        assertThat(atlassian.startedAt()).isEqualTo("2021-03-28T00:30:00Z");
        assertThat(atlassian.timeline())
                .extracting(Row::at)
                .startsWith(instants("2021-03-28T00:30:00Z", "2021-03-28T00:55:00Z", "2021-03-28T01:05:00Z"));
        assertThat(atlassian.timeline().get(3).event()).contains("We wrote to customers.");
        assertThat(atlassian.timeline().get(3).guessed()).isTrue();
        assertThat(atlassian.followUps())
                .extracting(Action::title, Action::under)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Size the pool by load.", "Prevent"));
    }

    @Test
    void whatIsTickedOffIsDone() {
        String lists = """
                # A
                ## Action items
                - [x] Add an alert
                - [X] **Double the pool** now
                - [ ] Write a runbook
                - Test [x] of the pool
                - [x]
                """;
        assertThat(PostmortemReader.read(lists, "a.md", java.time.ZoneOffset.UTC)
                        .followUps())
                .extracting(Action::title, Action::done)
                .contains(
                        org.assertj.core.api.Assertions.tuple("Add an alert", true),
                        org.assertj.core.api.Assertions.tuple("Double the pool", true),
                        org.assertj.core.api.Assertions.tuple("Write a runbook", false))
                .anyMatch(one -> one.toList().get(0).toString().startsWith("Test")
                        && one.toList().get(1).equals(false));
        String table = """
                # A
                ## Action items
                | Action | Status |
                |---|---|
                | Add an alert | **Done** |
                | Double the pool | not done |
                | Write a runbook | [x] |
                | Test it | done in part |
                """;
        assertThat(PostmortemReader.read(table, "a.md", java.time.ZoneOffset.UTC)
                        .followUps())
                .extracting(Action::done)
                .containsExactly(true, false, true, false);
    }

    @Test
    void aTableWithTimesIsATimelineWithoutAHeading() throws IOException {
        ReadPostmortem blog = read("blog");

        assertThat(blog.timeline())
                .extracting(Row::at)
                .startsWith(instants(
                        "2019-07-02T13:42:00Z",
                        "2019-07-02T13:45:00Z",
                        "2019-07-02T14:02:00Z",
                        "2019-07-02T14:52:00Z"));
        assertThat(blog.timeline().get(1).event())
                .startsWith("(13:45 - 13:50) First page")
                .contains("Status: Investigating");
        assertThat(blog.timeline()).hasSize(5);
        assertThat(blog.sections().get(SectionName.OTHER))
                .contains("14:00 this is a log", "    - ![graph]", "> Rules are patterns.");
    }

    @Test
    void questionsAsHeadingsLeadToTheirSections() throws IOException {
        ReadPostmortem gitlab = read("gitlab");

        assertThat(gitlab.severity()).isEqualTo(Severity.SEV_2);
        assertThat(gitlab.timeline())
                .extracting(Row::at)
                .containsExactly(instants(
                        "2026-03-14T08:12:00Z",
                        "2026-03-14T08:19:00Z",
                        "2026-03-14T08:23:00Z",
                        "2026-03-14T08:51:00Z",
                        "2026-03-14T09:06:00Z"));
        assertThat(gitlab.timeline().get(2).event()).contains("she finds one node");
        assertThat(gitlab.sections().get(SectionName.CONTRIBUTING_FACTORS)).startsWith("- A rule of the load balancer");
        assertThat(gitlab.followUps())
                .extracting(Action::title)
                .containsExactly("Balance pulls by package", "Alert on the share of one node", "Revert the rule");
        assertThat(gitlab.followUps().get(0).text()).contains("issues/4711", "priority::1");
    }

    /** Twelve hours, headings that are underlined, and the offset told once at the head. */
    @Test
    void theHeadTellsInWhichZoneTheTimelineIs() throws IOException {
        ReadPostmortem etsy = read("etsy");

        assertThat(etsy.title()).isEqualTo("Search returned nothing for shoppers in France");
        assertThat(etsy.timeline())
                .extracting(Row::at)
                .containsExactly(instants(
                        "2026-02-03T21:05:00Z",
                        "2026-02-03T21:20:00Z",
                        "2026-02-03T21:58:00Z",
                        "2026-02-03T22:31:00Z"));
        assertThat(etsy.timeline().get(0).kind()).isEqualTo(TimelineKind.CAUSE_BEGAN);
        assertThat(etsy.timeline().get(3).kind()).isEqualTo(TimelineKind.RESOLVED);
        assertThat(etsy.followUps()).extracting(Action::owner).containsExactly("Search", "Nadia");
    }

    @Test
    void aGermanDocumentIsReadToo() throws IOException {
        ReadPostmortem german = read("german");

        assertThat(german.title()).isEqualTo("Zahlungen hängen");
        assertThat(german.timeline())
                .extracting(Row::at)
                .containsExactly(instants("2026-06-10T12:05:00Z", "2026-06-10T12:20:00Z", "2026-06-10T12:45:00Z"));
        assertThat(german.sections().get(SectionName.CONTRIBUTING_FACTORS)).isEqualTo("- Der Pool war zu klein");
        assertThat(german.followUps()).hasSize(1);
    }

    @Test
    void markupInTheMiddleOfMarkdownStaysText() throws IOException {
        ReadPostmortem odd = read("odd");

        assertThat(odd.title()).isEqualTo("Postmortem: Mail was late");
        assertThat(odd.timeline())
                .extracting(Row::at)
                .containsExactly(instants(
                        "2026-03-05T08:05:00Z",
                        "2026-03-05T08:40:00Z",
                        "2026-03-05T11:15:00Z",
                        "2026-03-05T12:00:00Z",
                        "2026-03-05T11:20:00Z"));
        assertThat(odd.warnings()).anyMatch(warning -> warning.message().contains("in the order of time"));
    }

    @Test
    void timesCountFromABeginningOrFromTheEpoch() throws IOException {
        ReadPostmortem relative = read("relative");

        assertThat(relative.timeline()).hasSize(8);
        assertThat(relative.timeline().get(4).at()).isEqualTo("2023-03-04T14:00:00Z");
        assertThat(relative.timeline().get(5).at()).isEqualTo("2023-03-04T14:51:07.123Z");
        assertThat(relative.timeline().get(6).at()).isEqualTo("2023-03-04T14:51:07Z");
        assertThat(relative.timeline().get(7).at()).isEqualTo("2023-03-04T15:00:00Z");
    }

    private static Instant[] instants(String... texts) {
        return List.of(texts).stream().map(Instant::parse).toArray(Instant[]::new);
    }

    private static ReadPostmortem read(String name) throws IOException {
        return PostmortemReader.read(text(name), name + ".md", ZoneId.of("Europe/Berlin"));
    }

    private static String text(String name) throws IOException {
        try (InputStream sample =
                Objects.requireNonNull(SamplesTest.class.getResourceAsStream("/import/" + name + ".md"))) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
