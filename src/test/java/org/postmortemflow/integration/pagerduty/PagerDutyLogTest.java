package org.postmortemflow.integration.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.postmortemflow.timeline.TimelineKind.ACTION;
import static org.postmortemflow.timeline.TimelineKind.DETECTED;
import static org.postmortemflow.timeline.TimelineKind.PAGE;
import static org.postmortemflow.timeline.TimelineKind.RESOLVED;
import static org.postmortemflow.timeline.TimelineKind.STATUS_CHANGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.FoundWriter;
import org.postmortemflow.timeline.UploadedFile;

/** R17: what PagerDuty's log says of an incident. */
class PagerDutyLogTest {

    private final PagerDutyLog log = new PagerDutyLog();

    @Test
    void entriesBecomeEventsWithTheirKindsInOrderOfTime() {
        FoundEvents found = read(Samples.bytes("log_entries.json"));

        assertThat(found.events())
                .extracting(FoundEvent::at, FoundEvent::kind, FoundEvent::text)
                .containsExactly(
                        tuple(
                                Instant.parse("2026-06-10T08:50:00Z"),
                                DETECTED,
                                "Triggered through the API: Checkout error rate 20 %"),
                        tuple(Instant.parse("2026-06-10T08:50:05Z"), PAGE, "Notified Ada Okafor by push"),
                        tuple(Instant.parse("2026-06-10T08:51:00Z"), ACTION, "Acknowledged by Ada Okafor"),
                        tuple(Instant.parse("2026-06-10T08:52:00Z"), PAGE, "Escalated to Kavya Raman"),
                        tuple(Instant.parse("2026-06-10T08:53:00Z"), null, "Note added by Ada Okafor: Pool is full"),
                        tuple(
                                Instant.parse("2026-06-10T08:54:00Z"),
                                STATUS_CHANGE,
                                "Status update by Ada Okafor: One payment in five fails"),
                        tuple(Instant.parse("2026-06-10T09:20:00Z"), RESOLVED, "Resolved by Ada Okafor"));
        assertThat(found.events().get(0).source())
                .isEqualTo("https://demo.pagerduty.com/incidents/PINC1/log_entries/R1");
        assertThat(found.events().get(0).bot()).isTrue();
        assertThat(found.writers())
                .containsExactlyInAnyOrder(
                        new FoundWriter("PTUXL6G", "Ada Okafor", false, 4),
                        new FoundWriter("PLH1HKV", "Kavya Raman", false, 1));
    }

    @Test
    void furtherPagesArePointedOutUntilTheyAreThere() {
        String first = "{\"log_entries\": [], \"limit\": 25, \"offset\": 0, \"more\": true}";
        String second = "{\"log_entries\": [], \"limit\": 25, \"offset\": 25, \"more\": false}";

        assertThat(read(first).remarks()).singleElement().asString().contains("offset=25");
        assertThat(read(first + second).remarks()).isEmpty();
        assertThat(read("[" + first + "," + second + "]").remarks()).isEmpty();
    }

    @Test
    void anEntryThatIsTwiceThereIsOneAndOneWithoutTimeIsTold() {
        String entry = "{\"id\":\"R1\",\"type\":\"resolve_log_entry\",\"summary\":\"Resolved\",\"created_at\":\"%s\"}";
        FoundEvents found = read("{\"log_entries\": [%s,%s,%s]}"
                .formatted(
                        entry.formatted("2026-06-10T09:20:00Z"),
                        entry.formatted("2026-06-10T09:20:00Z"),
                        entry.formatted("yesterday")));

        assertThat(found.events()).hasSize(1);
        assertThat(found.remarks()).containsExactly("Entries without a readable time, left out: 1.");
    }

    @Test
    void onlyALinkIsTakenForALink() {
        String entry = "{\"log_entries\": [{\"id\":\"R1\",\"type\":\"x_log_entry\",\"summary\":\"s\","
                + "\"created_at\":\"2026-06-10T09:20:00Z\",\"html_url\":\"javascript:alert(1)\"}]}";

        assertThat(read(entry).events()).extracting(FoundEvent::source).containsExactly("PagerDuty log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{}",
                "{\"incident\": {}}",
                "[1, 2]",
                "{\"log_entries\": 7}",
                "{\"notes\": []}}",
                "{\"notes\": [\"\u0000\"]}"
            })
    void whatIsNoAnswerOfPagerDutyIsRefusedByItsName(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("file"))
                .hasMessageStartingWith("log.json");
    }

    @Test
    void jsonWithoutEndInDepthIsRefused() {
        assertThatThrownBy(() -> read("{\"notes\":" + "[".repeat(100_000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> read(" ".repeat(11 * 1024 * 1024) + "{}")).hasMessageContaining("longer than 10 MB");
    }

    @Test
    void itKnowsItsOwnFilesByTheirBeginning() {
        assertThat(log.recognises("\uFEFF\n {\"notes\"".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(log.recognises("PK\u0003\u0004{".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(log.recognises(new byte[0])).isFalse();
    }

    @Test
    void thePublishedAnswersAreReadWhenTheyAreThere() throws IOException {
        Path data = Path.of("../shared/data/pagerduty");
        assumeTrue(Files.isDirectory(data), "../shared/data is not there: the published answers are not tried");

        assertThat(read(Files.readAllBytes(data.resolve("api_log_entries.json")))
                        .events())
                .extracting(FoundEvent::text, FoundEvent::kind)
                .containsExactly(
                        tuple("Triggered through the API: Tasks::SFDCValidator - PD_Data__c - duplicates", DETECTED));
        assertThat(read(Files.readAllBytes(data.resolve("api_notes.json"))).events())
                .extracting(FoundEvent::author, FoundEvent::bot, FoundEvent::text)
                .containsExactly(
                        tuple("A Global Event Rule", true, "Initial alert information indicates a 1-alarm fire"),
                        tuple("Earline Greenholt", false, "Firefighters are on the scene."));
    }

    private FoundEvents read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private FoundEvents read(byte[] bytes) {
        return log.read(new UploadedFile("log.json", () -> new ByteArrayInputStream(bytes)));
    }
}
