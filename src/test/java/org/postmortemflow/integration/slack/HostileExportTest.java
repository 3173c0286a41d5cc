package org.postmortemflow.integration.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvent;

/** What is no export, or means harm, is refused with the name of the file in it, and leaves nothing behind. */
class HostileExportTest {

    private final Set<String> before = temporaryFiles();

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/cron.d/evil",
                "ops/../../evil.json",
                "/etc/passwd",
                "C:/windows/evil",
                "ops\\..\\evil",
                "./x"
            })
    void aNameThatLeadsElsewhereIsRefused(String name) {
        refused(Zips.with(name, "[]"), "is no name that a file of an export has");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops/more.zip", "inner.ZIP", "ops/x.tar.gz", "a.7z"})
    void anArchiveInsideTheArchiveIsRefused(String name) {
        refused(Zips.with(name, "PK"), name, "archive inside");
    }

    @Test
    void aBombIsStoppedByWhatIsReallyReadNotByWhatItSays() {
        byte[] bomb = Zips.with("ops/2026-06-11.json", "[" + " ".repeat(3 * 1024 * 1024) + "]");
        assertThat(bomb.length).isLessThan(20_000);
        lieAboutSizes(bomb);

        refused(bomb, "");
        refused(Zips.with("ops/2026-06-11.json", "[" + " ".repeat(3 * 1024 * 1024) + "]"), "ops/2026-06-11.json");
    }

    @Test
    void manySmallBombsAreOneBomb() {
        Map<String, byte[]> files = new LinkedHashMap<>(Zips.files(Zips.CHECKOUT));
        for (int day = 10; day < 20; day++) {
            files.put(
                    "random/2026-07-" + day + ".json",
                    ("[" + " ".repeat(1_000_000) + "]").getBytes(StandardCharsets.UTF_8));
        }

        refused(Zips.zip(files), "larger than allowed");
    }

    @Test
    void tooManyFilesAreRefused() {
        Map<String, byte[]> files = new LinkedHashMap<>(Zips.files(Zips.CHECKOUT));
        for (int i = 0; i < 300; i++) {
            files.put("random/" + i + ".txt", new byte[0]);
        }

        refused(Zips.zip(files), "at most 200");
    }

    @Test
    void tooManyMessagesAreRefused() {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 7000; i++) {
            many.append(i == 0 ? "" : ",")
                    .append("{\"text\":\"x\",\"ts\":\"17810")
                    .append(10000 + i)
                    .append(".0\"}");
        }

        refused(Zips.with("ops/2026-06-11.json", many.append("]").toString()), "more than 6,000 messages");
    }

    @Test
    void aZipThatIsCutAnywhereIsRefused() {
        byte[] whole = Zips.zip(Zips.files(Zips.CHECKOUT));
        for (int length = 4; length < whole.length; length += 97) {
            refused(Arrays.copyOf(whole, length), "");
        }
    }

    @Test
    void aDamagedTextIsNeverTakenForARightOne() {
        byte[] zip = Zips.with("ops/2026-06-11.json", Zips.message("Hello again, this is a longer text"));
        int refused = 0;
        for (int i = 0; i < zip.length; i += 3) {
            byte[] turned = zip.clone();
            turned[i] ^= 0x55;
            try {
                assertThat(new SlackExport(Zips.SETTINGS)
                                .read(Zips.uploaded(turned))
                                .events())
                        .extracting(FoundEvent::text)
                        .isSubsetOf("Hello", "Hello again, this is a longer text");
            } catch (Refused expected) {
                assertThat(expected.problems()).containsOnlyKeys("file");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void whatIsNotReadIsTold() {
        assertThat(new SlackExport(Zips.SETTINGS)
                        .read(Zips.uploaded(Zips.with("ops/2026-0v-11.json", Zips.message("Lost?"))))
                        .remarks())
                .containsExactly("Not read, because no messages are expected there: ops/2026-0v-11.json.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[1]",
                "[{\"text\":\"x\"",
                "[{\"text\":\"x\"}]",
                "[{\"text\":\"x\",\"ts\":\"noon\"}]",
                "[{\"text\":\"x\",\"ts\":\"99999999999.1\"}]",
                "[{\"text\":\"x\",\"ts\":1e400}]",
                "[] []",
                "[{}],",
                "[{\"text\":\"x\",\"ts\":\"-1\"}]",
                "hello",
                "[{\"text\":\"\\u12\"}]"
            })
    void aHalfBrokenFileIsNamed(String content) {
        refused(Zips.with("ops/2026-06-11.json", content), "ops/2026-06-11.json");
    }

    @Test
    void brokenListsAreNamedToo() {
        refused(Zips.with("users.json", "[{]"), "users.json");
        refused(Zips.with("channels.json", "{\"ok\":true}"), "channels.json");
    }

    @Test
    void anotherEncodingIsRefusedInsteadOfMisread() {
        byte[] latin = Zips.message("Störung").getBytes(StandardCharsets.ISO_8859_1);

        refused(Zips.with("ops/2026-06-11.json", latin), "ops/2026-06-11.json", "UTF-8");
    }

    @Test
    void jsonWithoutEndInDepthOrLengthIsRefused() {
        refused(Zips.with("ops/2026-06-11.json", "[{\"a\":" + "[".repeat(100_000)), "ops/2026-06-11.json");
        refused(Zips.with("ops/2026-06-11.json", Zips.message("x".repeat(1_100_000))), "ops/2026-06-11.json");
        refused(Zips.with("ops/2026-06-11.json", "[{\"ts\":" + "9".repeat(100_000) + "}]"), "ops/2026-06-11.json");
    }

    @Test
    void aZipOfSomethingElseSaysSo() {
        refused(Zips.zip(Map.of("holiday.jpg", new byte[10])), "no Slack export");
        refused(Zips.zip(Map.of("a/b/2026-06-10.json", "[]".getBytes(StandardCharsets.UTF_8))), "no Slack export");
    }

    @Test
    void namesInMessagesAreShortAndPlain() {
        assertThatThrownBy(() -> new SlackExport(Zips.SETTINGS)
                        .read(Zips.uploaded(Zips.with("/" + "\u202Eevil\n".repeat(2000), "[]"))))
                .isInstanceOf(Refused.class)
                .message()
                .hasSizeLessThan(300)
                .doesNotContain("\u202E", "\n");
    }

    private static void refused(byte[] zip, String... words) {
        assertThatThrownBy(() -> new SlackExport(Zips.SETTINGS).read(Zips.uploaded(zip)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("file"))
                .hasMessageContainingAll(words)
                .hasMessageEndingWith("Nothing was kept.");
    }

    /** Says in every header that the unpacked size is 3 bytes. */
    private static void lieAboutSizes(byte[] zip) {
        for (int i = 0; i + 30 < zip.length; i++) {
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (central) {
                zip[i + 24] = 3;
                zip[i + 25] = 0;
                zip[i + 26] = 0;
                zip[i + 27] = 0;
            }
        }
    }

    private static Set<String> temporaryFiles() {
        String[] names =
                new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> name.startsWith("slack-export-"));
        return new TreeSet<>(Arrays.asList(Objects.requireNonNull(names)));
    }
}
