package org.postmortemflow.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar that is shipped, started as an operator would: its own process, its own working directory, settings from outside. */
final class PackagedApplication implements AutoCloseable {

    static final String SECRET = "demo-secret";

    private final Process process;
    private final URI base;
    private final Path log;

    /**
     * @param name of the log in {@code target/journey}
     * @param more settings, as on the command line
     */
    PackagedApplication(String name, Path workingDirectory, int smtpPort, String... more) throws IOException {
        Path jar = Path.of(System.getProperty("packaged.jar", "target/postmortem-flow-0.1.0-SNAPSHOT.jar"));
        int port = freePort();
        base = URI.create("http://localhost:" + port);
        log = Files.createDirectories(Path.of("target", "journey")).resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx768m",
                "-jar",
                jar.toAbsolutePath().toString(),
                // the walk takes minutes, so nothing may be overdue for a meeting that is only hours away
                "--postmortem.deadlines.content-before-meeting=1h"));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SERVER_PORT",
                        "" + port,
                        "POSTMORTEM_PUBLIC_URL",
                        base.toString(),
                        "POSTMORTEM_PAGERDUTY_SECRETS",
                        SECRET,
                        "SPRING_MAIL_HOST",
                        "localhost",
                        "SPRING_MAIL_PORT",
                        "" + smtpPort));
        process = builder.start();
    }

    /** Where it listens. */
    URI base() {
        return base;
    }

    /** Waits until it says that it is up. */
    PackagedApplication ready() throws IOException, InterruptedException {
        Waiting.until("the application is up (see " + log + ")", Duration.ofMinutes(5), () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The application ended at once:\n" + Files.readString(log));
            }
            return isUp();
        });
        return this;
    }

    private boolean isUp() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("/actuator/health")).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it at once, as kill -9 and a power cut do. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as an operator would, and at last by force. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
