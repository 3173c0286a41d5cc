package org.postmortemflow.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.archive.reader.PostmortemReader;
import org.postmortemflow.archive.reader.ReadPostmortem;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.shared.Severity;

class ExportMarkdownTest {

    private final ExportedPostmortem sample = Samples.hostile();
    private final String markdown = ExportMarkdown.write(sample);

    private static ReadPostmortem read(String markdown) {
        return PostmortemReader.read(markdown, "export.md", ZoneId.of("America/New_York"));
    }

    @Test
    void ourImportReadsBackWhatWasWritten() {
        ReadPostmortem back = read(markdown);

        assertThat(back.title()).isEqualTo(sample.title());
        assertThat(back.date()).isEqualTo(Samples.START);
        assertThat(back.severity()).isEqualTo(Severity.SEV_1);
        assertThat(back.startedAt()).isEqualTo(sample.incident().startedAt());
        assertThat(back.detectedAt()).isEqualTo(sample.incident().detectedAt());
        assertThat(back.resolvedAt()).isEqualTo(sample.incident().resolvedAt());
        assertThat(back.warnings()).isEmpty();
    }

    @Test
    void everyRowComesBackInItsOrderWithItsKindAndSource() {
        assertThat(read(markdown).timeline())
                .map(row -> List.of(row.at(), row.kind(), row.event(), row.source()))
                .isEqualTo(sample.timeline().stream()
                        .map(row -> List.<Object>of(row.at(), row.kind(), row.event(), row.source()))
                        .toList());
    }

    /** Else the minutes in Sev-1 and those that customers noticed would be lost on the way (R16). */
    @Test
    void whatARowChangesComesBack() {
        assertThat(read(markdown).timeline())
                .map(row -> Arrays.asList(row.severity(), row.noticed()))
                .isEqualTo(sample.timeline().stream()
                        .map(row -> Arrays.<Object>asList(row.severity(), row.noticed()))
                        .toList())
                .contains(
                        Arrays.asList(Severity.SEV_1, true),
                        Arrays.asList(null, false),
                        Arrays.asList(Severity.SEV_3, null));
    }

    @Test
    void everySectionComesBackAlsoOneThatLooksLikeATimeline() {
        Map<SectionName, String> back = read(markdown).sections();

        sample.sections().forEach((name, text) -> {
            if (name != SectionName.OTHER) {
                assertThat(back.get(name)).as(name.label()).isEqualTo(text.strip());
            }
        });
        assertThat(back.get(SectionName.OTHER)).contains("Text of other", "never closed", "fine");
    }

    @Test
    void followUpsComeBackWithTeamKindAndPriority() {
        assertThat(read(markdown).followUps()).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo(sample.followUps().get(0).title());
            assertThat(List.of(one.owner(), one.type(), one.priority())).containsExactly("Payments", "Detection", "P0");
            assertThat(one.text()).contains("because\n| of | this |").contains("sev1_20260610");
        });
    }

    @Test
    void rowsThatWerePutAsideAreCounted() {
        assertThat(markdown).contains("2 rows that were put aside are left out.");
    }

    @Test
    void timesStandInUtcAndInTheZoneOfTheOrganisation() {
        assertThat(markdown).contains("| 2026-06-10 12:05:07 | Wed 10 Jun 2026 14:05:07 CEST |");
    }

    /** Whatever is left open in one section, the next one begins. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\nopen",
                "~~~~\nopen",
                "<!-- open",
                "<script>\nopen",
                "<div>\nopen",
                "# Heading",
                "Title\n===",
                "Title\n---",
                "- item\n  ```\n  open",
                "> quote",
                "| a |\n|---|",
                "    code",
                "<?php",
                "<![CDATA[",
                "text\n# Timeline\nmore"
            })
    void nothingBreaksOutOfItsSection(String text) {
        String contained = Contained.of(text) + "\n\n## Next\n\nhere";

        ReadPostmortem back = read("<!-- postmortem-flow export 1 -->\n\n# T\n\n## Overview\n\n" + contained);

        assertThat(back.title()).isEqualTo("T");
        assertThat(back.sections().get(SectionName.OTHER)).isEqualTo("## Next\n\nhere");
        assertThat(back.timeline()).isEmpty();
    }

    @Test
    void aFileNameIsSafeEverywhere() {
        assertThat(FileNames.of(sample, "md"))
                .isEqualTo("2026-06-10-checkout-script-alert-x-script-quoted-x-7-7-7-7.md");
        assertThat(FileNames.slug("../../Überlauf: größer\r\nX")).isEqualTo("uberlauf-grosser-x");
        assertThat(FileNames.slug("日本")).isEmpty();
    }
}
