package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The packages of {@code tools}, which {@code npm ci} installs; without them a test is skipped, but not in CI. */
final class NodeTools {

    private static final Path TOOLS = Path.of("tools");

    private NodeTools() {}

    static void need(String name) {
        if (!Files.isDirectory(TOOLS.resolve("node_modules").resolve(name))) {
            String why = name + " is not installed: run npm ci --ignore-scripts in tools";
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            System.err.println("SKIPPED: " + why);
            Assumptions.abort(why);
        }
    }

    /** Runs a script of a package in {@code tools}. */
    static void run(String script, String... arguments) throws IOException, InterruptedException {
        node("node_modules/" + script, arguments);
    }

    /** Runs a file, seen from {@code tools}; fails with all that it said unless it ends well. */
    static void node(String file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", file));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(TOOLS.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            fail(String.join(" ", command) + "\n" + said);
        }
    }
}
