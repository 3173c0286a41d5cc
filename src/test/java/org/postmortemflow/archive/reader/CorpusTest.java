package org.postmortemflow.archive.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
        assertThat(Kept.lost(Files.readString(file), read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyDocumentHasATitleAndADay(Path file) throws IOException {
        assertThat(read(file).title()).isNotBlank();
        assertThat(read(file).date()).isNotNull();
    }

    @Test
    void theMinutesThatAreToldNameTheRows() throws IOException {
        ReadPostmortem adfs = read(CORPUS.resolve("dfds/PM2021-004 - ADFS outage.md"));

        assertThat(adfs.figures().minutesToDetection()).isEqualTo(5);
        assertThat(adfs.figures().minutesToRecovery()).isEqualTo(84);
        assertThat(Duration.between(adfs.startedAt(), adfs.detectedAt())).isEqualTo(Duration.ofMinutes(5));
        assertThat(Duration.between(adfs.startedAt(), adfs.resolvedAt())).isEqualTo(Duration.ofMinutes(84));
    }

    @Test
    void rowsOutOfOrderArePointedOut() throws IOException {
        ReadPostmortem nodes = read(CORPUS.resolve("dfds/PM2023-001 - Total node failure.md"));

        assertThat(nodes.timeline()).hasSize(16);
        assertThat(nodes.warnings()).anyMatch(warning -> warning.message().contains("2023-02-14 11:07"));
    }

    @Test
    void headingsAreRowsAndTheirZoneStays() throws IOException {
        ReadPostmortem proxy = read(CORPUS.resolve("mybinder/2017-11-30-oom-proxy.md"));

        assertThat(proxy.timeline()).hasSize(11);
        assertThat(proxy.timeline().get(0).at()).isEqualTo("2017-12-01T00:22:00Z");
        assertThat(proxy.timeline().get(10).at()).isEqualTo("2017-12-01T01:21:00Z");
        assertThat(proxy.timeline().get(3).event()).contains("FailedSync", "a container name must be specified");
    }
}
