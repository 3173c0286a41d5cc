package org.postmortemflow.archive.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a document holds: it is read, and no line of its text is lost. */
class ReadingPropertiesTest {

    private static final ZoneId HOME = ZoneId.of("Europe/Berlin");

    @Property(tries = 400)
    void noLineIsLost(@ForAll("documents") String document) {
        assertThat(Kept.lost(document, PostmortemReader.read(document, "a.md", HOME)))
                .isEmpty();
    }

    @Property(tries = 300)
    void nothingMakesItThrow(@ForAll String document) {
        assertThat(PostmortemReader.read(document, "", HOME).title()).isNotBlank();
    }

    @Example
    void deepNestingAndLongLinesAreRead() {
        for (String piece :
                List.of("> ", "- ", "[", "**", "| a ", "(", "1. ", "# ", "`", "<", "_", "-", "0", "\\", "T+", "\t")) {
            String document = "# T\n\n## Timeline\n\n" + piece.repeat(20_000) + "x\n";
            assertThat(PostmortemReader.read(document, "", HOME).title()).isEqualTo("T");
        }
    }

    @Example
    void aLargeDocumentIsReadInSeconds() {
        String document = "# T\n\n## Timeline\n\n"
                + "- 2021-03-04 10:00 UTC something happened [link](https://x.example)\n".repeat(25_000);
        long start = System.nanoTime();
        assertThat(PostmortemReader.read(document, "", HOME).timeline()).hasSize(25_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(3).ofMaxLength(8);
        Arbitrary<String> start = Arbitraries.of(
                "",
                "",
                "# ",
                "## ",
                "### ",
                "- ",
                "* ",
                "  - ",
                "1. ",
                "> ",
                "| ",
                "    ",
                "**",
                "```",
                "<div>",
                "---",
                "## Timeline ",
                "## Timeline\n",
                "## Summary\n",
                "## Action items\n",
                "## Root cause\n",
                "**Impact:** ",
                "**Timeline**\n",
                "14:02 ",
                "- 14:02 UTC ",
                "2021-03-04 ",
                "- 2021-03-04 14:02 PST: ",
                "### 14:02\n",
                "### 2021-03-04\n",
                "| Time | Event |\n|---|---|\n| 14:02 | ",
                "T+5m ",
                "- T+5m ",
                "[ref]: https://",
                "Severity: ",
                "===\n",
                "- **14:02** - ",
                "(14:02) ",
                "[14:02] ",
                "[14:02](https://x.example) ",
                "- [ ] ",
                "Date: ",
                "- Owner: ",
                "~~",
                "`",
                "from 10:00 to 11:00 ",
                "March 3 ");
        Arbitrary<String> line = net.jqwik.api.Combinators.combine(
                        start, word, word, Arbitraries.of("", " |", "**", ":", " 10:00", "\n", "\n\n"))
                .as((a, b, c, d) -> a + b + " " + c + d);
        return line.list().ofMinSize(1).ofMaxSize(25).map(lines -> String.join("\n", lines));
    }
}
