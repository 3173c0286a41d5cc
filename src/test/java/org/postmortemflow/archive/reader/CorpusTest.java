package org.postmortemflow.archive.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real postmortems of three organisations. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../shared/data/postmortems");

    @BeforeAll
    static void theCorpusIsThere() {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the real postmortems are not beside the project");
    }

    static List<Path> documents() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return List.of(CORPUS);
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static ReadPostmortem read(Path file) throws IOException {
        return PostmortemReader.read(Files.readString(file), file.getFileName().toString(), ZoneId.of("Europe/Berlin"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsLost(Path file) throws IOException {
        if (System.getenv("DUMP") != null) {
            System.out.println("##### " + file);
            Dump.of(read(file));
        }
        assertThat(Kept.lost(Files.readString(file), read(file))).isEmpty();
    }

    @Test
    void x() {}
}
