package org.postmortemflow.integration.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.FoundWriter;

/** R4, R17: what was said during the incident, readable and in order. */
class SlackExportTest {

    private final FoundEvents found = read(Zips.zip(Zips.files(Zips.CHECKOUT)));

    @Test
    void whatWasSaidIsFoundInOrderAndWhatNobodySaidIsNot() {
        assertThat(found.events())
                .extracting(
                        FoundEvent::author,
                        one -> one.text().lines().findFirst().orElse(""))
                .containsExactly(
                        tuple("AlertBot", "Checkout error rate 20 % (https://grafana.demo.example/d/1?a=1&b=2)"),
                        tuple(
                                "Ada Okafor",
                                "I command. @Chloe Martin please look, #random for chat, @here @payments 🔥 👋🏼 :our_own:"),
                        tuple("Chloe Martin", "shall I page Liam?"),
                        tuple("Chloe Martin", "Deployed 17 at 10:30, a < b && c"),
                        tuple("Sam of Hosting", "`:fire:` stays, mail sam@hosting.example"),
                        tuple("Chloe Martin", "graph of it"),
                        tuple("Ada Okafor", "what was it?"),
                        tuple("Ada Okafor", "Typed with care"),
                        tuple("Ada Okafor", "Resolved, thank you."),
                        tuple("Ada Okafor", "Legal is told"),
                        tuple("Chloe Martin", "Lunch?"));
        assertThat(found.remarks()).singleElement().asString().startsWith("3 entries were left out");
    }

    @Test
    void timesAreExactToTheMicrosecond() {
        assertThat(event("I command").at()).isEqualTo(Instant.parse("2026-06-10T08:51:00.123456Z"));
    }

    @Test
    void everyLineOfAMessageStays() {
        assertThat(event("Deployed 17").text())
                .endsWith("\nrolled back, see build 17 (https://ci.demo.example/17) and https://status.demo.example");
        assertThat(event("Checkout error").text()).endsWith("\nalert fired\nRegion: eu");
    }

    @Test
    void filesAreNamed() {
        assertThat(event("graph of it").text()).isEqualTo("graph of it\nFile: errors <1>.png");
    }

    @Test
    void anAnswerKnowsWhatItAnswers() {
        FoundEvent parent = event("Deployed 17");

        assertThat(event("what was it?").threadAt()).isEqualTo(parent.at()).isEqualTo(parent.threadAt());
    }

    @Test
    void programsAndPinnedMessagesAreMarked() {
        assertThat(found.events())
                .filteredOn(FoundEvent::bot)
                .extracting(FoundEvent::author)
                .containsExactly("AlertBot");
        assertThat(found.events()).filteredOn(FoundEvent::marked).containsExactly(event("Deployed 17"));
    }

    @Test
    void theSourceLinksToTheMessageWhereTheWorkspaceIsKnown() {
        assertThat(event("I command").source())
                .isEqualTo("https://demo-shop.slack.com/archives/C0INC/p1781081460123456");
        assertThat(event("what was it?").source())
                .isEqualTo("https://demo-shop.slack.com/archives/C0INC/p1781082600000600"
                        + "?thread_ts=1781081700.000300&cid=C0INC");
        assertThat(read(Zips.with("x/2026-06-10.json", "[]")).events())
                .extracting(FoundEvent::source)
                .containsExactly("Slack #ops");
    }

    @Test
    void privateChannelsAndConversationsAreNamed() {
        assertThat(event("Legal is told").channel()).isEqualTo("Slack #secret-room");
        assertThat(event("shall I page").channel()).isEqualTo("Slack Conversation of Ada Okafor, Chloe Martin");
    }

    @Test
    void writersAreCountedWithTheirAddress() {
        assertThat(found.writers())
                .extracting(FoundWriter::name, FoundWriter::reference, FoundWriter::bot, FoundWriter::messages)
                .containsExactlyInAnyOrder(
                        tuple("Ada Okafor", "ADA@demo.example", false, 5),
                        tuple("Chloe Martin", "", false, 4),
                        tuple("Sam of Hosting", "sam@hosting.example", false, 1),
                        tuple("AlertBot", "", true, 1));
    }

    @Test
    void aFolderAroundTheExportAndWhatMacsAddChangeNothing() {
        Map<String, byte[]> wrapped = new LinkedHashMap<>();
        Zips.files(Zips.CHECKOUT).forEach((name, content) -> {
            wrapped.put("Demo Shop export/" + name, content);
            wrapped.put("__MACOSX/Demo Shop export/._" + name, new byte[] {0, 5, 22, 7});
        });

        assertThat(read(Zips.zip(wrapped)).events()).isEqualTo(found.events());
    }

    @Test
    void twoTextsWithOneStampAreBothKept() {
        String both = """
                [{"user": "U1", "text": "one", "ts": "1781081400.000100"},
                 {"user": "U1", "text": "one", "ts": "1781081400.000100"},
                 {"user": "U1", "text": "two", "ts": "1781081400.000100"}]""";

        FoundEvents events = read(Zips.with("ops/2026-06-10.json", both));

        assertThat(events.events()).extracting(FoundEvent::text).containsExactly("one", "two");
        assertThat(events.events()).extracting(FoundEvent::key).doesNotHaveDuplicates();
    }

    @Test
    void thePublishedExampleIsReadWhenItIsThere() {
        Path data = Path.of("../shared/data/slack-export");
        assumeTrue(Files.isDirectory(data), "../shared/data is not there: the larger export is not tried");

        FoundEvents export = read(Zips.zip(Zips.files(data)));

        assertThat(export.events()).hasSize(15);
        assertThat(export.events()).filteredOn(FoundEvent::marked).hasSize(3);
        assertThat(export.events())
                .extracting(FoundEvent::text)
                .contains(
                        "I am incident commander. @Amal Noor please scribe. @Lena Holm customer liaison 👋",
                        "yes, all accounts & both regions",
                        "Status page updated: sign-in degraded (https://status.example.com/i/77)")
                .noneMatch(text -> Stream.of("joined", "deleted", "<@", "&amp;").anyMatch(text::contains))
                .anyMatch(text -> text.endsWith("```Update-AWSFederation -All```\nFile: rollover.png"));
    }

    private FoundEvent event(String beginning) {
        return found.events().stream()
                .filter(one -> one.text().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static FoundEvents read(byte[] zip) {
        return new SlackExport(Zips.SETTINGS).read(Zips.uploaded(zip));
    }
}
