package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and the addresses of the README work as they stand there. */
class ReadmeIT {

    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OPENED = Pattern.compile("\"postmortem\":\"([0-9a-f-]{36})\"");
    private static final Pattern PAGES = Pattern.compile("http://localhost:8080(/[a-z0-9/-]*)");

    @Test
    void itsCommandsAndAddressesWork(@TempDir Path workingDirectory) throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        try (Mailboxes mailboxes = new Mailboxes();
                PackagedApplication application =
                        new PackagedApplication("readme", workingDirectory, mailboxes.port()).ready()) {
            for (String command : found(COMMANDS, readme)) {
                String answer = run(command.replace(
                        "http://localhost:8080", application.base().toString()));
                assertThat(found(OPENED, answer)).as(command + "\n" + answer).hasSize(1);
            }
            for (String page : found(PAGES, readme)) {
                if (!page.equals("/webhooks/pagerduty")
                        && !page.equals("/api/incidents")
                        && !page.endsWith("/postmortems/")) {
                    assertOpens(application.base(), page);
                }
            }
        }
    }

    private static void assertOpens(URI base, String page) {
        Caller ada = new Caller(base, "ada");
        assertThat(ada.open(page).statusCode()).as(page).isBetween(200, 399);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String run(String command) throws Exception {
        for (String needed : List.of("bash", "curl", "openssl")) {
            boolean there = Browser.onPath(needed).isPresent();
            assertThat(there || !"true".equals(System.getenv("CI")))
                    .as("%s is not installed, and CI installs it", needed)
                    .isTrue();
            assumeTrue(there, needed + " is not installed");
        }
        Process shell = new ProcessBuilder("bash", "-euc", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(output).isZero();
        return output;
    }
}
