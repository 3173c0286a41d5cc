package org.postmortemflow;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The PostgreSQL of the tests, as durable as in earnest. It is started when the first test asks for it, and ends with the tests;
 * or it is the one that {@code -Dtest.pg.url=jdbc:postgresql://host:5432/postgres} names, with {@code -Dtest.pg.user} (who may
 * create databases) and {@code -Dtest.pg.password}.
 */
public final class PostgresServer {

    private static final String NAMED = System.getProperty("test.pg.url", "");
    private static final String USER = System.getProperty("test.pg.user", "postgres");
    private static final String PASSWORD = System.getProperty("test.pg.password", "");

    private PostgresServer() {}

    /** Where a new database is, as settings of the application. */
    public static List<String> emptyDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        String server = NAMED.isEmpty() ? Started.URL : NAMED;
        JdbcClient.create(new DriverManagerDataSource(server, USER, PASSWORD))
                .sql("create database " + name)
                .update();
        return List.of(
                "spring.datasource.url=" + server.replaceFirst("(?<=\\d|\\w)/[^/?]*(?=\\?|$)", "/" + name),
                "spring.datasource.username=" + USER,
                "spring.datasource.password=" + PASSWORD);
    }

    private static final class Started {

        static final String URL = start().getJdbcUrl("postgres", "postgres");

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        // what the library leaves out to be fast
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
