package org.postmortemflow.lab;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.postmortemflow.journey.Waiting;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL on loopback that keeps its word (fsync, synchronous_commit), can be stopped hard and be started again. */
final class Postgres implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    /** @param folder where its data are; it need not be there yet */
    Postgres(Path folder) throws IOException {
        this.folder = folder;
        this.server = configured(folder).start();
        this.port = server.getPort();
    }

    private static EmbeddedPostgres.Builder configured(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(LONGEST_START)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on");
    }

    /** Settings that lead a node to it. */
    String[] settings() {
        return settings("postgres");
    }

    /** Settings that lead a node to another database of it. */
    String[] settings(String database) {
        return new String[] {
            "--spring.datasource.url=" + server.getJdbcUrl("postgres", database),
            "--spring.datasource.username=postgres"
        };
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    long count(String query) {
        Long count = sql().queryForObject(query, Long.class);
        return count == null ? 0 : count;
    }

    /** As a power cut does it: nothing is finished, nothing said goodbye to. */
    void stopHard() throws IOException {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Waiting.until(
                "PostgreSQL is gone",
                Duration.ofSeconds(20),
                () -> !postmaster.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        server.close();
    }

    /** On the same data, at the same port. */
    void startAgain() throws IOException {
        server = configured(folder).setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    }
}
