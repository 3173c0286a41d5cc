package org.postmortemflow.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** All experiments of one run: a table on the console, and the same as JSON and as Markdown in {@code target/lab}. */
final class LabTable implements CloseableResource {

    private static final Path FOLDER = Path.of("target", "lab");

    private final List<Row> rows = new CopyOnWriteArrayList<>();

    /** What one experiment came to. */
    record Row(int number, String name, String what, String measured, String passMark, boolean passed, long seconds) {

        String inWords() {
            return "%d. %s %s: %s (pass mark: %s)"
                    .formatted(number, name, passed ? "passed" : "FAILED", measured, passMark);
        }

        String inMarkdown() {
            return "| %d | %s: %s | %s | %s | %s | %d s |"
                    .formatted(number, name, what, measured, passMark, passed ? "yes" : "**no**", seconds);
        }
    }

    void add(Row row) {
        rows.add(row);
    }

    @Override
    public void close() throws IOException {
        List<Row> all =
                rows.stream().sorted(Comparator.comparingInt(Row::number)).toList();
        Files.createDirectories(FOLDER);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(
                        FOLDER.resolve("report.json").toFile(),
                        Map.of("machine", machine(), "length", Lab.full() ? "full" : "short", "experiments", all));
        String table = table(all);
        Files.writeString(FOLDER.resolve("report.md"), table);
        System.out.println("\n" + table);
    }

    private static String table(List<Row> all) {
        long passed = all.stream().filter(Row::passed).count();
        return """
            The lab on %s: %d of %d passed in %d s.

            | # | experiment | measured | pass mark | passed | took |
            |--:|---|---|---|---|--:|
            %s
            """.formatted(
                        machine(),
                        passed,
                        all.size(),
                        all.stream().mapToLong(Row::seconds).sum(),
                        all.stream().map(Row::inMarkdown).collect(Collectors.joining("\n")));
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, %d GB of memory, %s %s, Java %s"
                .formatted(
                        system.getAvailableProcessors(),
                        Math.round(system.getTotalMemorySize() / 1e9),
                        system.getName(),
                        system.getArch(),
                        Runtime.version().feature());
    }
}
