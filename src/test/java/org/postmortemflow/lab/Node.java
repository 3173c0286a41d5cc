package org.postmortemflow.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.journey.Waiting;

/** One node: the jar that is shipped, in a process of its own on loopback. It can be killed and started again as it was. */
final class Node implements AutoCloseable {

    /** Compiled less, for nodes whose start is most of what they do. */
    static final List<String> QUICK_TO_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    private static final Duration LONGEST_START = Duration.ofMinutes(9);

    private final Path workingDirectory;
    private final Path log;
    private final List<String> command;
    private final URI base;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private @Nullable Process process;

    /** @param name of its log in {@code target/lab}; not started yet */
    Node(String name, Path workingDirectory, String... settings) {
        this(name, workingDirectory, List.of("-Xmx512m"), settings);
    }

    /** @param jvm options of the Java machine, for example its heap */
    Node(String name, Path workingDirectory, List<String> jvm, String... settings) {
        this.workingDirectory = workingDirectory;
        int port = freePort();
        base = URI.create("http://localhost:" + port);
        log = Path.of("target", "lab", name + ".log").toAbsolutePath();
        command = Stream.of(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-Djava.awt.headless=true"),
                        jvm.stream(),
                        Stream.of(
                                "-jar",
                                Path.of(System.getProperty("packaged.jar", "target/postmortem-flow-0.1.0-SNAPSHOT.jar"))
                                        .toAbsolutePath()
                                        .toString(),
                                "--server.address=localhost",
                                "--server.port=" + port,
                                "--postmortem.public-url=" + base,
                                "--postmortem.wording.languagetool=false"),
                        Stream.of(settings))
                .flatMap(part -> part)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Starts it, whether for the first time or after it was killed; it is not ready yet. */
    Node start() throws IOException {
        Files.createDirectories(log.getParent());
        Process started = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        // who interrupts the lab does not leave nodes behind
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        process = started;
        return this;
    }

    /** Waits until it takes requests. */
    Node ready() {
        Waiting.until("the node is up (see " + log + ")", LONGEST_START, () -> {
            if (!isAlive()) {
                throw new IllegalStateException("The node ended, see " + log);
            }
            return isUp();
        });
        return this;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it says that it is healthy in every respect. */
    boolean isUp() throws InterruptedException {
        try {
            return Client.nobody(base).open("/actuator/health").statusCode() == 200;
        } catch (IOException notNow) {
            return false;
        }
    }

    long pid() {
        return started().pid();
    }

    /** How long processors have worked for it since it was started, however busy the machine is with others. */
    double cpuSeconds() {
        return started().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** With an access token for all that this person may do, made the first time on the page for it. */
    Client as(String person) {
        return new Client(base, "Bearer " + tokens.computeIfAbsent(person, name -> new TokenPage(base, name).make()));
    }

    Client withPassword(String person) {
        return Client.withPassword(base, person);
    }

    /** Ends it at once, as kill -9 and a power cut do. */
    void kill() throws InterruptedException {
        started().destroyForcibly().waitFor();
    }

    /** Stops it as an operator would, and at last by force. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        if (process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
