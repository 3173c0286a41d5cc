package org.postmortemflow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The file of an organisation with 40 teams, 120 services and 320 persons. Everybody's password is {@code demo}. */
final class LargeOrganisation {

    /** Manages a few teams, commands incidents, and administers nothing. */
    static final String MANAGER = "person-1";

    private static final int TEAMS = 40;
    private static final int MEMBERS = 8;
    private static final int SERVICES = 120;

    private static final String PASSWORD = "{bcrypt}" + new BCryptPasswordEncoder(10).encode("demo");

    private LargeOrganisation() {}

    /** @return the setting's value */
    static String writeTo(Path folder) throws IOException {
        Path file = folder.resolve("organisation.yaml");
        StringBuilder yaml = new StringBuilder("""
                name: Large Shop
                zone: Europe/Berlin
                country: de
                workingHours: {start: "09:00", end: "17:00"}
                administrators: [person-0]
                persons:
                """);
        for (int i = 0; i < TEAMS * MEMBERS; i++) {
            line(
                    yaml,
                    "  - {id: person-%d, name: Person %d, email: person-%d@large.example, password: \"%s\"}",
                    i,
                    i,
                    i,
                    PASSWORD);
        }
        yaml.append("teams:\n");
        for (int i = 0; i < TEAMS; i++) {
            line(
                    yaml,
                    "  - {id: team-%d, name: Team %d, members: [%s], engineeringManager: person-%d, productManager:"
                            + " person-%d, director: person-2}",
                    i,
                    i,
                    persons(i * MEMBERS, MEMBERS),
                    i % 10 + 1,
                    i % 10 + 20);
        }
        yaml.append("services:\n");
        for (int i = 0; i < SERVICES; i++) {
            line(
                    yaml,
                    "  - {id: service-%d, name: Service %d, team: team-%d, owner: person-%d}",
                    i,
                    i,
                    i % TEAMS,
                    i % TEAMS * MEMBERS + 1);
        }
        yaml.append("pools:\n");
        for (String pool : List.of(
                "incident-commanders", "reviewers", "facilitators", "customer-support", "support-leads", "managers")) {
            line(yaml, "  %s: [%s]", pool, persons(1, 20));
        }
        Files.writeString(file, yaml);
        return "file:" + file;
    }

    private static void line(StringBuilder yaml, String format, Object... values) {
        yaml.append(format.formatted(values)).append('\n');
    }

    private static String persons(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> String.format(Locale.ROOT, "person-%d", i))
                .collect(Collectors.joining(", "));
    }
}
