package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on ASVS names tests that there are, and leaves out no chapter. */
class AsvsTest {

    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT|Lab))`");

    private final String page = Files.readString(Path.of("docs/asvs.md"));

    AsvsTest() throws IOException {}

    @Test
    void eachTestThatIsNamedIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> known = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());

            assertThat(TEST.matcher(page).results().map(found -> found.group(1)))
                    .hasSizeGreaterThan(50)
                    .allSatisfy(test -> assertThat(known).contains(test));
        }
    }

    @Test
    void allSeventeenChaptersAreThere() {
        assertThat(IntStream.rangeClosed(1, 17))
                .allSatisfy(number -> assertThat(page).containsPattern("(?m)^## .*\\bV" + number + "\\b"));
    }
}
